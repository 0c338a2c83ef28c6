"""What comes to the office before it has a number: by e-mail and from the scanner."""
