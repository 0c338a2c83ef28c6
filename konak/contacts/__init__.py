"""Who the office deals with: persons, organisations, local communities, institutions, the media."""
