"""Short words in several languages: one value, `{language: text}`."""

from collections.abc import Mapping

LANGUAGES = ("mk", "sq", "en")
Words = dict[str, str]


def pick(words: Mapping[str, str], lang: str) -> tuple[str, str]:
    """The text for a reader and the language it is in: the wanted one, else Macedonian, else any there is."""
    for candidate in (lang, "mk", *words):
        if words.get(candidate):
            return words[candidate], candidate
    return "", lang
