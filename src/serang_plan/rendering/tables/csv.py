"""The first sheet as CSV that Excel opens by a double click: separators of the language, text as text."""

from __future__ import annotations

from collections.abc import Sequence
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


def render(page: Page, sheets: Sequence[Sheet]) -> bytes:
    """Return the first sheet, each row stamped; lines end as the standard for CSV says, on every system."""
    first, stamps = sheets[0], _stamps(page)
    between, _ = _SEPARATORS[page.lang]
    heads = (*first.columns, *(title.for_lang(page.lang) for title, _ in stamps))
    rows = ((*row, *(value for _, value in stamps)) for row in first.rows)
    lines = (between.join(_cell(value, page.lang) for value in row) for row in (heads, *rows))
    return (_MARK + "".join(f"{line}\r\n" for line in lines)).encode("utf-8")


def _stamps(page: Page) -> list[tuple[Text, Value]]:
    """Return what other formats say at their head and foot: a table has no room for it but in its rows."""
    notices = " ".join(block.text for block in page.blocks if isinstance(block, Callout))
    values: tuple[Value, ...] = (page.as_of, notices, page.stamp)
    return [(title, value) for title, value in zip(_STAMPS, values, strict=True) if value]


def _cell(value: Value, lang: Lang) -> str:
    """Write a number bare, a day as 2020-03-10, and text in quotes."""
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case int():
            return str(value)
        case Decimal():
            return f"{value:f}".replace(".", _SEPARATORS[lang][1])
        case _:
            return _quoted(inert(escape_invisible(value)))


def inert(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: what looks like one gets quotation marks.

    A space or an apostrophe before it would be lost once the file is saved and opened again.
    """
    return f"“{text}”" if text.lstrip().startswith(_FORMULA) else text


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
