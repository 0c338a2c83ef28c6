"""From data to PDF: PDF/A-3a and PDF/UA-1 together, the same bytes for the same data and moment."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from konak.kernel.clock import ZONE
from konak.kernel.i18n import day_digits, day_words

from .arms import arms, weave

KONAK = Path(__file__).resolve().parents[3]
OWN = Path(__file__).resolve().parent
ARCHIVE = ("a-3a", "ua-1")
LANGUAGES = ("mk", "sq", "en")
_NO_GLYPH = re.compile(r'the text `"([^"`\\]+)"` could not be displayed')


class Attachment(NamedTuple):
    """A file inside the PDF: content, media type, and what it is to the paper."""

    content: bytes
    media_type: str
    relationship: Literal["source", "data", "alternative", "supplement"] = "source"


class PaperFault(Exception):
    """A template or its data is wrong; says where."""


def render(
    template: str,
    data: Mapping[str, Any],
    *,
    at: datetime,
    standards: Sequence[str] = ARCHIVE,
    attachments: Mapping[str, Attachment | tuple[bytes, str, str]] | None = None,
) -> bytes:
    """The PDF of `template` ("registry/slip.typ", "kernel/…") filled with `data`; no pages are kept.

    `data` is anything JSON, with dates, moments and decimals besides. The look reads these keys:
    `title` (text, needed), `lang` (mk, sq or en; needed), `house` {name, body?, country?: {lang: text},
    arms?: SVG}, `number`, `day` (date), `place` {lang: text}, `proof` (text of the QR code, usually an
    address), `author` (else the house's name). `at` is the aware moment of making. `attachments`: {name:
    (content, media type, relationship)}.
    """
    path, complete = _path(template), _complete(data, at, attachments or {})
    import typst

    while True:
        content = json.dumps(complete, ensure_ascii=False, default=_plain)
        compiler = typst.Compiler(
            path, root=KONAK, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"data": content}
        )
        try:
            made: Any = compiler.compile(
                format="pdf", pdf_standards=cast(Any, list(standards)), timestamp=int(at.timestamp())
            )
        except typst.TypstError as trouble:
            seen, complete = complete, _spelt(complete, str(trouble.diagnostic))
            if complete == seen:
                raise PaperFault(f"{template}: {trouble.diagnostic}") from trouble
        else:
            return bytes(made)


def _spelt(complete: dict[str, Any], diagnostic: str) -> dict[str, Any]:
    """The data with the signs that our fonts lack written as [U+1F600]; attachments stay as they are."""
    lacking = {ord(sign): f"[U+{ord(sign):04X}]" for text in _NO_GLYPH.findall(diagnostic) for sign in text}

    def spelt(value: Any) -> Any:
        match value:
            case str():
                return value.translate(lacking)
            case dict():
                return {name: spelt(part) for name, part in value.items()}
            case list() | tuple():
                return [spelt(part) for part in value]
        return value

    own = complete["konak"]
    return {**spelt({name: value for name, value in complete.items() if name != "konak"}), "konak": own}


def _path(template: str) -> Path:
    room, _, name = template.partition("/")
    folder = OWN if room == "kernel" else KONAK / room / "paper"
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise PaperFault(f"there is no paper {template!r}")
    return path


@lru_cache(maxsize=1)
def _fonts() -> Any:
    """Only the fonts that come with typst: the same paper on every machine."""
    import typst

    return typst.Fonts(include_system_fonts=False)


def _complete(data: Mapping[str, Any], at: datetime, attachments: Mapping[str, Any]) -> dict[str, Any]:
    local = at.astimezone(ZONE)
    day = data.get("day")
    return {
        **data,
        "konak": {
            "at": [local.year, local.month, local.day, local.hour, local.minute],
            "day": day_digits(day) if isinstance(day, date) else "",
            "day_words": {
                lang: day_words(day, lang, weekday=False) for lang in LANGUAGES if isinstance(day, date)
            },
            "arms": data.get("house", {}).get("arms") or arms(),
            "weave": weave(),
            "qr": _qr(data["proof"]) if data.get("proof") else "",
            "attachments": [_attached(name, *file) for name, file in sorted(attachments.items())],
        },
    }


def _attached(name: str, content: bytes, media_type: str, relationship: str = "source") -> dict[str, Any]:
    try:
        kept: str | list[int] = content.decode()
    except UnicodeDecodeError:
        kept = list(content)
    return {"name": name, "content": kept, "media_type": media_type, "relationship": relationship}


def _qr(text: str) -> str:
    import segno

    out = BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False)
    return out.getvalue().decode()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"a paper cannot read a {type(value).__name__}")
