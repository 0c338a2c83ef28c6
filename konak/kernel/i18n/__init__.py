"""Languages: folding for search, slugs, sorting, dates and numbers as people write them.

Imports without settings; the database field is in `fields`, the form field in `forms`.
"""

from .cardinals import cardinal
from .dates import day_digits, day_words, ordinal, ordinal_word, parse_day
from .numbers import number
from .order import sort_key
from .script import fold, readings, slug, spelled, tidy, transliterate
from .words import LANGUAGE_WORDS, LANGUAGES, Words, pick

__all__ = [
    "LANGUAGES",
    "LANGUAGE_WORDS",
    "Words",
    "cardinal",
    "day_digits",
    "day_words",
    "fold",
    "number",
    "ordinal",
    "ordinal_word",
    "parse_day",
    "pick",
    "readings",
    "slug",
    "sort_key",
    "spelled",
    "tidy",
    "transliterate",
]
