"""Reading back: what a format says, as words without any gaps, or as the cells of its tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import html
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.readers.paper import squeezed

Row = dict[str, Any]


def _of_terminal(content: bytes) -> str:
    return content.decode()


def _of_html(content: bytes) -> str:
    tree = html.fromstring(content.decode())
    for drawn in tree.xpath("//svg | //*[local-name()='svg'] | //style | //head"):
        drawn.drop_tree()
    return str(tree.text_content())


def _of_markdown(content: bytes) -> str:
    return _of_html(MarkdownIt("commonmark").enable("table").render(content.decode()).encode())


def _of_docx(content: bytes) -> str:
    from docx import Document

    document = Document(io.BytesIO(content))
    foot = document.sections[-1].footer
    return " ".join((*_docx_texts(document.iter_inner_content()), *_docx_texts(foot.iter_inner_content())))


def _docx_texts(found: Any) -> Iterator[str]:
    for one in found:
        if hasattr(one, "rows"):
            for row in one.rows:
                for cell in {id(cell._tc): cell for cell in row.cells}.values():
                    yield from _docx_texts(cell.iter_inner_content())
        else:
            yield one.text
            yield from one._p.xpath(".//*[local-name()='docPr']/@descr")


def _of_pdf(content: bytes) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


WORDS: dict[str, Callable[[bytes], str]] = {
    "terminal": _of_terminal,
    "markdown": _of_markdown,
    "html": _of_html,
    "docx": _of_docx,
    "pdf": _of_pdf,
    "whatsapp": _of_terminal,
    "plain": _of_terminal,
}
"""The formats that lay out the page."""


def words(format: str, content: bytes) -> str:
    """Return all that a format says, without white space."""
    return squeezed(WORDS[format](content))


# -- cells -----------------------------------------------------------------------------


STAMPS = ("Keadaan per", "As of", "Perhatian", "Notice", "Dibuat dari", "Made from")
"""The columns that say of a CSV what the others say at their head and foot."""


def of_csv(content: bytes, lang: str) -> list[list[Row]]:
    """Return the one table of a CSV, numbers read as the language writes them."""
    text = content.decode("utf-8-sig")
    between, decimal = (";", ",") if lang == "id" else (",", ".")
    return _of_text(csv.reader(io.StringIO(text, newline=""), delimiter=between), decimal)


def of_tsv(content: bytes, _lang: str) -> list[list[Row]]:
    """Return the one table of a TSV, as programs split it."""
    return _of_text((line.split("\t") for line in content.decode().splitlines()), ".")


def _of_text(lines: Iterable[list[str]], decimal: str) -> list[list[Row]]:
    head, *rows = lines
    pairs = ([one for one in zip(head, row, strict=True) if one[0] not in STAMPS] for row in rows)
    return [[{name: _number(cell, decimal) for name, cell in row} for row in pairs]]


def _number(cell: str, decimal: str) -> Any:
    try:
        return float(cell.replace(decimal, "."))
    except ValueError:
        return cell or None


def of_calamine(content: bytes, _lang: str) -> list[list[Row]]:
    """Return the tables of a workbook, as the reader in Rust sees them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names[1:]]
    return [
        _rows(head, [[cell if cell != "" else None for cell in row] for row in rows])
        for head, *rows in sheets
    ]


def of_openpyxl(content: bytes, _lang: str) -> list[list[Row]]:
    """Return the tables of a workbook, as the reader in Python sees them."""
    found = []
    for at in load_workbook(io.BytesIO(content)).worksheets[1:]:
        head, *rows = ([cell.value for cell in row] for row in at.iter_rows())
        found.append(_rows(head, rows))
    return found


def _rows(head: list[Any], rows: list[list[Any]]) -> list[Row]:
    return [dict(zip(head, row, strict=True)) for row in rows]


TABLES: dict[str, tuple[str, Callable[[bytes, str], list[list[Row]]]]] = {
    "xlsx, calamine": ("xlsx", of_calamine),
    "xlsx, openpyxl": ("xlsx", of_openpyxl),
    "csv": ("csv", of_csv),
    "tsv": ("tsv", of_tsv),
}
"""The formats that hold cells, each with a reader."""
