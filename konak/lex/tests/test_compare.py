"""Parity of languages, changes between versions, references, and what templates and paper get."""

import pytest

from konak.lex import Act, Change, as_data, citations, cite, diff, in_force, parity, parts, read, runs
from konak.lex.pair import figures
from konak.lex.tests.samples import act, text


def _changed(slug: str, lang: str, old: str, new: str) -> Act:
    whole = text(slug, lang)
    assert whole.count(old) == 1
    return read(whole.replace(old, new), lang)


def test_a_wrong_number_is_named_by_its_unit() -> None:
    found = parity(
        act("komunalen-red", "mk"), _changed("komunalen-red", "sq", "prej 3 metrash", "prej 4 metrash")
    )
    assert [(one.path, one.kind) for one in found] == [("chp:I/art:3/para:2", "figures")]
    assert found[0].words == {
        "mk": "Член 3 став 2: броевите не се исти: 3 наспроти 4.",
        "sq": "Neni 3 paragrafi 2: numrat nuk janë të njëjtë: 3 kundrejt 4.",
        "en": "Article 3 paragraph 2: figures differ: 3 against 4.",
    }


def test_a_missing_unit_is_named() -> None:
    found = parity(
        act("komunalen-red", "mk"), _changed("komunalen-red", "sq", "2) larja e automjeteve;\n", "")
    )
    assert [(one.path, one.kind) for one in found] == [("chp:II/art:6/para:1/point:2", "structure")]
    short = parity(
        act("statut-mesna-zaednica", "mk"), _changed("statut-mesna-zaednica", "sq", "(2) Selia", "Selia")
    )
    assert short[0].path == "part:I/chp:I/art:1/para:2"


@pytest.mark.parametrize(
    ("mk", "sq"),
    [
        ("на 24.09.2026 година", "më 24 shtator 2026"),
        ("24 септември 2026", "24. 09. 2026"),
        ("1.500,00 денари", "1500 denarë"),
        ("во 12.00 часот", "në orën 12,00"),
        ("бр. 5/2002 и 4/2019", "nr. 5/2002 dhe 4/2019"),
        ("33-та седница", "mbledhja e 33-të"),
    ],
)
def test_figures_in_one_spelling(mk: str, sq: str) -> None:
    assert figures(mk) == figures(sq)
    assert figures(mk)


@pytest.mark.parametrize(
    ("mk", "sq", "same"),
    [
        ("во рок од осум дена", "në afat prej 8 ditësh", True),
        ("во рок од осум дена", "në afat prej 9 ditësh", False),
        ("осмиот ден од 5 часа", "ditën e tetë nga ora 5", True),
        ("5 % од износот", "5 për qind e shumës", True),
        ("5 % од износот", "5 denarë", False),
        ("100 евра", "100 denarë", False),
        ("250 ден. и 3 проценти", "250 denarë dhe 3%", True),
        ("две третини од 15", "dy të tretat e 15", True),
    ],
)
def test_numbers_in_words_shares_and_currencies(mk: str, sq: str, same: bool) -> None:
    found = parity(read(f"ОДЛУКА\nЧлен 1\n{mk}", "mk"), read(f"VENDIM\nNeni 1\n{sq}", "sq"))
    assert [one.kind for one in found] == ([] if same else ["figures"])


def test_after_a_missing_unit_the_others_are_still_compared() -> None:
    mk = "ОДЛУКА\nЧлен 1\nА 1:\n1) пет 5;\n2) шест 6;\n3) седум 7.\n- а 8;\n- б 9;\n- в 10.\nЧлен 2\nБ 11."
    sq = "VENDIM\nNeni 1\nA 1:\n1) pesë 5;\n3) shtatë 77.\n- a 8;\n- c 10.\nNeni 2\nB 12."
    found = [(one.path, one.kind) for one in parity(read(mk, "mk"), read(sq, "sq"))]
    assert found == [
        ("art:1/para:1/point:2", "structure"),
        ("art:1/para:1/point:3", "figures"),
        ("art:1/para:1/point:3/indent:2", "structure"),
        ("art:2/para:1", "figures"),
    ]


def test_figures_that_differ() -> None:
    assert figures("1.500,00") != figures("1.500,50")
    assert figures("24.09.2026") != figures("25.09.2026")


def test_the_same_text_has_no_changes() -> None:
    assert diff(act("komunalen-red", "mk"), act("komunalen-red", "mk")) == []


def test_a_changed_word() -> None:
    new = _changed("komunalen-red", "mk", "в) парковите – еднаш неделно;", "в) парковите – двапати неделно;")
    path = "chp:II/art:4/para:2/point:2/sub:в"
    words = (("=", "в) парковите – "), ("-", "еднаш"), ("+", "двапати"), ("=", " неделно;"))
    assert diff(act("komunalen-red", "mk"), new) == [Change(path, "changed", words)]


def test_an_added_and_a_removed_unit() -> None:
    old = act("komunalen-red", "mk")
    new = _changed("komunalen-red", "mk", "\nЧлен 9\n", "\nЧлен 8-а\nНова одредба.\n\nЧлен 9\n")
    added = diff(old, new)
    assert [(one.path, one.kind) for one in added] == [("chp:IV/art:8-а", "added")]
    assert added[0].runs == (("+", "Член 8-а\nНова одредба."),)
    assert [(one.path, one.kind) for one in diff(new, old)] == [("chp:IV/art:8-а", "removed")]


def test_an_added_counted_unit_moves_nothing_else() -> None:
    new = _changed("urbana-oprema", "mk", "- автобуски постојки;\n", "- фонтани;\n- автобуски постојки;\n")
    found = diff(act("urbana-oprema", "mk"), new)
    assert found == [Change("art:2/para:1/indent:2", "added", (("+", "фонтани;"),))]


def test_heading_title_and_preamble() -> None:
    old = read("ОДЛУКА\nза проба\nПредмет\nЧлен 1\nТекст.", "mk")
    new = read("ОДЛУКА\nза нова проба\nЦел\nЧлен 1\nТекст.", "mk")
    assert [one.path for one in diff(old, new)] == ["title", "art:1/heading"]


def test_runs_join_to_both_texts() -> None:
    before, after = "Прво, второ и трето.", "Прво и четврто, трето."
    words = runs(before, after)
    assert "".join(word for op, word in words if op != "+") == before
    assert "".join(word for op, word in words if op != "-") == after


@pytest.mark.parametrize(
    ("lang", "clause", "days", "adoption"),
    [
        ("mk", "влегува во сила осмиот ден од денот на објавувањето во „Службен гласник“", 8, False),
        ("mk", "влегува во сила наредниот ден од денот на објавувањето", 1, False),
        ("mk", "влегува во сила со денот на објавувањето", 0, False),
        ("mk", "влегува во сила со денот на донесувањето, а ќе се објави во „Службен гласник“", None, True),
        ("mk", "влегува во сила од денот на донесувањето", None, True),
        ("sq", "hyn në fuqi ditën e tetë nga dita e shpalljes", 8, False),
        ("sq", "hyn në fuqi në ditën e shpalljes", 0, False),
        ("sq", "hyn në fuqi ditën e nesërme nga dita e publikimit", 1, False),
        ("sq", "hyn në fuqi ditën e miratimit", None, True),
    ],
)
def test_entry_into_force(lang: str, clause: str, days: int | None, adoption: bool) -> None:
    kind, article = ("ОДЛУКА", "Член") if lang == "mk" else ("VENDIM", "Neni")
    found = in_force(read(f"{kind}\n{article} 1\nТекст.\n{article} 2\nАктот {clause}.", lang))
    assert found is not None
    assert (found.days_after_publication, found.from_adoption, found.path) == (days, adoption, "art:2/para:1")


def test_no_clause_and_an_unreadable_one() -> None:
    assert in_force(read("ОДЛУКА\nЧлен 1\nТекст.", "mk")) is None
    assert in_force(read("ОДЛУКА\nЧлен 1\nОдлуката влегува во сила некој ден по објавувањето.", "mk")) is None


def test_legal_bases() -> None:
    found = citations(act("komunalen-red", "mk"))
    assert [one.law for one in found] == [
        "Законот за локалната самоуправа",
        "Законот за комуналните дејности",
        "Статутот на Општина Куманово",
    ]
    assert found[0].articles == ("art:22/para:1/point:4", "art:36/para:1/point:15")
    assert found[1].gazettes[0].name == "Службен весник на Република Македонија"
    assert found[1].gazettes[0].issues == ("95/2012", "163/2013", "42/2014", "44/2015", "147/2015", "31/2016")
    albanian = citations(act("komunalen-red", "sq"))
    assert [one.articles for one in albanian] == [one.articles for one in found]


def test_places_in_words() -> None:
    path = "chp:II/art:5-а/para:2/point:1/sub:в/indent:2"
    assert cite(path, "mk") == "член 5-а став 2 точка 1 потточка в алинеја 2"
    assert cite(path, "sq") == "neni 5-a paragrafi 2 pika 1 nënpika c alineja 2"
    assert cite(path, "en") == "article 5-a paragraph 2 point 1 sub-point c indent 2"


def test_parts_are_ready_to_print() -> None:
    printed = list(parts(act("urbana-oprema", "sq")))
    assert [part.kind for part in printed[:5]] == ["preamble", "enacting", "kind", "title", "article"]
    assert (printed[4].label, printed[4].anchor, printed[4].depth) == ("Neni 1", "art_1", 0)
    assert printed[5].depth == 1
    assert [part.kind for part in printed[-3:]] == ["closing", "annex", "table"]
    anchors = [part.anchor for part in printed if part.anchor]
    assert len(anchors) == len(set(anchors))


def test_data_for_paper() -> None:
    data = as_data(act("urbana-oprema", "mk"))
    assert (data["kind"], data["act_kind"], data["num"]) == ("act", "decision", "09-4127/4")
    kinds = [child["kind"] for child in data["children"]]
    assert kinds == ["preamble", "enacting", "title", *["article"] * 7, "closing", "annex"]
    assert data["children"][4]["children"][0]["children"][1]["label"] == "-"
    assert data["children"][-2]["facts"]["day"] == "2026-09-24"
