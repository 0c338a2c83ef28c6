"""SQLite as this house opens it: the file that `konak migrate` made, never a new one in its place."""
