"""Any words at all, in any field, come back as they were or are refused; none are bent."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from konak.archive.eark import Event, Party, Unsound, read, write
from konak.archive.eark.tests.cases_of import cases, package, papers
from konak.archive.eark.things import UNWRITABLE

WORDS = st.text(
    st.sampled_from("аЃšё \t\n\r<>&\"'{}]#;\x07\x85\u2028\U0001f3db/.%") | st.characters(),
    max_size=9,
)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(title=WORDS, mark=WORDS, name=WORDS, role=WORDS, kind=WORDS, detail=WORDS, outcome=WORDS)
def test_words_come_back_as_they_were_or_are_refused(
    title: str, mark: str, name: str, role: str, kind: str, detail: str, outcome: str
) -> None:
    event = Event(kind, package().at, name, detail, outcome)
    paper = replace(papers()[0], title=title, mark=mark, parties=(Party(name, role),), events=(event,))
    case = replace(cases()[0], title=title, documents=(paper,))
    unfit = any(map(UNWRITABLE.search, (title, mark, name, role, kind, detail, outcome))) or not (
        kind and name
    )
    with tempfile.TemporaryDirectory() as folder:
        try:
            written = write(package(), [case], Path(folder))
        except Unsound:
            assert unfit
            return
        assert not unfit
        with read(written) as unpacked:
            assert tuple(unpacked.cases()) == (case,)
