"""Founding a town in an empty house: from a file, through the same deeds as later changes."""
