"""What an operation says is read back as the operation, in both languages."""

import pytest

from konak.lex import corpus
from konak.lex.amend import Operation, Unsayable, operation, sentences

# Bare „точка 3“ may be a point or an item of an individual act; the name of another act is not translated.
EVERY = [
    one
    for case in (*corpus.sentences(), *corpus.acts())
    for sentence in case.wanted
    for one in map(operation, sentence["operations"])
    if "item:" not in one.target and not getattr(one, "act", "")
]


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_the_sentence_of_an_operation_is_the_operation(lang: str) -> None:
    said, other = 0, list[tuple[Operation, str]]()
    for one in EVERY:
        try:
            sentence = one.said(lang)
        except Unsayable:
            continue
        said += 1
        read = sentences.read(sentence, lang)
        if [operation for part in read for operation in part.operations] != [one]:
            other.append((one, sentence))
    assert said > 300
    assert other == []
