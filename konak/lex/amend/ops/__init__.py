"""The closed set of operations, one file each."""

from konak.lex.amend.ops.applies_from import AppliesFrom
from konak.lex.amend.ops.delete_words import DeleteWords
from konak.lex.amend.ops.in_force import EntersIntoForce
from konak.lex.amend.ops.insert import Insert
from konak.lex.amend.ops.insert_words_after import InsertWordsAfter
from konak.lex.amend.ops.insert_words_before import InsertWordsBefore
from konak.lex.amend.ops.renumber import Renumber
from konak.lex.amend.ops.repeal import Repeal
from konak.lex.amend.ops.repeal_act import RepealAct
from konak.lex.amend.ops.replace import Replace
from konak.lex.amend.ops.replace_end import ReplaceEnd
from konak.lex.amend.ops.replace_heading import ReplaceHeading
from konak.lex.amend.ops.replace_words import ReplaceWords

ALL = (
    ReplaceWords, InsertWordsAfter, InsertWordsBefore, DeleteWords, ReplaceEnd, Replace, Insert, Repeal,
    ReplaceHeading, Renumber, RepealAct, EntersIntoForce, AppliesFrom,
)  # fmt: skip
BY_NAME = {kind.op: kind for kind in ALL}

__all__ = [
    "ALL", "BY_NAME", "AppliesFrom", "DeleteWords", "EntersIntoForce", "Insert", "InsertWordsAfter",
    "InsertWordsBefore", "Renumber", "Repeal", "RepealAct", "Replace", "ReplaceEnd", "ReplaceHeading",
    "ReplaceWords",
]  # fmt: skip
