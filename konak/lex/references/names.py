"""Names of laws and acts in running text, and where they end."""

import re
from typing import NamedTuple

from konak.lex.references import gazettes

_LAW = r"Закон(?:от|икот|ик)?|Устав(?:от)?|Кодекс(?:от)?|Ligj(?:it|in|i)?|Kushtetut(?:a|ës|ën)|Kodeks(?:it|in|i)?"
_ACT = (
    r"Одлука(?:та)?|Статут(?:от)?|Деловник(?:от)?|Уредба(?:та)?|Програма(?:та)?|Правилник(?:от)?|Решение(?:то)?"
    r"|Упатство(?:то)?|Наредба(?:та)?|Тарифа(?:та)?|Буџет(?:от)?|Заклучок(?:от)?"
    r"|Vendim(?:it|in|i)?|Statut(?:it|in|i)?|Rregullor(?:ja|es|en|ën|e)|Dekret(?:it|in|i)?|Program(?:it|in|i)?"
    r"|Udhëzim(?:it|in|i)?|Urdhëres(?:a|ës|ën|ë)|Aktvendim(?:it|in|i)?|Konkluzion(?:it|in|i)?|Tarif(?:a|ës|ën|ë)"
    r"|Buxhet(?:it|in|i)?"
)
_GOES_ON = (
    r"(?=\s(?:за|për|mbi)\s|\s(?:на|i|e|të|së)\s(?:[A-ZÇËЃЅЈЉЊЌЏА-Ш]|општина|град|komun|qytet)"
    rf"|\s?\(\s?[{gazettes.QUOTES}СсGFB]|\s(?:бр|nr)\.\s?\d)"
)
HEAD = re.compile(rf"(?<![\w-])(?:(?P<law>{_LAW})|(?P<act>{_ACT})){_GOES_ON}")
# „од Законот“, „од Одлуката“ with nothing after it: what was named before.
BARE = re.compile(rf"(?:(?P<law>{_LAW}|законот|ligjit)|(?P<act>{_ACT}))(?!\w)")
_BY_NUMBER = re.compile(
    r"\s(?:бр|nr)\.\s?\d[\d/-]{0,30}(?:\s(?:од|nga|e datës)\s\d{1,2}\.\s?\d{1,2}\.\s?\d{4})?"
)
_THIS = re.compile(r"(?:ова|оваа|овој|kjo|ky|kësaj|këtij|këtë)\s\Z", re.IGNORECASE)
_LONGEST = 300
_STOP = re.compile(
    r"[(„“”\";:,.\n)|]|\s(?:се|е|не|ќе|да|што|кој|која|кое|кои|како|донесе|го|ја|ги|му|бр\.|број|влегува|престанува|важи"
    r"|është|janë|do|nuk|që|nr\.|ndryshohet|zbatohet|hyn|pushon|shpallet)(?=\s|\Z)"
    rf"|\s(?:и|dhe|од|nga)\s(?=(?:чл|nen|став|парагр|paragr|точк|pik)|(?:{_LAW}|{_ACT})(?!\w))",
)


class Name(NamedTuple):
    """A name as printed; `sure` when a bracket, a point or the end of the text closes it."""

    law: bool
    text: str
    end: int
    sure: bool


def name_at(text: str, head: re.Match[str]) -> Name | None:
    """The name that begins with `head`; None for „оваа Одлука за …“, which is the act itself."""
    if _THIS.search(text, max(0, head.start() - 8), head.start()):
        return None
    limit = min(len(text), head.end() + _LONGEST)
    end, sure = _by_bracket(text, head.end(), limit), True
    if numbered := _BY_NUMBER.match(text, head.end()):
        end = numbered.end()
    if end is None:
        stop = _STOP.search(text, head.end(), limit)
        end = stop.start() if stop else limit
        sure = (stop is None and limit == len(text)) or (stop is not None and not stop[0][0].isspace())
    said = " ".join(text[head.start() : end].split())
    return Name(head["law"] is not None, said, head.start() + len(text[head.start() : end].rstrip()), sure)


def _by_bracket(text: str, at: int, limit: int) -> int | None:
    """Where the name ends when a bracket with a gazette follows it and no other name begins before."""
    bracket = text.find("(", at, limit)
    if bracket < 0 or not gazettes.begins(text, bracket + 1):
        return None
    between = text[at:bracket]
    if any(sign in between for sign in ";:\n„)|") or ". " in between or HEAD.search(text, at, bracket):
        return None
    return bracket
