"""`konak lex amendments`: the sentences of a text and what they were read into, as JSON or to read."""

import json
from typing import Any

from konak.lex.amend.sentences import Sentence, read, reasons


def as_data(sentence: Sentence) -> dict[str, Any]:
    """One sentence as JSON data; `unread` is null or the code of the reason."""
    return {
        "text": sentence.text,
        "article": sentence.article,
        "operations": [operation.data() for operation in sentence.operations],
        "unread": sentence.unread,
        "own_provision": sentence.own_provision,
    }


def show(text: str, lang: str, *, as_json: bool) -> int:
    """Print every sentence; 0 always: what was not read is told with its reason, and is no fault."""
    found = read(text, lang)
    if as_json:
        print(json.dumps([as_data(one) for one in found], ensure_ascii=False, indent=1))
        return 0
    for one in found:
        print(f"{one.article}: {one.text}" if one.article else one.text)
        if one.unread:
            print(f"    ? {one.unread}: {reasons.WORDS[one.unread][lang]}")
        if one.own_provision:
            print("    –")
        for operation in one.operations:
            print(f"    {json.dumps(operation.data(), ensure_ascii=False)}")
    return 0
