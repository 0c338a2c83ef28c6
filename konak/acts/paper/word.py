"""An act as a Word file: headings, numbers and tables as they are printed. The same text gives the same words."""

from io import BytesIO
from typing import Any

from konak import lex

_HEADS = {"part": 1, "chapter": 1, "section": 2, "article": 3, "item": 3, "annex": 2}
_CENTRED = ("kind", "title", "part", "chapter", "section", "article", "item", "tariff", "annex")


def docx(tree: lex.Act, notes: tuple[str, ...] = ()) -> bytes:
    """The text in .docx; `notes` stand above it (from which day it is, that it is no original)."""
    import docx as word
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    paper = word.Document()
    paper.core_properties.title = " ".join(filter(None, (tree.kind_text, tree.title)))
    paper.core_properties.language = tree.lang
    for note in notes:
        paper.add_paragraph().add_run(note).italic = True
    for part in lex.parts(tree):
        label = " ".join(filter(None, (part.label, part.heading)))
        if part.rows:
            _table(paper, part.rows)
        elif part.kind in _HEADS:
            paper.add_heading(label, _HEADS[part.kind]).alignment = ALIGN.CENTER
            if part.text:
                paper.add_paragraph(part.text)
        else:
            block = paper.add_paragraph(" ".join(filter(None, (label, part.text))))
            if part.kind in _CENTRED:
                block.alignment = ALIGN.CENTER
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _table(paper: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    """Tables, and the closing block's two columns."""
    table = paper.add_table(rows=len(rows), cols=max(len(row) for row in rows))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(line.cells, row, strict=False):
            cell.text = words
