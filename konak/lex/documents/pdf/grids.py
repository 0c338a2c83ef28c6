"""Tables with rules: what stands between the same lines is one cell, however many rows of print it takes."""

from bisect import bisect

from konak.lex.documents.pdf.rows import Row, Run, rows

_THIN = 3.0
_NEAR = 3.0
_MOST = 200  # columns

Rule = list[float]  # left, foot, right, top


def taken(runs: list[Run], rules: list[Rule]) -> tuple[list[Run], list[Row]]:
    """(the runs outside tables, the rows of tables). Rules that frame only one column make no table."""
    upright = [rule for rule in rules if rule[2] - rule[0] <= _THIN < rule[3] - rule[1]]
    level = [rule for rule in rules if rule[3] - rule[1] <= _THIN < rule[2] - rule[0]]
    tables: list[Row] = []
    for foot, top in _stretches(upright):
        inside = [run for run in runs if foot <= run.base <= top]
        edges = _places([(rule[0] + rule[2]) / 2 for rule in upright if _touches(rule, foot, top)])
        found = _rows(inside, edges, _places([rule[1] for rule in level if _touches(rule, foot, top)]))
        if found:
            tables += found
            runs = [run for run in runs if not foot <= run.base <= top]
    return runs, tables


def _stretches(upright: list[Rule]) -> list[tuple[float, float]]:
    """Where upright rules stand, as (foot, top), from the top; rules that meet make one stretch."""
    result: list[tuple[float, float]] = []
    for rule in sorted(upright, key=lambda rule: -rule[3]):
        if result and rule[3] >= result[-1][0] - _NEAR:
            result[-1] = min(result[-1][0], rule[1]), result[-1][1]
        else:
            result.append((rule[1], rule[3]))
    return result


def _touches(rule: Rule, foot: float, top: float) -> bool:
    return rule[1] <= top + _NEAR and rule[3] >= foot - _NEAR


def _places(values: list[float]) -> list[float]:
    """Values in order, those close together once."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _NEAR:
            result.append(value)
    return result


def _rows(inside: list[Run], edges: list[float], levels: list[float]) -> list[Row]:
    if len(edges) > _MOST or not inside:
        return []
    cells: dict[int, dict[int, list[Run]]] = {}
    for run in inside:
        column = bisect(edges, (run.left + run.right) / 2)
        cells.setdefault(bisect(levels, run.base), {}).setdefault(column, []).append(run)
    columns = sorted({column for row in cells.values() for column in row})
    if len(columns) < 2:
        return []
    whole = range(columns[0], columns[-1] + 1)
    result = []
    for band in sorted(cells, reverse=True):
        found = cells[band]
        texts = tuple(" ".join(row.text for row in rows(found.get(column, []))) for column in whole)
        first = max((run for runs in found.values() for run in runs), key=lambda run: run.base)
        result.append(Row(first.base, first.size, (first,), texts))
    return result
