"""How small print must be for a page to fit on one sheet, where neither Word nor a browser will say."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, fsum
from typing import assert_never

from serang_plan.page import (
    Bars,
    Block,
    Callout,
    Chart,
    Checklist,
    Code,
    Facts,
    Fields,
    Heading,
    Items,
    KeyFigures,
    Lines,
    Matrix,
    Notes,
    Page,
    PageBreak,
    Panels,
    Paragraph,
    Signature,
    Stacks,
    Table,
    Timeline,
)
from serang_plan.rendering.charts import svg
from serang_plan.rendering.paper.column_widths import most_columns, shares, text_width
from serang_plan.rendering.paper.outline import PaperTable, shown_matrix, shown_table, texts_of
from serang_plan.rendering.words import small_print
from serang_plan.wording import Lang

A4 = (11906, 16838)
SIDE, TOP, BOTTOM = 1021, 680, 794
"""The paper and its narrow margins, in twentieths of a point."""
SCALES = (1.0, 0.95, 0.9, 0.86, 0.82, 0.78)
FOR_SEVERAL = 0.9
"""The scale of a page that is too long for one sheet, however small its print."""
_HOPELESS = 1.2
"""This much too long is too long; a little less may fit, for more is counted than it takes."""
_BODY, _SMALL, _HEADING, _NOTES, _TITLE = 11.0, 9.0, 13.5, 9.0, 15.0
"""Sizes of print in points, as in the styles."""
_LINE = 1.17
"""The height of a line, and the space behind a paragraph, as shares of the print."""
_AFTER = 0.25


def scale_to_fit(page: Page) -> float:
    """Return the largest scale of print at which a page fits on one sheet."""
    if not can_fit(page):
        return FOR_SEVERAL
    return next((scale for scale in SCALES if _sheets(page, scale) <= 1), SCALES[-1])


def can_fit(page: Page) -> bool:
    """Whether a page may fit on one sheet in the smallest print."""
    return _sheets(page, SCALES[-1]) <= _HOPELESS


def paper(page: Page) -> tuple[int, int]:
    """Return how wide and how high the paper is, in twentieths of a point."""
    return A4[::-1] if page.level else A4


def _sheets(page: Page, scale: float) -> float:
    wide, high = paper(page)
    width, height = (wide - 2 * SIDE) / 20, (high - TOP - BOTTOM) / 20
    return _height(page, width / scale) * scale / height


def _height(page: Page, width: float) -> float:
    head = [(line, 12.0) for line in page.letterhead or ()]
    head += [(page.title, _TITLE), (page.subtitle, _BODY)]
    title = fsum(_lines(text, width, size, behind=0.1) for text, size in head) + 2 * _TITLE
    return title + fsum(_block(block, width, page) for block in page.blocks)


def _block(block: Block, width: float, page: Page) -> float:
    match block:
        case Heading(text, _):
            return _lines(text, width, _HEADING, behind=0.75)
        case Paragraph(text, _, marks):
            return _lines(text + "".join(marks), width)
        case Callout(text, _):
            return _lines(text, width, behind=1.2)
        case KeyFigures():
            return 4 * _BODY
        case Table():
            return _table(shown_table(block, most_columns(page)), width)
        case Items(items):
            return _all(
                (f"{item.text}{''.join(item.marks)} {item.ahead} {item.command}" for item in items),
                width - 25,
            )
        case Checklist(tasks, rest):
            return _all((*(task.text for task in tasks), *filter(None, (rest,))), width - 20)
        case Code(text, _):
            return fsum(_lines(line, width, _NOTES, behind=0) for line in text.splitlines())
        case Panels():
            return 0  # they follow on as many sheets as they need
        case Bars() | Stacks() | Lines() | Timeline():
            return _chart(block, width, page.lang)
        case Facts(title, facts, _):
            return 2 * _BODY + _lines(title, width) + _all((fact.text for fact in facts), width - 80)
        case Matrix():
            return fsum(_table(part, width) for part in shown_matrix(block))
        case Fields(rows):
            return _all((text for _, text in rows), width - 90) + _BODY
        case Signature(above, below):
            return (len(above) + len(below) + 5) * _BODY * _LINE
        case PageBreak():
            return 0
        case Notes(title, notes):
            return _lines(title, width, _HEADING, behind=0.75) + fsum(
                _lines(note.text, width - 25, _NOTES, behind=0.1) for note in notes
            )
        case _:
            assert_never(block)


def _chart(chart: Chart, width: float, lang: Lang) -> float:
    pictures = svg.draw(chart, lang, svg.PAPER)
    drawn = fsum(picture.height * width / picture.width for picture in pictures)
    remarks = fsum(_lines(words, width, _SMALL) for words in small_print(chart))
    return _lines(chart.caption, width, behind=0.6) + drawn + remarks + _BODY


def _lines(text: str, width: float, size: float = _BODY, behind: float = _AFTER) -> float:
    """Return the height of a paragraph and the space behind it."""
    if not text:
        return 0
    return (max(1, ceil(text_width(text) * size / max(width, 1))) * _LINE + behind) * size


def _all(texts: Iterable[str], width: float) -> float:
    return fsum(_lines(text, width) for text in texts)


def _table(table: PaperTable, width: float) -> float:
    widths = [share * _SMALL for share in shares(texts_of(table), width / _SMALL)]
    caption = _lines(table.caption, width, behind=0.6) + _lines(table.legend, width, _SMALL)
    rows = [[column.title for column in table.columns]]
    for group in table.groups:
        rows += [[group.title]] if group.title else []
        rows += [[cell.text + "".join(cell.marks) for cell in row] for row in group.rows]
    return caption + fsum(_row(row, widths) for row in rows) + _BODY


def _row(row: list[str], widths: list[float]) -> float:
    cells = zip(row, widths, strict=False)
    return max((_lines(text, width - 9, _SMALL, behind=0.3) for text, width in cells), default=0)
