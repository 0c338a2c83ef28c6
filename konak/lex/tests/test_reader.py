"""How the plain reader takes texts as they come."""

import pytest

from konak.lex import Unreadable, clean, find, read, walk, write

HEAD = "О Д Л У К А\nза проба\n\n"


def paths(text: str, lang: str = "mk") -> list[str]:
    return [path for path, _, _ in walk(read(text, lang))]


@pytest.mark.parametrize(
    ("line", "kind", "title"),
    [
        ("О Д Л У К А", "decision", ""),
        ("ОДЛУКА за буџет", "decision", "за буџет"),
        ("Р Е Ш Е Н И Е за свикување", "ruling", "за свикување"),
        ("ПРЕДЛОГ-ОДЛУКА\nза буџет", "decision", "за буџет"),
        ("Заклучок\nза објавување", "conclusion", "за објавување"),
        ("Одлуката е донесена.", "", ""),
    ],
)
def test_kinds(line: str, kind: str, title: str) -> None:
    act = read(line, "mk")
    assert (act.kind, act.title) == (kind, title)


@pytest.mark.parametrize(
    ("line", "kind"),
    [("V E N D I M", "decision"), ("AKTVENDIM për emërim", "ruling"), ("Rregullorja e punës", "rules")],
)
def test_albanian_kinds(line: str, kind: str) -> None:
    assert read(line, "sq").kind == kind


def test_preamble_and_enacting_words() -> None:
    act = read(
        "Врз основа на член 30 од Законот („Службен весник на РМ“ бр. 5/2002),\n"
        "Советот на Општина Куманово, донесе\nОДЛУКА\nза проба\nЧлен 1\nТекст.",
        "mk",
    )
    assert act.preamble == "Врз основа на член 30 од Законот („Службен весник на РМ“ бр. 5/2002),"
    assert act.enacting == "Советот на Општина Куманово, донесе"


def test_look_alike_letters_share_one_address() -> None:
    assert paths(HEAD + "Член 5-a\nТекст.") == ["art:5-а", "art:5-а/para:1"]
    assert paths(HEAD + "Член 5-а\nТекст.") == ["art:5-а", "art:5-а/para:1"]
    assert paths("VENDIM\nNeni 5-a\nTekst.", "sq") == ["art:5-а", "art:5-а/para:1"]


def test_unnumbered_paragraphs_count() -> None:
    act = read(HEAD + "Член 1\nПрв став:\n- а;\n- б.\nВтор став.", "mk")
    second, indent = find(act, "art:1/para:2"), find(act, "art:1/para:1/indent:2")
    assert second is not None
    assert indent is not None
    assert (second.text, indent.text) == ("Втор став.", "б.")


def test_a_hard_wrapped_line_goes_on() -> None:
    act = read(HEAD + "Член 1\nОваа реченица е пресечена на крајот од\nредот.\nНов став.", "mk")
    assert [unit.text for unit in act.body[0].children] == [
        "Оваа реченица е пресечена на крајот од редот.",
        "Нов став.",
    ]


def test_citing_an_article_does_not_begin_one() -> None:
    assert paths(HEAD + "Член 1\nПрво.\nЧлен 36 став 1 од Законот останува.") == [
        "art:1",
        "art:1/para:1",
        "art:1/para:2",
    ]


def test_quoted_articles_stay_inside() -> None:
    text = (
        HEAD + "Член 1\nПо членот 5 се додава нов член 5-а, кој гласи:\n"
        "„Член 5-а\nПрв став.\nЧлен 5-б\nТекст.“\nЧлен 2\nКрај."
    )
    assert [unit.num for unit in read(text, "mk").body] == ["1", "2"]


def test_two_articles_of_one_number_keep_two_addresses() -> None:
    act = read(HEAD + "Член 1\nА.\nЧлен 1\nБ.", "mk")
    assert [own for _, own, _ in walk(act)] == ["art_1", "art_1__para_1", "art_1x2", "art_1x2__para_1"]


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        (HEAD + "Член 1\nА.\n" + "долго " * 5_000, "too_long", 6),
        (HEAD + "Член 1\n\x00\x01\x02\x03", "not_text", 5),
        (HEAD + "Член 1\nOp{tinata go ~uva redot.", "legacy_font", 5),
        (HEAD + "Член\nЧлен 2\nА.", "label", 4),
        (HEAD + "I. ОПШТИ ОДРЕДБИ\nСлободен текст.\nЧлен 1\nА.", "outside", 5),
        (
            HEAD + "Член 1\nА.\n\nБрој 09-1/1\nПРЕТСЕДАТЕЛ\nАна Илиева с.р.\nОва е вишок!\nПрилог 1\nБ.",
            "after_closing",
            10,
        ),
    ],
)
def test_what_is_not_understood_is_kept_and_shown(text: str, reason: str, line: int) -> None:
    act = read(text, "mk")
    assert [(unit.reason, unit.line) for unit in act.unread] == [(reason, line)]
    assert "".join(write(act).split()) == "".join(clean.normal(text).split())


def test_annexes_follow_the_closing_block() -> None:
    text = HEAD + "Член 1\nА.\n\nБрој 09-1/1\nПРЕТСЕДАТЕЛ\nАна Илиева с.р.\n\nПрилог 1\nТабела\n1 | 2\n"
    act = read(text, "mk")
    assert act.closing is not None
    assert [unit.kind for unit in act.annexes] == ["annex"]


def test_limits() -> None:
    with pytest.raises(Unreadable):
        read("а" * (clean.MOST_CHARACTERS + 1), "mk")
    with pytest.raises(Unreadable):
        read("а\n" * (clean.MOST_LINES + 1), "mk")
    with pytest.raises(Unreadable):
        read("", "xx")
    assert read("", "mk").body == ()


@pytest.mark.parametrize(
    "line", ["а" * 100_000, "(" * 100_000, "- " * 50_000, "I" * 100_000, "„" * 100_000, "1." * 50_000]
)
def test_a_very_long_line_is_read_whole(line: str) -> None:
    act = read("\n".join([line] * 20), "mk")
    assert "".join(write(act).split()) == "".join((line * 20).split())
