"""Operations as data: what is written is read back, and nothing else passes."""

import pytest

from konak.lex.amend import Malformed, operation, ops

NOTATION = [
    {"op": "replace_words", "target": "art:3/para:2", "old": "еднаш неделно", "new": "двапати неделно"},
    {"op": "insert", "target": "after art:5", "unit": "art:5-а", "content": "Текст."},
    {"op": "replace", "target": "art:11/para:3", "content": "Нова содржина."},
    {"op": "insert_words_after", "target": "art:6", "anchor": "физичко лице", "new": "и правно лице"},
    {"op": "insert_words_before", "target": "art:6", "anchor": "барање", "new": "писмено"},
    {"op": "delete_words", "target": "art:8/para:2", "old": "по потреба"},
    {"op": "delete_words", "target": "art:8", "after": "лице", "until": "sentence_end"},
    {"op": "repeal", "target": "art:7"},
    {"op": "repeal", "target": "art:5", "act": "Одлуката за А", "from": "publication"},
    {"op": "renumber", "target": "art:9/para:2", "to": "3"},
    {"op": "replace_heading", "target": "chp:II", "new": "НАДЗОР"},
    {"op": "replace_end", "target": "art:4/indent:3", "old": ".", "new": " и"},
    {"op": "replace_words", "target": "act", "old": "а", "new": "б", "all": True, "except": ["art:36"]},
    {"op": "replace_words", "target": "art:2", "old": "а", "new": "б", "all": True, "count": 2},
    {"op": "in_force", "target": "act", "days_after_publication": 8},
    {"op": "in_force", "target": "act", "days_after_publication": 0},
    {"op": "in_force", "target": "act", "from": "adoption"},
    {"op": "applies_from", "target": "act", "date": "2027-01-01", "except": ["art:7"]},
    {"op": "repeal_act", "target": "act", "act": "Одлуката за А", "effect": "from_start"},
]


@pytest.mark.parametrize("data", NOTATION, ids=lambda data: f"{data['op']} {data['target']}")
def test_data_out_is_data_in(data: dict[str, object]) -> None:
    assert operation(data).data() == data
    assert operation(operation(data).data()) == operation(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"op": "guess"}, "there is no operation 'guess'"),
        ({}, "there is no operation None"),
        ({"op": "repeal", "old": "x"}, "repeal knows no old"),
        ({"op": "renumber", "target": "art:5"}, "renumber needs to"),
        ({"op": "renumber", "target": "art:5", "to": 6}, "renumber: to cannot be 6"),
        ({"op": "replace_words", "new": "а", "all": 1}, "replace_words: all cannot be 1"),
        ({"op": "replace_words", "new": "а", "except": [1]}, r"replace_words: except cannot be \[1\]"),
    ],
)
def test_what_is_no_operation_is_refused_with_the_reason(data: dict[str, object], said: str) -> None:
    with pytest.raises(Malformed, match=said):
        operation(data)


def test_the_set_is_closed_and_each_stands_in_a_file_of_its_name() -> None:
    assert len(ops.BY_NAME) == 13
    assert all(kind.__module__.endswith(f".{name}") for name, kind in ops.BY_NAME.items())
