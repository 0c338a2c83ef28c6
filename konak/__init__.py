"""Konak: the office that serves a municipality's mayor and council."""

__version__ = "0.1.0.dev0"
