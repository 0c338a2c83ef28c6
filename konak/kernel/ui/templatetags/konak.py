"""`{% load konak %}`: every part of a page."""

from konak.kernel.ui.components import blocks, inputs, register, tables, text
from konak.kernel.ui.parts import part

__all__ = ["blocks", "inputs", "register", "tables", "text"]

register.tag("part", part)
