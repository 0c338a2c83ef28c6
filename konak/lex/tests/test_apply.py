"""Operations on a whole act, as original, amendment and expected text; every reason of refusal."""

from typing import Any

import pytest

from konak.lex import Act, find, read, write
from konak.lex.amend import Operation, Unsayable, apply, ops
from konak.lex.amend.refusals import REASONS
from konak.lex.tests.amending import MK, base, codes, done, op
from konak.lex.tree import Source


def line(applied_to: Act, path: str) -> str:
    unit = find(applied_to, path)
    assert unit is not None, path
    return unit.text


@pytest.mark.parametrize(
    ("operation", "path", "words"),
    [
        (
            op("replace_words", "art:2/para:1", old="еднаш неделно", new="двапати неделно"),
            "art:2/para:1",
            "Надзорникот врши надзор двапати неделно.",
        ),
        (
            op("replace_words", "art:3/para:1", old="надзор", new="контрола"),
            "art:3/para:1",
            "Контрола врши надзорник. Надзорникот има легитимација. Тој е вработен.",
        ),
        (
            op("replace_words", "art:3", old="50", new="500"),
            "art:3/para:2",
            "Глобата изнесува 500 евра (утврдена со закон).",
        ),
        (
            op("replace_words", "art:3", new="во денари", span="brackets"),
            "art:3/para:2",
            "Глобата изнесува 50 евра во денари.",
        ),
        (op("delete_words", "art:3", span="brackets"), "art:3/para:2", "Глобата изнесува 50 евра."),
        (
            op("insert_words_after", "art:3/para:2", anchor="евра", new=", во денари"),
            "art:3/para:2",
            "Глобата изнесува 50 евра, во денари (утврдена со закон).",
        ),
        (
            op("insert_words_before", "art:3/para:2", anchor="глобата", new="паричната"),
            "art:3/para:2",
            "Паричната глобата изнесува 50 евра (утврдена со закон).",
        ),
        (op("delete_words", "art:2/para:1", old="еднаш неделно"), "art:2/para:1", "Надзорникот врши надзор."),
        (
            op("delete_words", "art:3/para:1", after="надзорникот", until="sentence_end"),
            "art:3/para:1",
            "Надзор врши надзорник. Надзорникот. Тој е вработен.",
        ),
        (
            op("delete_words", "art:3/para:2", after="50 евра", until="unit_end"),
            "art:3/para:2",
            "Глобата изнесува 50 евра.",
        ),
        (op("replace_end", "art:3/indent:2", old=".", new=" и"), "art:3/para:3/indent:2", "второ лице и"),
        (op("replace_end", "art:2/sub:б", old=" и", new=";"), "", ""),
        (
            op("replace_end", "art:2/para:2/point:2/sub:б", old=" и", new=";"),
            "art:2/para:2/point:2/sub:б",
            "други;",
        ),
        (
            op("replace", "art:3/para:1/sent:2", content="Тој носи легитимација."),
            "art:3/para:1",
            "Надзор врши надзорник. Тој носи легитимација. Тој е вработен.",
        ),
        (
            op("repeal", "art:3/para:1/sent:1"),
            "art:3/para:1",
            "Надзорникот има легитимација. Тој е вработен.",
        ),
        (
            op("insert", "end art:3/para:1", unit="sent", content="Има униформа."),
            "art:3/para:1",
            "Надзор врши надзорник. Надзорникот има легитимација. Тој е вработен. Има униформа.",
        ),
        (
            op("insert", "after art:3/para:1/sent:1", unit="sent", content="Еден е."),
            "art:3/para:1",
            "Надзор врши надзорник. Еден е. Надзорникот има легитимација. Тој е вработен.",
        ),
        (
            op("replace", "art:2/para:2/intro", content="Записникот содржи податоци:"),
            "art:2/para:2",
            "Записникот содржи податоци:",
        ),
        (op("replace", "art:2/point:3", content="за времето."), "art:2/para:2/point:3", "за времето."),
        (
            op("insert", "after art:2/point:2", unit="point:2-а", content="за местото;"),
            "art:2/para:2/point:2-а",
            "за местото;",
        ),
        (
            op("insert", "before art:3/indent:1", unit="indent:1", content="секое лице;"),
            "art:3/para:3/indent:1",
            "секое лице;",
        ),
        (
            op("insert", "end art:2", unit="para:3", content="Записникот е јавен."),
            "art:2/para:3",
            "Записникот е јавен.",
        ),
        (
            op("renumber", "art:5", to="6"),
            "art:6/para:1",
            "Одлуката влегува во сила осмиот ден од денот на објавувањето.",
        ),
    ],
)
def test_what_an_operation_makes(operation: Operation, path: str, words: str) -> None:
    applied = done(operation)
    if not path:
        assert codes(applied) == ["not_there"]
        return
    assert codes(applied) == []
    assert line(applied.act, path) == words
    assert read(write(applied.act), "mk") == applied.act


def test_the_whole_text_with_headings_but_not_what_it_rested_on() -> None:
    applied = done(op("replace_words", old="комунален", new="јавен", all=True))
    assert (applied.act.title, codes(applied)) == ("за јавен ред", [])
    applied = done(op("replace_words", "art:*", old="надзорник", new="инспектор", all=True, count=3))
    assert codes(applied) == []
    assert write(applied.act).count("инспектор") == 3
    applied = done(op("replace_words", old="надзорник", new="инспектор", all=True, except_=["art:4"]))
    assert line(applied.act, "art:4/para:1").count("надзорник") == 2
    assert line(applied.act, "art:3/para:1").startswith("Надзор врши инспектор.")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("50", 1),
        ("5", 0),
        ("0", 0),
        ("надзорни", 0),
        ("надзорник", 1),
        ("Надзорник", 0),
        ("еврa", 1),
        ("eвра", 1),
        ("Врши", 0),
    ],
)
def test_whole_words_as_printed(told: str, found: int) -> None:
    applied = done(op("replace_words", "art:3", old=told, new="икс"))
    assert codes(applied) == ([] if found else ["not_found"])


def test_operations_of_one_act_mean_the_text_before_it() -> None:
    swapped = done(
        op("replace_words", "art:3/para:2", old="50", new="60"),
        op("replace_words", "art:3/para:2", old="60", new="70"),
    )
    assert codes(swapped) == ["not_found"]
    applied = done(
        op("insert", "after art:3/para:1", unit="para:2", content="Нов став."),
        op("insert", "after art:3/para:2", unit="para:3", content="Уште нов став."),
        op("renumber", "art:3/para:2", to="4"),
        op("replace_words", "art:3/para:2", old="50", new="100"),
        op("repeal", "art:3/para:3"),
    )
    assert codes(applied) == []
    article = find(applied.act, "art:3")
    assert article is not None
    assert [unit.text for unit in article.children][1:] == [
        "Нов став.",
        "Уште нов став.",
        "Глобата изнесува 100 евра (утврдена со закон).",
    ]
    assert applied.renumbered == (("art:3/para:2", "art:3/para:4"),)
    assert [gone.path for gone in applied.gone] == ["art:3/para:3"]


def test_numbers_may_be_swapped_but_not_shared() -> None:
    both = done(op("renumber", "art:2/para:1", to="2"), op("renumber", "art:2/para:2", to="1"))
    assert codes(both) == []
    assert line(both.act, "art:2/para:2").startswith("Надзорникот")
    assert codes(done(op("renumber", "art:2/para:1", to="2"))) == ["number_taken"]
    assert codes(done(op("insert", "after art:2/para:1", unit="para:2", content="Нов."))) == ["number_taken"]
    assert codes(done(op("insert", "after art:1", unit="art:5", content="Нов."))) == ["number_taken"]


def test_a_chapter_is_written_anew_with_its_articles() -> None:
    text = "Глава I ОПШТО\n\nЧлен 1\nПрв.\n\nГлава II КОНТРОЛА\n\nЧлен 2\nВтор.\n\nЧлен 3\nТрет.\n"
    new = op("replace", "chp:II", heading="НАДЗОР", content="Член 2\nНадзор врши инспектор.\nЧлен 4\nНов.")
    applied = apply(read(text, "mk"), [new])
    assert codes(applied) == []
    assert write(applied.act).endswith(
        "Член 1\nПрв.\n\nГлава II НАДЗОР\n\nЧлен 2\nНадзор врши инспектор.\n\nЧлен 4\nНов.\n"
    )


def test_a_new_chapter_and_its_articles() -> None:
    applied = done(
        op("insert", "after art:5", unit="chp:III", heading="КАЗНИ"),
        op("insert", "end chp:III", unit="art:6", content="Глобата е 50 евра."),
        op(
            "insert",
            "after art:6",
            unit="art:7",
            heading="Жалба",
            content="Може жалба:\n- во рок;\n- писмено.",
        ),
    )
    assert codes(applied) == []
    assert (
        "III. КАЗНИ\n\nЧлен 6\nГлобата е 50 евра.\n\nЖалба\nЧлен 7\nМоже жалба:\n- во рок;\n- писмено.\n"
        in write(applied.act)
    )


def test_labels_follow_those_beside_them() -> None:
    applied = done(
        op("insert", "after art:3/indent:2", unit="indent:3", content="трето лице."),
        op("replace_end", "art:3/indent:2", old=".", new=";"),
    )
    assert "– второ лице;\n– трето лице." in write(applied.act)
    albanian = done(op("insert", "after art:5-a", unit="art:5-b", content="Tekst i ri."), lang="sq")
    assert "Neni 5-b\nTekst i ri." in write(albanian.act)
    typed = read("О Д Л У К А\nза проба\nЧл. 1\nА.\nЧл. 2\nБ.", "mk")
    assert "Чл. 2-а\nВ." in write(
        done(op("insert", "after art:2", unit="art:2-а", content="В."), act=typed).act
    )


def test_tables_tariffs_and_annexes() -> None:
    applied = done(
        op("replace_words", "annex:1/table:1/row:2", old="50", new="60"),
        op("insert", "after annex:1/table:1/row:2", unit="row:3", content="Клупа | 70"),
        op("repeal", "annex:1/table:1/row:1"),
        op("replace_words", "tariff:1/point:1", old="100", new="200"),
        op("repeal", "tariff:2"),
        op("insert", "after annex:1", unit="annex:2", content="Втор прилог."),
    )
    assert codes(applied) == []
    assert "2. | Стол | 60\n3. | Клупа | 70\n\nТарифен број 1\n1) За маса 200 денари.\n" in write(applied.act)
    assert "Тарифен број 2" not in write(applied.act)
    assert write(applied.act).endswith("Прилог 2\n\nВтор прилог.\n")
    again = done(
        op("replace", "tariff:1", content="За маса 300 денари."),
        op("insert", "after tariff:2", unit="tariff:3", content="За клупа 70 денари."),
    )
    assert "Тарифен број 1\nЗа маса 300 денари.\n" in write(again.act)
    assert write(again.act).endswith("За стол 50 денари.\n\nТарифен број 3\nЗа клупа 70 денари.\n")


def test_an_annex_of_the_amending_act_takes_the_place_of_one() -> None:
    amending = read("О Д Л У К А\nза изменување\nЧлен 1\nТекст.\nПрилог 1\nПРЕГЛЕД\n1 | Нова маса", "mk")
    applied = apply(base(), [op("replace", "annex:1", content_from="annex:1")], annexes=amending)
    assert codes(applied) == []
    assert write(applied.act).endswith("Прилог 1 ПРЕГЛЕД\n\n1 | Нова маса\n")
    assert codes(apply(base(), [op("replace", "annex:1", content_from="annex:2")], annexes=amending)) == [
        "no_annex"
    ]


def test_headings_title_and_preamble() -> None:
    applied = done(
        op("replace_heading", "title", new="за јавен ред"),
        op("replace_heading", "chp:II", new="КОНТРОЛА"),
        op("replace_heading", "art:4", new="Глоби"),
        op("replace", "preamble", content="Врз основа на член 50 од Законот („Службен весник“ бр. 1/2020)"),
    )
    assert codes(applied) == []
    text = write(applied.act)
    assert text.startswith(
        "Врз основа на член 50 од Законот („Службен весник“ бр. 1/2020), Советот на Општина Куманово, донесе"
    )
    assert "за јавен ред" in text
    assert "II. КОНТРОЛА" in text
    assert "Глоби\nЧлен 4" in text


def test_what_changed_says_whence_and_the_rest_is_shared() -> None:
    source = Source(act="Одлука за изменување", article="art:1", gazette="7/2026")
    act = base()
    applied = apply(
        act, [op("replace_words", "art:2/para:1", old="еднаш", new="двапати"), op("repeal", "art:1")], source
    )
    changed = find(applied.act, "art:2/para:1")
    assert changed is not None
    assert changed.sources == (source,)
    assert find(applied.act, "art:3") is find(act, "art:3")
    assert [(gone.path, gone.source) for gone in applied.gone] == [("art:1", source)]


def test_references_that_went_stale_are_told() -> None:
    applied = done(op("repeal", "art:3/para:1"))
    assert applied.renumbered == (("art:3/para:2", "art:3/para:1"), ("art:3/para:3", "art:3/para:2"))
    (stale,) = applied.stale
    assert (stale.path, stale.meant, stale.reason) == ("art:4/para:1", "art:3/para:2", "renumbered")
    assert (
        line(applied.act, stale.path)[stale.start : stale.end]
        == stale.words
        == "член 3 став 2 на оваа одлука"
    )
    gone = done(op("repeal", "art:2/para:1"))
    assert [(one.path, one.words, one.reason) for one in gone.stale] == [
        ("art:2/para:2", "став 1 на овој член", "repealed")
    ]
    albanian = done(op("repeal", "art:5-а/para:2"), lang="sq")
    assert [(one.path, one.words) for one in albanian.stale] == [("art:6/para:1", "neni 5-a paragrafi 2")]
    assert done(op("repeal", "art:1")).stale == ()


@pytest.mark.parametrize(
    "words", ["членовите 1 – 3", "членовите 1-3", "член1 до 3", "ЧЛЕН 2", "чл. (2)", "член 1, 2"]
)
def test_a_reference_to_an_article_that_went_is_told_however_typed(words: str) -> None:
    act = read(
        f"Член 1\nПрв.\nЧлен 2\nВтор.\nЧлен 3\nТрет.\nЧлен 4\nСе применува {words} на оваа одлука.\n", "mk"
    )
    (stale,) = apply(act, [op("repeal", "art:2")]).stale
    assert (stale.path, stale.meant, stale.reason) == ("art:4/para:1", "art:2", "repealed")


def test_what_is_counted_in_a_unit_that_goes_is_not_counted() -> None:
    act = base("mk")
    new = op("insert", "after art:3/para:3/indent:1", unit="indent:3", content="трето лице;")
    applied = apply(act, [new, op("replace", "art:3", content="Надзор нема.")])
    assert applied.refused == ()
    assert line(applied.act, "art:3/para:1") == "Надзор нема."


def test_force_and_other_acts_change_no_word_and_are_kept() -> None:
    several = [
        op("in_force", days_after_publication=8),
        op("applies_from", date="2027-01-01"),
        op("repeal_act", act="Одлуката за друго (бр. 2/2010)"),
    ]
    applied = apply(base(), several)
    assert (applied.act, applied.kept, codes(applied)) == (base(), tuple(several), [])
    own = done(op("repeal_act", act="Одлуката за комунален ред („Службен гласник“ бр. 1/2020)"))
    assert own.repealed
    assert own.act.body == own.act.annexes == ()
    assert codes(done(op("repeal", "art:1", act="Одлуката за комунален ред (бр. 1/2020)"))) == []


LONG = "Член 1\nПрв.\nВтор:\n- а.\nТрет:\n- б."
REFUSED: list[tuple[str, list[Operation], str]] = [
    ("bad_address", [op("repeal", "член:3")], MK),
    ("not_there", [op("repeal", "art:9")], MK),
    ("ambiguous", [op("repeal", "art:1/indent:1")], LONG),
    ("changed_before", [op("repeal", "art:1"), op("replace_words", "art:1", old="ред", new="мир")], MK),
    ("not_found", [op("replace_words", "art:1", old="мир", new="ред")], MK),
    ("found_often", [op("replace_words", "art:4", old="надзорник", new="инспектор")], MK),
    (
        "count_differs",
        [op("replace_words", "art:4", old="надзорник", new="инспектор", all=True, count=3)],
        MK,
    ),
    ("brackets", [op("delete_words", "art:1", span="brackets")], MK),
    ("end_differs", [op("replace_end", "art:1", old=";", new=".")], MK),
    ("ends_already", [op("replace_end", "art:1", old="", new=";")], MK),
    ("more_follows", [op("delete_words", "art:3", after="50 евра", until="unit_end")], MK),
    ("no_own_words", [op("replace", "art:1/intro", content="Воведно:")], MK),
    ("nothing_left", [op("delete_words", "art:1", old="Со оваа одлука се уредува комуналниот ред.")], MK),
    ("no_change", [op("replace_words", "art:1", old="ред", new="ред")], MK),
    ("incomplete", [op("replace_words", "art:1", old="", new="мир")], MK),
    ("other_act", [op("repeal", "art:1", act="Одлуката за друго")], MK),
    ("wrong_place", [op("insert", "after art:1", unit="point:1", content="а;")], MK),
    ("inside_division", [op("insert", "after art:3", unit="chp:III", heading="НОВА")], MK),
    ("number_taken", [op("renumber", "art:1", to="2")], MK),
    ("position_differs", [op("renumber", "art:3/para:1", to="3")], MK),
    ("no_content", [op("replace", "art:1")], MK),
    ("content_unread", [op("replace", "art:1/para:1", content="Еден став.\nДруг став.")], MK),
    ("no_annex", [op("replace", "annex:1", content_from="annex:4")], MK),
    ("bad_row", [op("insert", "after annex:1/table:1/row:2", unit="row:3", content="а | б | в | г")], MK),
    ("unsound", [op("replace_words", "art:1", old="Со оваа одлука", new="(2) Со ова")], MK),
]


@pytest.mark.parametrize(("code", "several", "text"), REFUSED, ids=[one[0] for one in REFUSED])
def test_every_reason(code: str, several: list[Operation], text: str) -> None:
    act = read(text, "mk")
    applied = apply(act, several)
    assert codes(applied) == [code]
    assert applied.act == apply(act, several[:-1]).act
    words = applied.refused[0].words
    assert set(words) == {"mk", "sq", "en"}
    assert len(set(words.values())) == 3


def test_the_list_of_reasons_is_closed() -> None:
    assert {code for code, _, _ in REFUSED} == set(REASONS)


def test_two_articles_of_one_number_are_not_guessed() -> None:
    act = read("О Д Л У К А\nза проба\nЧлен 1\nА.\nЧлен 1\nБ.", "mk")
    assert codes(done(op("repeal", "art:1"), act=act)) == ["ambiguous"]
    assert [unit.children[0].text for unit in done(op("repeal", "art:1x2"), act=act).act.body] == ["А."]
    assert [unit.children[0].text for unit in done(op("repeal", "art:1x1"), act=act).act.body] == ["Б."]


SAID: list[tuple[Operation, str, str]] = [
    (
        op("replace_words", "art:4/para:2", old="А", new="Б В"),
        "Во членот 4 ставот 2 зборот „А“ се заменува со зборовите „Б В“.",
        "Në nenin 4 paragrafin 2 fjala „А“ zëvendësohet me fjalët „Б В“.",
    ),
    (
        op("replace_words", "act", old="А", new="Б", all=True, except_=["art:36"]),
        "Во целиот текст, освен во членот 36, зборот „А“ се заменува со зборот „Б“.",
        "Në tërë tekstin, përveç në nenin 36, fjala „А“ zëvendësohet me fjalën „Б“.",
    ),
    (
        op("insert_words_after", "art:6", anchor="лице", new=", А"),
        "Во членот 6 по зборот „лице“ се става запирка и се додава зборот „А“.",
        "Në nenin 6 pas fjalës „лице“ vihet presje dhe shtohet fjala „А“.",
    ),
    (
        op("delete_words", "art:8/para:2", after="А", until="sentence_end"),
        "Во членот 8 ставот 2 по зборот „А“ зборовите до крајот на реченицата се бришат.",
        "Në nenin 8 paragrafin 2 pas fjalës „А“ fjalët deri në fund të fjalisë shlyhen.",
    ),
    (
        op("replace_end", "art:4/indent:3", old=".", new=" и"),
        "Во членот 4 алинејата 3 точката на крајот се заменува со сврзникот „и“.",
        "Në nenin 4 alinenë 3 pika në fund zëvendësohet me fjalën „и“.",
    ),
    (
        op("insert", "after art:5", unit="art:5-а", heading="Казни", content="Текст."),
        "По членот 5 се додаваат наслов и нов член 5-а, кои гласат: „Казни\nЧлен 5-а\nТекст.“.",
        "Pas nenit 5 shtohen titull dhe nen i ri 5-a, si vijojnë: „Казни\nNeni 5-a\nТекст.“.",
    ),
    (
        op("renumber", "art:9/para:2", to="3"),
        "Во членот 9 ставот 2 станува став 3.",
        "Në nenin 9 paragrafi 2 bëhet paragraf 3.",
    ),
    (
        op("repeal", "art:9/para:1/sent:2"),
        "Во членот 9 ставот 1 втората реченица се брише.",
        "Në nenin 9 paragrafin 1 fjalia e dytë shlyhet.",
    ),
    (
        op("replace_heading", "chp:II", new="НАДЗОР"),
        "Називот на Глава II се менува и гласи: „НАДЗОР“.",
        "Titulli i Kapitullit II ndryshohet si vijon: „НАДЗОР“.",
    ),
    (
        op("in_force", days_after_publication=8),
        "Оваа одлука влегува во сила осмиот ден од денот на објавувањето.",
        "Ky vendim hyn në fuqi ditën e tetë nga dita e shpalljes.",
    ),
    (
        op("applies_from", date="2027-01-01", except_=["art:7"]),
        "Оваа одлука ќе се применува од 1 јануари 2027 година, освен членот 7.",
        "Ky vendim do të zbatohet nga 1 janari 2027, përveç nenit 7.",
    ),
    (
        op("repeal_act", act="Одлуката за А"),
        "Престанува да важи Одлуката за А.",
        "Shfuqizohet Одлуката за А.",
    ),
]


@pytest.mark.parametrize(("operation", "mk", "sq"), SAID, ids=[one[1][:40] for one in SAID])
def test_what_an_operation_says(operation: Operation, mk: str, sq: str) -> None:
    assert operation.said("mk") == mk
    assert operation.said("sq") == sq


@pytest.mark.parametrize(
    "operation",
    [
        op("replace_words", "act", old="А", new="Б"),
        op("replace_end", "art:1", old="", new=" и А"),
        op("repeal", "глупост"),
        op("repeal", "art:1", from_="publication", effect="from_start"),
        op("in_force"),
        op("insert", "art:1", unit="art:2"),
        op("delete_words", "art:1", old="А", correction=True),
        op("replace", "art:1", content_from="annex:1"),
    ],
)
def test_what_no_formula_says_is_told(operation: Operation) -> None:
    for lang in ("mk", "sq"):
        with pytest.raises(Unsayable):
            operation.said(lang)


def test_every_operation_has_a_sentence() -> None:
    given: dict[str, dict[str, Any]] = {
        "replace_words": {"old": "а", "new": "б"},
        "insert_words_after": {"anchor": "а", "new": "б"},
        "insert_words_before": {"anchor": "а", "new": "б"},
        "delete_words": {"old": "а"},
        "replace_end": {"old": ".", "new": ";"},
        "replace": {"content": "а"},
        "repeal": {},
        "replace_heading": {"new": "а"},
        "renumber": {"to": "2"},
        "applies_from": {"date": "2027-01-01"},
    }
    for kind in ops.ALL:
        target = "act" if kind.op in ("repeal_act", "in_force") else "art:1"
        extra = {"days_after_publication": 1} if kind.op == "in_force" else given.get(kind.op, {})
        one = (
            op(kind.op, "after art:1", unit="art:2", content="а")
            if kind.op == "insert"
            else op(kind.op, target, **extra)
        )
        assert one.said("mk").endswith(".")
        assert one.said("sq").endswith(".")
