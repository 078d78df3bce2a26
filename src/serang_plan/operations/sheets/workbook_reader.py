"""Workbook reader: the cells of an Excel file as they are stored, within bounds; none is carried out."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from enum import Enum
from math import isfinite
from typing import NamedTuple, TypeAlias, cast
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text

MOST_BYTES = 20 * 2**20
_MOST_UNPACKED = 60 * 2**20
_MOST_PARTS = 500
_MOST_ELEMENTS = 300_000
_PIECE = 2**20
"""Bytes that the parser gets at once; one that goes on for longer is no tag that Excel wrote."""
_MOST_CELLS = 20_000
_MOST_MERGED = 2_000
_MOST_COLUMNS = 200
_LONGEST_CELL = 32_767
_LONGEST_FORMAT = 255
"""Excel takes no longer number format; in a longer one each open bracket would be followed to its end."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_PERCENTS = {9, 10}
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_AT = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")

_SAVE_AS = Text(
    "buka di Excel atau LibreOffice, lalu simpan sebagai Buku Kerja Excel (.xlsx)",
    "open it in Excel or LibreOffice, then save it as an Excel workbook (.xlsx)",
)
_BROKEN = Text("berkas Excel ini rusak atau terpotong", "this Excel file is damaged or cut off")
_SEND_AGAIN = Text("minta OPD mengirimkannya sekali lagi", "ask the OPD to send it once more")


_Parser: TypeAlias = "ElementTree.XMLPullParser[Element]"


class CellFault(Enum):
    """Why what a cell holds is nothing that somebody typed."""

    ERROR = "error"
    NO_NUMBER = "no number"
    """Stored as a number, but none, or none that a computer can hold."""
    BOOLEAN = "boolean"


class StoredCell(NamedTuple):
    """A cell as it is stored: its text, and what the program that wrote it takes it for."""

    text: str
    is_number: bool = False
    is_date: bool = False
    """Whether a number is shown as a date or a time of day."""
    is_percent: bool = False
    fault: CellFault | None = None
    formula: str | None = None


class StoredSheet(NamedTuple):
    """A sheet: its cells by row and column, both counted from 1, and the areas that are merged."""

    name: str
    cells: Mapping[tuple[int, int], StoredCell]
    merged: tuple[tuple[int, int, int, int], ...]
    """First row and column, last row and column."""
    is_hidden: bool = False


class StoredBook(NamedTuple):
    """A workbook: its sheets, what else is written in it, and from which day it counts."""

    sheets: tuple[StoredSheet, ...]
    more: str
    """The text of its names and properties."""
    from_1904: bool


def read_workbook(content: bytes) -> StoredBook:
    """Return what is stored in a workbook. Raises ProblemError, with a next step, if that cannot be had."""
    if len(content) > MOST_BYTES:
        raise far_too_much()
    if content.startswith(_OLD_EXCEL):
        raise ProblemError(
            Text(
                "berkas Excel lama (.xls) atau berkata sandi",
                "an old Excel file (.xls), or one with a password",
            ),
            _SAVE_AS,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _book(_Parts(archive))
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, EOFError, NotImplementedError, OSError):
        raise ProblemError(_BROKEN, _SEND_AGAIN) from None
    except (
        ValueError,
        KeyError,
        IndexError,
        RuntimeError,
    ):  # a number, part or style that is none; a password
        raise ProblemError(_BROKEN, _SEND_AGAIN) from None


def far_too_much() -> ProblemError:
    """Return that a file is no form, by its size."""
    return ProblemError(
        Text("isinya jauh lebih banyak daripada sebuah formulir", "it holds far more than a form"),
        Text(
            "pakai formulir yang dikirim Bappeda; tabel lain dikirim tersendiri",
            "use the form that was sent out; send other tables apart",
        ),
    )


def address(row: int, column: int) -> str:
    """Return how a cell is called: `G7`."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


# -- its parts ---------------------------------------------------------------------------------


class _Parts:
    """The files within a workbook, unpacked one at a time and not beyond what a form can need."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive, self._left, self._elements = archive, _MOST_UNPACKED, 0
        self.names = {entry.filename for entry in archive.infolist()}
        if "mimetype" in self.names or "xl/workbook.bin" in self.names:
            raise ProblemError(
                Text("bukan Buku Kerja Excel (.xlsx)", "not an Excel workbook (.xlsx)"), _SAVE_AS
            )
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            raise ProblemError(Text("berkas ini memuat makro", "this file has macros"), _SAVE_AS)
        if len(archive.infolist()) > _MOST_PARTS:
            raise far_too_much()

    def elements(self, name: str) -> Iterator[Element]:
        """Give every element of a part once it is whole."""
        content = self._unpacked(name)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content[:200]:
            raise zipfile.BadZipFile
        parser: _Parser = ElementTree.XMLPullParser(("start", "end"))
        for piece in (content[start : start + _PIECE] for start in range(0, len(content), _PIECE)):
            parser.feed(piece)
            seen = self._elements
            yield from self._ended(parser)
            if len(piece) == _PIECE and self._elements == seen:
                raise far_too_much()
        parser.close()
        yield from self._ended(parser)

    def _ended(self, parser: _Parser) -> Iterator[Element]:
        """Give the elements that are whole by now, without where their names come from."""
        for event, element in cast(Iterator[tuple[str, Element]], parser.read_events()):
            self._elements += 1
            if self._elements > 2 * _MOST_ELEMENTS:  # each begins and ends
                raise far_too_much()
            if event == "end":
                element.tag = element.tag.rpartition("}")[2]
                yield element

    def _unpacked(self, name: str) -> bytes:
        with self._archive.open(name) as part:
            content = part.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise far_too_much()
        return content


def _book(parts: _Parts) -> StoredBook:
    names: dict[str, tuple[str, bool]] = {}
    more, from_1904 = [], False
    for element in parts.elements("xl/workbook.xml"):
        if element.tag == "sheet":
            for key in (value for key, value in element.items() if key.endswith("}id")):
                names[key] = (element.get("name", ""), element.get("state", "visible") != "visible")
        elif element.tag == "definedName":
            more.append(element.text or "")
        elif element.tag == "workbookPr":
            from_1904 = element.get("date1904") in ("1", "true")
    if "docProps/custom.xml" in parts.names:
        more += [element.text or "" for element in parts.elements("docProps/custom.xml")]
    shared, formats = _shared_strings(parts), _formats(parts)
    sheets = []
    for key, path in _targets(parts).items():
        if key in names and "worksheet" in path:
            name, is_hidden = names[key]
            sheets.append(StoredSheet(name, *_cells(parts, path, shared, formats), is_hidden))
    return StoredBook(tuple(sheets), "\n".join(more), from_1904)


def _targets(parts: _Parts) -> Mapping[str, str]:
    """Return the paths of what the workbook refers to."""
    return {
        element.get("Id", ""): (
            target[1:] if (target := element.get("Target", "")).startswith("/") else f"xl/{target}"
        )
        for element in parts.elements("xl/_rels/workbook.xml.rels")
        if element.tag == "Relationship" and element.get("TargetMode") != "External"
    }


def _shared_strings(parts: _Parts) -> list[str]:
    if "xl/sharedStrings.xml" not in parts.names:
        return []
    return [_text_of(element) for element in parts.elements("xl/sharedStrings.xml") if element.tag == "si"]


def _text_of(element: Element) -> str:
    """Return the text of a string, without how it is pronounced."""
    runs = (run for run in element if run.tag in ("r", "t"))
    return "".join(text.text or "" for run in runs for text in run.iter() if text.tag == "t")[:_LONGEST_CELL]


def _formats(parts: _Parts) -> list[tuple[bool, bool]]:
    """Return of every look whether it shows a date, and whether it shows a percentage."""
    if "xl/styles.xml" not in parts.names:
        return []
    codes: dict[int, str] = {}
    formats = []
    for element in parts.elements("xl/styles.xml"):
        if element.tag == "numFmt":
            code = element.get("formatCode", "")[:_LONGEST_FORMAT]
            codes[int(element.get("numFmtId", 0))] = _LITERAL.sub("", code).casefold()
        elif element.tag == "cellXfs":
            formats = [int(look.get("numFmtId", 0)) for look in element if look.tag == "xf"]
    return [
        (
            number in _DATES
            or ("general" not in (code := codes.get(number, "")) and not {*code}.isdisjoint("ymdhs")),
            number in _PERCENTS or "%" in codes.get(number, ""),
        )
        for number in formats
    ]


# -- its cells ---------------------------------------------------------------------------------

_Cells = dict[tuple[int, int], StoredCell]


def _cells(
    parts: _Parts, path: str, shared: list[str], formats: list[tuple[bool, bool]]
) -> tuple[_Cells, tuple[tuple[int, int, int, int], ...]]:
    cells: _Cells = {}
    merged = []
    row_number = 0
    for element in parts.elements(path):
        if element.tag == "row":
            row_number = int(element.get("r", row_number + 1))
            cells |= _row(element, row_number, shared, formats)
            element.clear()
            if len(cells) > _MOST_CELLS:
                raise far_too_much()
        elif element.tag == "mergeCell":
            corners = [_place(corner) for corner in element.get("ref", "").split(":")]
            merged.append((*corners[0], *corners[-1]))
            if len(merged) > _MOST_MERGED:
                raise far_too_much()
    return cells, tuple(merged)


def _row(row: Element, number: int, shared: list[str], formats: list[tuple[bool, bool]]) -> _Cells:
    cells: _Cells = {}
    column = 0
    for element in row:
        column = _place(element.get("r", ""))[1] if element.get("r") else column + 1
        cell = _cell(element, shared, formats)
        if column <= _MOST_COLUMNS and (cell.text.strip() or cell.formula is not None):
            cells[number, column] = cell
    return cells


def _cell(element: Element, shared: list[str], formats: list[tuple[bool, bool]]) -> StoredCell:
    kind = element.get("t", "n")
    inner = {child.tag: child for child in element}
    value = (inner["v"].text or "") if "v" in inner else ""
    formula = (inner["f"].text or "") if "f" in inner else None
    if kind == "s" and value:
        return StoredCell(shared[int(value)], formula=formula)
    if kind == "inlineStr" and "is" in inner:
        return StoredCell(_text_of(inner["is"]), formula=formula)
    text = value[:10] if kind == "d" else value[:_LONGEST_CELL]
    if fault := _fault(kind, text):
        return StoredCell(text, fault=fault, formula=formula)
    look = int(element.get("s", 0))
    is_date, is_percent = formats[look] if look < len(formats) else (False, False)
    is_number = kind == "n" and bool(text)
    return StoredCell(text, is_number, is_number and is_date, is_number and is_percent, formula=formula)


def _fault(kind: str, text: str) -> CellFault | None:
    if kind == "n" and text and not (_DECIMAL.fullmatch(text) and isfinite(float(text))):
        return CellFault.NO_NUMBER
    return {"e": CellFault.ERROR, "b": CellFault.BOOLEAN}.get(kind)


def _place(address: str) -> tuple[int, int]:
    """Return the row and column of a cell. Raises ValueError if it is none."""
    form = _AT.fullmatch(address)
    if form is None:
        raise ValueError(address)
    column = 0
    for letter in form[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(form[2]), column
