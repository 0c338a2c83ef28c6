"""The pure part of acts, importable without settings: terms and entry into force; the words of acts."""

from konak.acts.law.terms import Alarm, Counted, Style, Words, alarms, digest, in_force

__all__ = ["Alarm", "Counted", "Style", "Words", "alarms", "digest", "in_force"]
