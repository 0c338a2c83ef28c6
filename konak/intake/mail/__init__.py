"""Mails as they really come: read into a tree of pieces, fetched by IMAP, received by SMTP. Knows no room.

`parse(raw)` gives a `Mail`; nothing is dropped, and what was not understood stands among its notices.
"""

from konak.intake.mail.reading import parse
from konak.intake.mail.tree import Address, Delivery, Kind, Limits, Mail, Notice, Piece, Sort, walk

__all__ = ["Address", "Delivery", "Kind", "Limits", "Mail", "Notice", "Piece", "Sort", "parse", "walk"]
