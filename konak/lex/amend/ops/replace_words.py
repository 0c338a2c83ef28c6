"""Words of a unit give way to others."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceWords(Operation):
    """`old` becomes `new`. One place is meant unless `all` says every place, and `count` how many those are.

    `span="brackets"` means the one pair of brackets of the target and all in it; `old` is empty then.
    `except_` are addresses left as they are. `correction` marks an исправка, in force from the publication
    of the text that it corrects. `act` names another act than the one amended.
    """

    op: ClassVar[str] = "replace_words"

    old: str = ""
    new: str
    all: bool = False
    count: int | None = None
    span: str = ""
    except_: tuple[str, ...] = ()
    correction: bool = False
    act: str = ""
