"""Catalogues of the interface: what is said in the sources, what is translated, and what is wrong with it.

A room keeps `locale/<language>/LC_MESSAGES/django.po`, written by hand; `.mo` files are built from them.
`faults()` is the check behind `konak messages --check`.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import polib

KONAK = Path(__file__).resolve().parent.parent.parent
SPOKEN = ("mk", "sq")
# What of Django's own texts a reader can meet; where Django lacks one, the catalogue beside this file has it.
MET = (
    "forms",
    "core/validators.py",
    "contrib/auth/password_validation.py",
    "contrib/auth/validators.py",
    "db/models/base.py",
    "db/models/constraints.py",
    "utils/timesince.py",
)
# Packages whose texts a room may say in our languages.
LENT = ("allauth/account", "allauth/mfa", "allauth/core")
_SAYS = {"gettext": 1, "gettext_noop": 1, "ngettext": 2, "pgettext": 1, "npgettext": 2}
_LITERAL = r"""(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_CALL = re.compile(rf"(?<!\w)(_|n?p?gettext)\(((?:u?{_LITERAL},?\s*)+)")
_STRING = re.compile(_LITERAL)
_PLACE = re.compile(r"%\(\w+\)[sdi]|%[sdi]|\{\w*\}")
_QUOTED = re.compile(r"„[^“]+“")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN_WORD = re.compile(r"[A-Za-zÇçËë]{2,}")
# Names, signs and units that are written alike in every language.
SAME = frozenset(
    "PDF UA XML JSON DOCX XLSX CSV RSS Atom Akoma Ntoso PAdES TOTP QR SHA Konak OK px kB MB GB TB KB PB IPv IPv4 IPv6 "
    "URL ID dpi CSV ZIP JPEG PNG TIFF ODT OCR ISO SMTP Shift Ctrl Alt Enter Esc Tab ICS HTML PKCS CRL OCSP RFC "
    "Shqip mk sq Authenticator Unicode localhost de facto".split()
)


class Message(NamedTuple):
    """One text to translate, as gettext knows it."""

    text: str
    context: str = ""
    plural: str = ""


def written(language: str = "*") -> list[Path]:
    """Every written catalogue, in the order of its path."""
    return sorted(KONAK.glob(f"**/locale/{language}/LC_MESSAGES/django.po"))


def build() -> list[Path]:
    """Build the catalogues whose source is newer; returns those built."""
    import polib

    built = []
    for source in written():
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            unfinished = target.with_suffix(".mo.new")
            polib.pofile(str(source)).save_as_mofile(str(unfinished))
            unfinished.replace(target)
            built.append(target)
    return built


def said(root: Path) -> dict[Message, list[str]]:
    """Every text that Python sources and templates under `root` say through gettext, with where."""
    found: dict[Message, list[str]] = defaultdict(list)
    for path in [root] if root.is_file() else sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if path.suffix not in (".py", ".html", ".txt") or "tests" in parts or "migrations" in parts:
            continue
        read = in_python if path.suffix == ".py" else in_template
        for message, line in read(path.read_text("utf-8")):
            found[message].append(f"{path}:{line}")
    return found


def in_python(source: str) -> Iterator[tuple[Message, int]]:
    """The literal texts given to gettext, whatever name it was imported under."""
    if "gettext" not in source:
        return
    tree = ast.parse(source)
    names = {name: name for name in _SAYS}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("utils.translation"):
            names |= {a.asname or a.name: a.name.removesuffix("_lazy") for a in node.names}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        kind = names.get(name, name.removesuffix("_lazy"))
        if kind in _SAYS:
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            message = _message(kind, texts)
            if message:
                yield message, node.lineno


def in_template(source: str) -> Iterator[tuple[Message, int]]:
    """The texts of `translate`, `blocktranslate` and `_("…")`, read as Django's own tool reads them."""
    from django.utils.translation.template import templatize

    if "trans" not in source and "_(" not in source:
        return
    for number, line in enumerate(templatize(source).splitlines(), 1):
        for call in _CALL.finditer(line):
            kind = "gettext" if call[1] == "_" else call[1]
            texts = [str(ast.literal_eval(text)) for text in _STRING.findall(call[2])]
            message = _message(kind, texts)
            if message:
                yield message, number


def _message(kind: str, texts: list[str]) -> Message | None:
    context = texts.pop(0) if "pgettext" in kind and texts else ""
    if len(texts) < _SAYS[kind] or not texts[0]:
        return None
    return Message(texts[0], context, texts[1] if _SAYS[kind] == 2 else "")


@cache
def django_root() -> Path:
    spec = find_spec("django")
    if spec is None or spec.origin is None:
        raise LookupError("Django is not installed")
    return Path(spec.origin).parent


def met() -> dict[Message, list[str]]:
    """The texts of Django itself that readers can meet."""
    found: dict[Message, list[str]] = {}
    for part in MET:
        found |= said(django_root() / part)
    return found


def lent() -> set[tuple[str, str]]:
    """The texts of installed packages that a room may translate, as (context, text)."""
    roots = [django_root().parent / part for part in LENT]
    return {(m.context, m.text) for root in roots if root.is_dir() for m in said(root)}


def foreign(language: str) -> set[tuple[str, str]]:
    """What Django's own catalogues translate, as (context, text)."""
    import polib

    root = django_root()
    paths = [
        *root.glob(f"conf/locale/{language}/**/django.mo"),
        *root.glob(f"contrib/*/locale/{language}/**/django.mo"),
    ]
    return {
        (entry.msgctxt or "", entry.msgid)
        for path in paths
        for entry in polib.mofile(str(path))
        if entry.msgstr or entry.msgstr_plural
    }


def entries(language: str) -> Iterator[tuple[Path, "polib.POEntry"]]:
    """Every entry of every catalogue of a language, with its file."""
    import polib

    for path in written(language):
        for entry in polib.pofile(str(path)):
            yield path, entry


def faults(language: str) -> list[str]:
    """What is wrong with the catalogues of a language: missing, obsolete, unfinished, contradicting, foreign."""
    sources = {(m.context, m.text): where for m, where in said(KONAK).items()}
    django = {(m.context, m.text): where for m, where in met().items()}
    theirs, beside = foreign(language), lent()
    ours: dict[tuple[str, str], str] = {}
    found = []
    for path, entry in entries(language):
        key = (entry.msgctxt or "", entry.msgid)
        where = f"{path.relative_to(KONAK.parent)}: “{entry.msgid}”"
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        found += [f"{where} {trouble}" for trouble in troubles(language, entry.msgid, texts)]
        if entry.fuzzy or entry.obsolete:
            found.append(f"{where} is marked as fuzzy or obsolete")
        if key not in sources and key not in django and key not in beside:
            found.append(f"{where} is said nowhere")
        if ours.setdefault(key, texts[0]) != texts[0]:
            found.append(f"{where} is translated in two ways: {texts[0]!r}, {ours[key]!r}")
    missing = [
        (key, where) for key, where in (sources | django).items() if key not in ours and key not in theirs
    ]
    found += [f"{_short(where[0])}: “{text}” is not translated to {language}" for (_, text), where in missing]
    return found


def _short(where: str) -> str:
    return where.removeprefix(f"{KONAK.parent}/").removeprefix(f"{django_root().parent}/")


def troubles(language: str, text: str, translations: list[str]) -> list[str]:
    """What is wrong with one translation, seen without its surroundings."""
    found = []
    for translation in translations:
        bare = _PLACE.sub(" ", translation)
        for example in _QUOTED.findall(text):  # an example may stand in another language
            bare = bare.replace(example, " ")
        if not translation.strip():
            found.append("is not translated")
        if len(translations) == 1 and sorted(_PLACE.findall(text)) != sorted(_PLACE.findall(translation)):
            found.append(f"has other places to fill than {translation!r}")
        strangers = set(_LATIN_WORD.findall(bare)) - SAME
        if language == "mk" and strangers:
            found.append(f"keeps Latin words: {', '.join(sorted(strangers))}")
        if language == "sq" and _CYRILLIC.search(bare):
            found.append(f"keeps Cyrillic letters: {translation!r}")
        if translation == text and set(_LATIN_WORD.findall(bare)) - SAME - ALIKE.get(language, frozenset()):
            found.append("is left as it is in English")
    return found


# Words that Albanian shares with English.
ALIKE = {
    "sq": frozenset(
        "Status status Plan plan Program program Person person Telefon Mandat Sektor draft Draft".split()
    )
}
