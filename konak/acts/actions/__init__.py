"""Deeds on acts, in the order of the road: drafting, adopting, publishing."""
