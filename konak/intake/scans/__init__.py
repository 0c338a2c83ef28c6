"""Bundles of scanned letters: separator pages printed, read again, and the bundle cut at them. Knows no room."""

from konak.intake.scans.cutting import Bundle, Cut, NotCut, answer, cut
from konak.intake.scans.separators import NEW, order_of, separator
from konak.intake.scans.watching import settled

__all__ = ["NEW", "Bundle", "Cut", "NotCut", "answer", "cut", "order_of", "separator", "settled"]
