"""The archive: what the office keeps, for how long, and what it hands over to the State Archive."""
