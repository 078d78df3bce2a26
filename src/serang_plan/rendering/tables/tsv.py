"""The first sheet for programs: cells between tabs, a point before decimals, the same in every language."""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.page import Page, Sheet
from serang_plan.rendering.tables.csv import rows_of


def render(page: Page, sheets: Sequence[Sheet]) -> str:
    """Return the sheet, a row a line; no cell holds a tab or an end of line, so nothing is quoted."""
    return "".join(f"{chr(9).join(row)}\n" for row in rows_of(page, sheets[0], "."))
