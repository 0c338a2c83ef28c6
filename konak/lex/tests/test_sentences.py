"""Amending sentences against the corpus, and against anything else that can be typed."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konak.lex import corpus, quotes
from konak.lex.amend.sentences import lexicon, read, reading, reasons
from konak.lex.amend.sentences.context import Context
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.tokens import tokens

SENTENCES, ACTS = list(corpus.sentences()), list(corpus.acts())


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case.name)
def test_a_sentence_is_read_as_it_is_meant(case: corpus.Case) -> None:
    assert corpus.got(case) == case.wanted
    assert corpus.wellformed(case)


@pytest.mark.parametrize("case", ACTS, ids=lambda case: f"{case.name}.{case.lang}")
def test_an_act_is_read_as_it_is_meant(case: corpus.Case) -> None:
    assert corpus.got(case) == case.wanted
    assert corpus.wellformed(case)


def test_the_corpus_is_large_enough_and_counts_what_it_should() -> None:
    assert len(SENTENCES) >= 150
    assert len(ACTS) >= 20
    case = corpus.Case(
        "x", "mk", "Членот 7 се брише.", [{"operations": [], "unread": None, "own_provision": False}]
    )
    assert corpus.score(case) == corpus.Score(misread=1)
    assert corpus.score(case._replace(text="Членот 7 нешто се брише.")) == corpus.Score(unread=1)
    assert corpus.score(case._replace(text="Членот 7 се брише. Членот 8 се брише.")) == corpus.Score(
        misread=1
    )
    wanted = [{"operations": [], "unread": "words_left", "own_provision": False}]
    assert corpus.score(case._replace(text="Членот 7 нешто се брише.", wanted=wanted)) == corpus.Score(
        refused=1
    )
    assert corpus.score(case._replace(text="Членот 7 нешто се брише.", wanted=wanted, readable=True)) == (
        corpus.Score(unread=1)
    )
    told = [corpus.score(case) for case in (*SENTENCES, *ACTS) if not case.readable]
    assert not any(one.misread or one.unread for one in told)


def _foreign(case: corpus.Case) -> list[str]:
    """The sentence with a word that no grammar knows put before each of its words in turn; sentences with the
    name of an act, where any word may stand, are left out."""
    cut = tokens(case.text, case.lang, quotes.spans(case.text), 0, len(case.text))
    if any(one.name in ("act", "gazette") for one in lexicon.symbols(cut, case.lang)) or len(case.wanted) > 1:
        return []
    places = [one.start for one in cut if one.kind in ("word", "quote", "num") and one.start]
    return [f"{case.text[:at]} џум {case.text[at:]}" for at in places]


@pytest.mark.parametrize("lang", corpus.LANGUAGES)
def test_a_word_that_is_not_understood_leaves_the_sentence_unread(lang: str) -> None:
    tried = 0
    for case in SENTENCES:
        if case.lang == lang:
            for text in _foreign(case):
                tried += 1
                assert not all(one.operations for one in read(text, lang)), text
    assert tried > 300


def test_every_reason_is_said_in_three_languages() -> None:
    assert reasons.WORDS.keys() == set(reasons.ALL)
    assert all(set(words) == {"mk", "sq", "en"} and all(words.values()) for words in reasons.WORDS.values())


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("зборот „А“ и „Б“", ["А", "Б"]),
        ("зборот „А” и “Б”", ["А", "Б"]),
        ("зборот ’’А’’ и ,,Б''", ["А", "Б"]),
        ('зборот «А» и "Б"', ["А", "Б"]),
        ("„Одлука („Гласник“ бр. 3) важи“", ["Одлука („Гласник“ бр. 3) важи"]),
        ("“Одлука (“Гласник” бр. 3) важи”", ["Одлука (“Гласник” бр. 3) важи"]),
        ('"Одлука ("Гласник" бр. 3) важи"', ['Одлука ("Гласник" бр. 3) важи']),
        ("знакот „;“ и „.“", [";", "."]),
        ("fjala „A“, s’ka", ["A"]),
        ("„прва\nвтора“ и „трета“", ["прва\nвтора", "трета"]),
    ],
)
def test_quotations(text: str, inside: list[str]) -> None:
    found = quotes.spans(text)
    assert [text[span.inner : span.until] for span in found] == inside
    assert all(span.closed for span in found)


def test_a_quotation_that_is_not_closed_ends_with_its_line() -> None:
    first, second = quotes.spans("зборот „А се брише\nзборот „Б“")
    assert (first.closed, second.closed) == (False, True)


def test_a_phrase_stands_for_its_forms() -> None:
    assert lexicon.phrases("наслов(/от)|на (/сите )(две/двете) места") == [
        "наслов", "насловот", "на две места", "на двете места", "на сите две места", "на сите двете места",
    ]  # fmt: skip


_MK = (
    "Во|во|членот 4|член|став 2|ставовите 2 и 3|точката 3)|алинејата|потточка б)|"
    "Глава II|насловот|по|пред|на|од|до|и|а|,|;|:|."
    "|-|–|(|)|зборот|зборовите|бројот|„А“|„Б“|„Член 5-а Текст.“|„(3) А.“|„- А“|„|“|"
    "се заменува|се заменуваат|со|се брише|се додава"
    "|се додаваат|се менува и гласи:|кој гласи:|нов|нови|два|став 3|станува|стануваат|"
    "на крајот|точката|запирка|точка и запирка"
    "|на двете места|односно|освен|целиот текст|сите членови|престанува да важи|"
    "Одлуката за А|влегува во сила|осмиот ден од денот на"
    "|објавувањето|донесувањето|ќе се применува од|1.1.2027|31.2.2027|наместо|"
    "треба да стои|се именува|Петар Петров|последната"
    "|втората реченица|во заградата|до крајот на реченицата|се вршат следните измени:|"
    "истиот|досегашниот|се укинува|3–9|3, 5|Член 1|\n"
    "|се задолжува|табелата|реден број 5|Прилог 1|кој е составен дел на оваа одлука"
)
_SQ = (
    "Në|nenin 4|neni|paragrafi 2|pika 3)|alineja 2|pas|para|i|e|të|dhe|,|:|.|fjala|"
    "fjalët|„A“|„B“|„Neni 5-a Tekst.“|„|“|zëvendësohet"
    "|me|shlyhet|shtohet|nen i ri|5-a|si vijon:|ndryshohet|bëhet|në fund|pika|presje|dy|"
    "të reja|në të dy vendet|përveç|tërë tekstin"
    "|pushon së vlejturi|Vendimi për A|hyn në fuqi|ditën e tetë nga dita e|shpalljes|"
    "miratimit|do të zbatohet nga|1 janari 2027"
    "|në vend të|duhet të qëndrojë|fjalia e dytë|deri|prej|Neni 1|\n"
)
WORDS = {"mk": _MK.split("|"), "sq": _SQ.split("|")}


def _texts(lang: str) -> st.SearchStrategy[tuple[str, str]]:
    bit = st.one_of(st.sampled_from(WORDS[lang]), st.sampled_from(WORDS[lang]), st.text(max_size=4))
    return st.lists(bit, max_size=24).map(lambda bits: (lang, " ".join(bits)))


@settings(max_examples=600, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["mk", "sq"]).flatmap(_texts))
def test_any_words_end_in_sentences(given_text: tuple[str, str]) -> None:
    lang, text = given_text
    found = read(text, lang)
    for sentence in found:
        assert sentence.text.strip()
        assert not (sentence.unread and (sentence.operations or sentence.own_provision))
        assert sentence.unread is None or sentence.unread in reasons.ALL
        assert not (sentence.own_provision and sentence.operations)
    assert read(text, lang) == found


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.binary(max_size=300), st.sampled_from(["mk", "sq"]))
def test_any_bytes_end_in_sentences(data: bytes, lang: str) -> None:
    assert all(sentence.text for sentence in read(data.decode("utf-8", errors="replace"), lang))


@pytest.mark.parametrize(
    "bit", ["членот 3, ", "став 2 на ", "„А“, ", "зборот „А“ и ", "а ", "( ", "од 2 до 3 и ", "првата и "]
)
def test_steps_grow_with_the_sentence(bit: str) -> None:
    def steps(times: int) -> int:
        text = "Во " + bit * times + "се брише."
        given_ = tokens(text, "mk", quotes.spans(text), 0, len(text))
        cur = Cursor(lexicon.symbols(given_, "mk"), given_, text, "mk")
        with contextlib.suppress(reasons.Unread):
            reading(cur, Context())
        return cur.steps

    assert steps(60) <= 100 + 60 * 100
    assert steps(120) <= 2.2 * steps(60) + 100


@pytest.mark.parametrize(
    "text", ["а" * 1_000_000, "„" * 1_000_000, ",," * 500_000, "Член 1\n" * 20_000, "„\n" * 20_000]
)
def test_long_lines_are_bounded(text: str) -> None:
    assert all(not sentence.operations for sentence in read(text, "mk"))
