"""The first sheet as CSV that Excel opens by a double click: separators of the language, or those named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from serang_plan.page import Callout, Page, Sheet, Value
from serang_plan.wording import Lang, Text, escape_invisible

_MARK = "\ufeff"
"""Without it Excel does not read UTF-8."""
_SEPARATORS: dict[Lang, tuple[str, str]] = {"id": (";", ","), "en": (",", ".")}
"""Between cells, and before decimals: what Excel expects where the language is spoken."""
_STAMPS = Text("Keadaan per", "As of"), Text("Perhatian", "Notice"), Text("Dibuat dari", "Made from")
_FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""


def render(page: Page, sheets: Sequence[Sheet], *, separator: str = "", decimal: str = "") -> bytes:
    """Return the first sheet, each row stamped; lines end as the standard for CSV says, on every system."""
    usual_separator, usual_decimal = _SEPARATORS[page.lang]
    written = io.StringIO()
    between = separator or usual_separator
    writer = csv.writer(written, delimiter=between, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows(rows_of(page, sheets[0], decimal or usual_decimal))
    return (_MARK + written.getvalue()).encode("utf-8")


def rows_of(page: Page, sheet: Sheet, decimal: str) -> Iterator[Sequence[str]]:
    """Give the titles and the rows of a sheet as text, with what each is as of and was made from."""
    stamps = _stamps(page)
    yield (*sheet.columns, *(title.for_lang(page.lang) for title, _ in stamps))
    for row in sheet.rows:
        yield [_cell(value, decimal) for value in (*row, *(value for _, value in stamps))]


def _stamps(page: Page) -> list[tuple[Text, Value]]:
    """Return what other formats say at their head and foot: a table has no room for it but in its rows."""
    notices = " ".join(block.text for block in page.blocks if isinstance(block, Callout))
    values: tuple[Value, ...] = (page.as_of, notices, page.stamp)
    return [(title, value) for title, value in zip(_STAMPS, values, strict=True) if value]


class _Bare(str):
    """What stands without quotes: to the writer of the standard library that is whatever is a number."""

    def __float__(self) -> float:
        raise ValueError(self)


def _cell(value: Value, decimal: str) -> str:
    """Write a number bare, a day as 2020-03-10, and text in quotes."""
    match value:
        case None:
            return _Bare()
        case date():
            return _Bare(value.isoformat())
        case int():
            return _Bare(value)
        case Decimal():
            return _Bare(f"{value:f}".replace(".", decimal))
        case _:
            return inert(escape_invisible(value))


def inert(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: what looks like one gets quotation marks.

    A space or an apostrophe before it would be lost once the file is saved and opened again.
    """
    return f"“{text}”" if text.lstrip().startswith(_FORMULA) else text
