"""Filters of the pages of acts."""
