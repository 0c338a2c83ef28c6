"""Accounts, posts and authorisations, for the systems administrator."""
