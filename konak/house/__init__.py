"""Wiring only: settings, addresses, the plan, the command line."""
