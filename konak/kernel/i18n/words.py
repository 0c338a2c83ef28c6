"""Short words in several languages: one value, `{language: text}`."""

from collections.abc import Mapping

LANGUAGES = ("mk", "sq", "en")
Words = dict[str, str]

# What a language is called behind „на“ … „јазик“, „gjuha“ and "in".
LANGUAGE_WORDS: dict[str, Words] = {
    "mk": {"mk": "македонски", "sq": "maqedonase", "en": "Macedonian"},
    "sq": {"mk": "албански", "sq": "shqipe", "en": "Albanian"},
    "en": {"mk": "англиски", "sq": "angleze", "en": "English"},
    "sr": {"mk": "српски", "sq": "serbe", "en": "Serbian"},
    "tr": {"mk": "турски", "sq": "turke", "en": "Turkish"},
    "rom": {"mk": "ромски", "sq": "rome", "en": "Romani"},
}


def pick(words: Mapping[str, str], lang: str) -> tuple[str, str]:
    """The text for a reader and the language it is in: the wanted one, else Macedonian, else any there is."""
    for candidate in (lang, "mk", *words):
        if words.get(candidate):
            return words[candidate], candidate
    return "", lang
