"""Printed papers: typst templates filled with data, one look for the whole house.

A template stands in its room, `konak/<room>/paper/<name>.typ` (the kernel's own in this folder), imports
`/kernel/ui/paper/konak.typ` and reads `data`. Data goes in as JSON and is never pasted into a template.
"""

from .printing import Attachment, PaperFault, render

__all__ = ["Attachment", "PaperFault", "render"]
