"""Tables of a web page: headings that say what they head; on a phone each row becomes a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from serang_plan.page import Align, Cell, Column, Group, Matrix, Table
from serang_plan.rendering.paper.column_widths import kept as kept_columns
from serang_plan.rendering.tables.column_parts import ColumnPart, PartRow, in_parts
from serang_plan.rendering.web.references import References
from serang_plan.rendering.web.tags import escaped, tag, toned

Words = Callable[[str], str]
"""Writes data as text, with links where it leads somewhere."""
_NARROW, _PHONE = 3, 44
"""A table of fewer columns fits on a phone as it is; one of just so many if its texts have so few letters."""
_LONGEST_CODE, _LONGEST_WORDS, _LONGEST_FIGURE = 12, 16, 24
"""A column of such short texts is never broken, on a broad screen nor one of a few words, nor are figures."""
_PAPER, _BROAD = 118, 30
"""So many letters stand side by side on an A4 page; a column broader than that is broken anyway."""
_NOTHING = ("–", "-", "")
_MOST_COLUMNS = 16
"""How many columns of a matrix stand side by side: more do not fit on paper."""


class _TableColumn(NamedTuple):
    """A column that is shown: where its cells are, how they look, and whether a phone puts them below."""

    at: int
    column: Column
    classes: tuple[str, ...]
    below: bool


def drawn(table: Table, references: References, name: str, most_on_paper: int) -> str:
    """Return a table with its caption; columns without a title say nothing that is not said elsewhere."""
    columns = [*_columns(table, most_on_paper)]
    heads = (tag("th", escaped(column.column.title), *column.classes, scope="col") for column in columns)
    groups = "".join(_group(group, columns, references) for group in table.groups)
    caption = tag("caption", escaped(table.caption), id=name)
    inner = f"{caption}\n<thead>{tag('tr', ''.join(heads))}</thead>\n{groups}"
    return _boxed(tag("table", inner, "wide" if _is_wide(table, columns) else ""), name)


def _columns(table: Table, most_on_paper: int) -> Iterator[_TableColumn]:
    kept = [at for at, column in enumerate(table.columns) if column.title]
    lengths = {at: _longest(table, at) for at in kept}
    tight_for_paper = sum(map(min, lengths.values(), repeat(_BROAD))) > _PAPER - 2 * len(kept)
    on_paper = kept_columns(table, most_on_paper)
    for nth, at in enumerate(kept):
        column = table.columns[at]
        unbroken = lengths[at] <= (_LONGEST_FIGURE if column.align == "right" else _LONGEST_CODE)
        classes = (
            *_aligned(column.align),
            "tight" if unbroken else "level" if lengths[at] <= _LONGEST_WORDS else "",
            "spare" if column.redundant and tight_for_paper else "",
            "" if at in on_paper else "unprinted",
        )
        beside = nth == 1 and column.bare and column.wrap and not column.drop
        yield _TableColumn(at, column, classes, nth > 0 and not beside and len(kept) >= _NARROW)


def _is_wide(table: Table, columns: Sequence[_TableColumn]) -> bool:
    if len(columns) != _NARROW:
        return len(columns) > _NARROW
    return sum(_longest(table, column.at) for column in columns) > _PHONE


def _longest(table: Table, at: int) -> int:
    """Return how many letters the longest text of a column has."""
    texts = (row[at].text for group in table.groups for row in group.rows)
    return max(map(len, (table.columns[at].title, *texts)))


def _group(group: Group, columns: Sequence[_TableColumn], references: References) -> str:
    rows = []
    if group.title:
        title = tag("th", references.words(group.title), colspan=str(max(1, len(columns))), scope="rowgroup")
        rows.append(tag("tr", title, "group"))
    for row in group.rows:
        cells = (_cell(row[column.at], column, references, nth == 0) for nth, column in enumerate(columns))
        rows.append(tag("tr", "".join(cells)))
    return tag("tbody", "\n".join(rows)) + "\n"


def _cell(cell: Cell, column: _TableColumn, references: References, first: bool) -> str:
    """Write a cell; one that a phone puts below has the title it needs with it, which only phones show."""
    text = references.marked(cell.text, cell.marks)
    classes = (toned(cell.tone), *column.classes)
    if first and text:
        return tag("th", text, *classes, scope="row")
    if column.below:
        text = text if column.column.bare else f"<span hidden>{escaped(column.column.title)} </span>{text}"
        classes = (*classes, "below", "none" if cell.text in _NOTHING else "")
    return tag("td", text, *classes)


def matrix(matrix: Matrix, words: Words, name: str) -> str:
    """Return a matrix in as many parts as fit on paper."""
    parts = [*in_parts(matrix, _MOST_COLUMNS)]
    tables = (
        _part(part, matrix, words, f"{name}-{nth}", nth, len(parts)) for nth, part in enumerate(parts, 1)
    )
    return "\n".join(tables)


def _part(part: ColumnPart, matrix: Matrix, words: Words, name: str, nth: int, of: int) -> str:
    which = f" ({nth}/{of})" if of > 1 else ""
    legend = tag("span", escaped(matrix.legend), "legend") if matrix.legend and nth == 1 else ""
    caption = tag("caption", f"{escaped(matrix.caption)}{which}{legend}", id=name)
    align = _aligned(matrix.align)
    heads = "".join(tag("th", words(title), *align, scope="col") for title in part.columns)
    head = f"<thead>{tag('tr', tag('th', escaped(matrix.corner), scope='col') + heads)}</thead>"
    rows = "\n".join(_row(row, words, align) for row in part.rows)
    return _boxed(tag("table", f"{caption}\n{head}\n<tbody>{rows}</tbody>", "matrix"), name)


def _row(row: PartRow, words: Words, align: Sequence[str]) -> str:
    cells = "".join(
        tag("td", words(cell.text), toned(cell.tone), *align) if cell else "<td></td>" for cell in row.cells
    )
    return tag("tr", tag("th", words(row.label), scope="row") + cells)


def _aligned(align: Align) -> list[str]:
    return ["right"] if align == "right" else []


def _boxed(inner: str, name: str) -> str:
    """Put what may be wider than the screen into a box that scrolls, with the keyboard too."""
    return tag("div", inner, "box", role="group", tabindex="0", aria_labelledby=name)
