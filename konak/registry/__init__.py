"""The писарница: books by year, documents under their numbers, and the cases they make."""
