"""A new workbook: text stays text, and whatever is written in it is in the same letters."""

from __future__ import annotations

from typing import BinaryIO

from xlsxwriter import Workbook

TYPEFACE = "Arial"
"""Where there is no Arial, there is a font with letters as wide; that of a book says how wide columns are."""
_LETTERS = {"font_name": TYPEFACE, "font_size": 10, "font_scheme": "none"}
"""With a scheme Excel would take the font of its theme instead."""


def new_workbook(file: BinaryIO) -> Workbook:
    """Return an empty workbook that is written into a file when it is closed."""
    as_text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    return Workbook(file, {"in_memory": True, **as_text, "default_format_properties": {**_LETTERS}})
