"""An annex of a pasted amending decision comes along: gathered, written, published, and in the consolidated text."""

from typing import Any

import pytest

from konak import lex
from konak.acts import office, queries
from konak.acts.consolidation import latest, open_sentences
from konak.acts.models import Act
from konak.acts.preview import previews
from konak.acts.tests import amending_of as of
from konak.acts.tests.office_of import AT, MK, SQ, House, Road
from konak.acts.tests.test_screens import _second_factor_done, at_desk, send  # noqa: F401
from tests.lodging import made_once

pytestmark = pytest.mark.usefixtures("_second_factor_done")
OLD = {
    "mk": "\nПрилог 1\nЦЕНОВНИК\n\n1 | Сала А | 500\n",
    "sq": "\nShtojca 1\nÇMIMORJA\n\n1 | Salla A | 500\n",
}
PASTED = {
    "text_mk": of.text("mk", "Прилогот 1 се заменува со нов Прилог 1, кој е составен дел на оваа одлука.")
    + "\nПрилог 1\nНОВ ЦЕНОВНИК\n\n1 | Сала А | 700\n",
    "text_sq": of.text(
        "sq", "Shtojca 1 zëvendësohet me Shtojcë e re 1, e cila është pjesë përbërëse e këtij vendimi."
    )
    + "\nShtojca 1\nÇMIMORJA E RE\n\n1 | Salla A | 700\n",
}


@made_once
def draft(house: House) -> Act:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("konak.acts.tests.office_of.MK", MK + OLD["mk"])
        patch.setattr("konak.acts.tests.office_of.SQ", SQ + OLD["sq"])
        return of.drafted(house, Road(house).to("published"))


def accepted(house: House, draft: Act, **more: str) -> Act:
    said: dict[str, Any] = PASTED | {"do_0": "take"} | more
    send(at_desk(house.officer), f"/office/acts/{draft.pk}/changes/read/", **said)
    draft.refresh_from_db()
    return draft


def test_the_annex_is_offered_and_comes_along(house: House, draft: Act) -> None:
    page = (
        at_desk(house.officer)
        .post(f"/office/acts/{draft.pk}/changes/read/", PASTED | {"look": "1"})
        .content.decode()
    )
    assert "Ова не одговара" not in page
    assert "НОВ ЦЕНОВНИК" in page
    act = accepted(house, draft)
    assert [next(iter(one["mk"])) for one in act.changes] == ["annex", "op"]
    shown = previews(act)["mk"]
    assert ("НОВ ЦЕНОВНИК" in lex.write(shown.new), shown.left) == (True, [])


def test_what_is_gathered_and_does_not_fit_any_more_is_told(house: House, draft: Act) -> None:
    act = accepted(house, draft)
    act.changes = [one for one in act.changes if "op" in one["mk"]]
    left = previews(act)["mk"].left
    assert [one.text.startswith("Прилогот 1 се заменува") for one in left] == [True]
    assert left[0].why["sq"]


def test_it_is_written_published_and_stands_in_the_consolidated_text(house: House, draft: Act) -> None:
    act = accepted(house, draft)
    written = office.write_decision(house.officer, act, version=act.version, versions={}, at=AT)
    assert "700" in lex.write(queries.tree(written["sq"]))
    assert "НОВ ЦЕНОВНИК" in lex.write(previews(act)["mk"].new)
    texts = {lang: lex.write(queries.tree(text)) for lang, text in written.items()}
    act.refresh_from_db()
    done = of.published(house, act, texts)
    assert open_sentences(done) == []
    assert done.amends is not None
    new = {lang: lex.write(tree) for lang, tree in latest(done.amends).items()}
    for lang, name in (("mk", "НОВ ЦЕНОВНИК"), ("sq", "ÇMIMORJA E RE")):
        assert (name in new[lang], "| 700" in new[lang], "| 500" in new[lang]) == (True, True, False)


def test_without_the_annex_the_sentence_is_refused(house: House, draft: Act) -> None:
    bare = {name: text.split("\nПрилог 1\n")[0].split("\nShtojca 1\n")[0] for name, text in PASTED.items()}
    answer = at_desk(house.officer).post(f"/office/acts/{draft.pk}/changes/read/", bare | {"do_0": "take"})
    assert answer.status_code == 422
    draft.refresh_from_db()
    assert draft.changes == []
