"""Any text at all: nothing dropped, the tree stands still, the XML is valid. The alphabet is the field's."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konak.lex import akn, as_data, citations, clean, diff, in_force, parity, parts, read, write

_MK = (
    "Врз основа на|член 36 став 1|О Д Л У К А|ОДЛУКА|Одлука|РЕШЕНИЕ за|за нешто|Член 1|Член 5-а|Член 5-a|"
    "Член|Ч л е н 7|I|II.|III. ОПШТИ ОДРЕДБИ|ГЛАВА I|Глава II ОРГАНИ|ПРВ ДЕЛ|ОПШТИ|(1)|(2) Став.|(а)|"
    "1)|2) точка;|1.|2. Точка|1.1.|1.1 Цели|а)|б) потточка|-|– алинеја;|• точка|Предмет|"
    "Текст.|текст|,|.|„Член 5-а|Крај“|"
    "Прилог|Прилог 1|Прилог 2 – ПРЕГЛЕД|ПРИЛОГ II|Број 09-12/1|Број|24.09.2026 година|Куманово|ПРЕТСЕДАТЕЛ|"
    "ПРЕТСЕДАТЕЛ на Советот|Весна Трајчева с.р.|с.р.|М.П.|\x00|\ufeff|\u202e|\ufffd\ufffd|<&>|]]>|донесе|"
    ", Советот|Тарифен број 1|Тар. бр. 2-а За|Член5|Член 5 – а|Член 7текст|Глава II-а|III-б. КАЗНИ|кој гласи:|"
    "„Член 5-а|“Член 6|’’Член|,,Став|''|“.|“;|”|„А „Б“|Врз основа на член 1, Советот донесе|V E N D I M|"
    "Në bazë të nenit 5|ПРЕЧИСТЕН ТЕКСТ"
)
_SQ = (
    "Në bazë të|V E N D I M|VENDIM|Neni 1|Neni 5-a|Neni|N e n i 3|I|I. DISPOZITA|Kapitulli I|KAPITULLI II|"
    "PJESA E PARË|(1)|(b)|1)|1.|a)|ç)|dh)|gj) pika|-|– aline;|Lënda|Teksti.|teksti|Shtojca|Shtojca 1|"
    "SHTOJCA 2|Numër 09-1/2|Nr. 3|24.09.2026|Kumanovë|KRYETAR|Kryetari i Komunës|Vesna Trajçeva d.v.|d.v.|"
    "për diçka|Numri tarifor 1|Neni5|Neni 5 – dh|KAPITULLI II-a|si vijon:|“Neni 5-a|„Neni|”|“.|Врз основа на член 2|"
    "О Д Л У К А"
)
WORDS = {"mk": [*_MK.split("|"), "А | Б", "|", "a\tb\tc"], "sq": [*_SQ.split("|"), "A | B"]}


def _texts(lang: str) -> st.SearchStrategy[tuple[str, str]]:
    bit = st.one_of(st.sampled_from(WORDS[lang]), st.text(max_size=6))
    glue = st.sampled_from(["\n", "\n", "\n", " ", "    ", "\t", "\n\n", ""])
    return st.lists(st.tuples(bit, glue), max_size=30).map(
        lambda bits: (lang, "".join(a + b for a, b in bits))
    )


def _bare(text: str) -> str:
    return "".join(clean.normal(text).replace("|", " ").split())


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["mk", "sq"]).flatmap(_texts))
def test_any_text(given_text: tuple[str, str]) -> None:
    lang, text = given_text
    act = read(text, lang)
    printed = write(act)
    assert _bare(printed) == _bare(text)
    assert read(printed, lang) == act
    xml = akn.write(act)
    assert akn.validate(xml) == []
    assert akn.read(xml) == act
    assert diff(act, act) == []
    assert parity(act, act) == []
    assert len(list(parts(act))) >= len(act.body)
    assert as_data(act)["kind"] == "act"
    assert in_force(act) is None or act.body
    assert not citations(act) or act.preamble


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    text = data.decode("utf-8", errors="replace")
    act = read(text, "mk")
    assert _bare(write(act)) == _bare(text)
    assert akn.validate(akn.write(act)) == []


_MANY = [
    "„А\n" * 60_000,
    "кој гласи: „А\n" * 30_000,
    "„А „Б“\n" * 40_000,
    "а„" * 100_000 + ":\n",
    "Член 1 " * 60_000,
    ("Член 1 " * 2_500 + "\n") * 10,
    "Согласно законот\n" * 20_000,
    "ОДЛУКА\n" * 20_000,
    "\u202e\u200fЧлен\u200b 1\n" * 20_000,
    "- " * 100_000 + "\n" + "1.1." * 50_000,
    "а | " * 100_000,
    "Ч л е н " * 40_000,
    "Г л а в а I" + "I" * 100_000,
]


@pytest.mark.parametrize("text", _MANY, ids=range(len(_MANY)))
@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_much_of_one_thing_is_read_whole(text: str, lang: str) -> None:
    act = read(text, lang)
    assert _bare(write(act)) == _bare(text)
    assert len(act.unread) <= len(text)
