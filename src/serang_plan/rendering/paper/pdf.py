"""A page as PDF, set by typst: tagged for reading aloud, its data never part of the source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, assert_never

import typst

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
from serang_plan.rendering import fonts
from serang_plan.rendering.charts import svg
from serang_plan.rendering.paper import fit_to_page as one_sheet
from serang_plan.rendering.paper.column_widths import most_columns, shares, text_width
from serang_plan.rendering.paper.outline import (
    INKS,
    PaperTable,
    every_text,
    in_lengths,
    in_order,
    in_words,
    leads_to_signature,
    on_sheets,
    shown_matrix,
    shown_table,
    targets,
    texts_of,
    without_commands,
)
from serang_plan.rendering.words import OF_PAGES, PAGE, as_one, small_print
from serang_plan.wording import Lang, escape_invisible, written_out

if TYPE_CHECKING:
    from typst import PDFStandard

TEMPLATE = Path(__file__).with_suffix(".typ")
STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
"""For archives (PDF/A) and for everybody to read (PDF/UA); typst refuses what does not keep to them."""

_SIZE, _LETTER = 10.0, 11.0
_COMPACT_SIZES, _FOR_SEVERAL = (11.0, 10.5, 10.0, 9.6, 9.2), 9.6
"""A page for one sheet is tried in these sizes; one that is too long for it is easier to read in the last."""
_WIDTH, _LEVEL_WIDTH = 595.3, 841.9
_MARGINS, _COMPACT_MARGINS = 124.7, 102.1
"""The width of the paper, and of both its margins together, in points."""
_TABLE_PRINT, _LETTER_TABLE_PRINT = 0.88, 0.82
"""The print of a table as a share of the text's."""
_INSET, _MATRIX_INSET = 0.5, 0.2
"""The space on either side of a cell, in ems; in a matrix many columns stand beside each other."""
_SPARE = 0.15
"""What a text needs beside its letters, which are our own; where all of them are short, nothing."""
_LONGEST_WORD, _PIECE = 26, 8
_LONGEST_CELL = 900
"""A longer cell may go over to the next sheet; any other row stays in one piece."""
_LONGEST_TITLE = 200
"""A head with a longer title stands once: repeated on every sheet it would leave no room for its rows."""
_LONGEST_TABLE = 200
"""Rows; typst looks at all of them for each that must not be broken, so a longer table is set in lengths."""
_LONGEST_PROPERTY = 10_000
"""PDF takes 32,767 bytes for a text that does not stand on the page."""

Data = dict[str, object]
_WORDS = ("tone", "align")
"""Fields that the template knows the words of."""


def render(page: Page) -> bytes:
    """Return the page as a PDF file."""
    page = without_commands(page)
    try:
        return _typeset(every_text(page, _drawable))
    except typst.TypstError:  # letters that only come in combinations that no font has
        return _typeset(every_text(page, _plain))


def _typeset(page: Page) -> bytes:
    compiler = typst.Compiler(
        str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=_fonts(), ignore_system_fonts=True
    )
    standards = STANDARDS if page.as_of else STANDARDS[1:]  # an archive wants a date
    made = None
    for size in _sizes(page):
        inputs = {"page": json.dumps(_page(page, size)), "size": str(size)}
        made = compiler.compile(
            format="pdf", sys_inputs=inputs, pdf_standards=standards, timestamp=_moment(page)
        )
        if not page.compact or _sheets(compiler) <= 1:
            break
    assert isinstance(made, bytes)
    return made


def _sizes(page: Page) -> tuple[float, ...]:
    if page.letterhead is not None:
        return (_LETTER,)
    if not page.compact:
        return (_SIZE,)
    return (*_COMPACT_SIZES, _FOR_SEVERAL) if one_sheet.can_fit(page) else (_FOR_SEVERAL,)


def _sheets(compiler: typst.Compiler) -> int:
    """Return how many sheets a page takes before its small charts."""
    return int(json.loads(compiler.query("<sheets>", field="value"))[0])


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(fonts.FOLDER)])


def _moment(page: Page) -> datetime:
    """Return the time that the file bears: the plan's date, never that of the clock."""
    return datetime.combine(page.as_of, time(), UTC) if page.as_of else datetime.fromtimestamp(0, UTC)


# -- what typst is told -------------------------------------------------------------


def _page(page: Page, size: float) -> Data:
    notes = targets(page)
    table_print = _TABLE_PRINT if page.letterhead is None else _LETTER_TABLE_PRINT
    margins = _COMPACT_MARGINS if page.compact else _MARGINS
    room = ((_LEVEL_WIDTH if page.level else _WIDTH) - margins) / (table_print * size)
    table_room = _TableRoom(room, most_columns(page))
    blocks = in_order(page.blocks)
    day = page.as_of
    return {
        "title": "".join(_titled(page.title))[:_LONGEST_PROPERTY],
        "title-pieces": _titled(page.title),
        "named": len(page.title) <= _LONGEST_PROPERTY,
        "subtitle": _pieces(page.subtitle),
        "stamp": page.stamp,
        "lang": page.lang,
        "date": {"year": day.year, "month": day.month, "day": day.day} if day else None,
        "letterhead": _in_pieces(page.letterhead),
        "compact": page.compact,
        "level": page.level,
        "table-print": table_print,
        "targets": {"".join(_pieces(mark)): target for mark, target in notes.items()},
        "tones": INKS,
        "words": {"page": PAGE.for_lang(page.lang), "of": OF_PAGES.for_lang(page.lang)},
        "blocks": [
            {**data, "closing": is_closing}
            for block, is_closing in zip(blocks, leads_to_signature(blocks), strict=True)
            for data in _block(block, page.lang, notes, table_room)
        ],
    }


def _in_pieces(value: object) -> object:
    """Return the same with every text in pieces, and records as mappings."""
    match value:
        case str():
            return _pieces(value)
        case tuple() if hasattr(value, "_asdict"):
            fields: dict[str, object] = value._asdict()
            return {key: part if key in _WORDS else _in_pieces(part) for key, part in fields.items()}
        case tuple():
            return [_in_pieces(part) for part in value]
        case _:
            return value


class _TableRoom(NamedTuple):
    """The width of the text in ems of a table's print, and how many columns have room."""

    width: float
    most: int


def _block(block: Block, lang: Lang, notes: dict[str, str], room: _TableRoom) -> Iterator[Data]:
    """Give what typst draws of a block."""
    match block:
        case Heading(text):
            yield _block_data(block, text=_titled(text), named=len(text) <= _LONGEST_PROPERTY)
        case KeyFigures():
            if block.figures:
                yield _block_data(block)
        case Code(text):
            yield _block_data(block, lines=[*map(_typed, text.splitlines())])
        case Table():
            yield from _tables(shown_table(block, room.most), room.width)
        case Matrix():
            for table in shown_matrix(block):
                yield from _tables(table, room.width, _MATRIX_INSET, spare=0)
        case Bars() | Stacks() | Lines() | Panels() | Timeline():
            if isinstance(block, Panels):
                yield {"kind": "Counted"}
            for part in on_sheets(block):
                yield from _pictures(part, lang)
        case Facts():
            width = max((text_width(fact.label) for fact in block.facts), default=0)
            yield _block_data(block, width=round(min(10.0, width + 0.6), 2))
        case Notes():
            yield _notes(block, notes)
        case Paragraph() | Callout() | Items() | Checklist() | Fields() | Signature() | PageBreak():
            yield _block_data(block)
        case _:
            assert_never(block)


def _block_data(block: Block | PaperTable, **further: object) -> Data:
    """Return the fields of a block, under the name of its kind, and what else typst has to know of it."""
    fields = _in_pieces(block)
    assert isinstance(fields, dict)
    return {"kind": type(block).__name__, **fields, **further}


def _tables(table: PaperTable, room: float, inset: float = _INSET, spare: float = _SPARE) -> Iterator[Data]:
    """Give what typst draws of a table, in lengths with the same columns."""
    texts = texts_of(table)
    longest = max((len(text) for column in texts for text in column), default=0)
    rows = sum(len(group.rows) for group in table.groups)
    drawn = {
        "shares": [round(share, 2) for share in shares(texts, room, 2 * inset + spare)],
        "inset": inset,
        "rows": _LONGEST_CELL if longest > _LONGEST_CELL else rows,
        "repeat": max((len(column.title) for column in table.columns), default=0) <= _LONGEST_TITLE,
        "breakable": longest > _LONGEST_CELL,
    }
    yield from (_block_data(part, **drawn) for part in in_lengths(table, _LONGEST_TABLE))


def _pictures(chart: Chart, lang: Lang) -> Iterator[Data]:
    """Give the pictures of a chart: its caption above the first, its small print below the last."""
    pictures = svg.draw(chart, lang, svg.PAPER)
    for nth, picture in enumerate(pictures, 1):
        yield {
            "kind": "Picture",
            "caption": _pieces(chart.caption) if nth == 1 else [],
            "svg": picture.svg,
            "alt": "".join(_titled(in_words(picture)))[:_LONGEST_PROPERTY],
            "below": _in_pieces(small_print(chart)) if nth == len(pictures) else [],
        }


def _notes(block: Notes, notes: dict[str, str]) -> Data:
    left = dict(notes)
    width = max((text_width(note.mark) for note in block.notes), default=0)
    return {
        "kind": "Notes",
        "title": _titled(block.title),
        "named": len(block.title) <= _LONGEST_PROPERTY,
        "width": round(min(6.0, width + 0.6), 2),
        "notes": [
            {"mark": _pieces(note.mark), "text": _pieces(note.text), "target": left.pop(note.mark, None)}
            for note in block.notes
        ],
    }


# -- letters --------------------------------------------------------------------------


def _pieces(text: str) -> list[str]:
    """Return a text in pieces between which a line may end: words longer than a line are cut."""
    return _typed(as_one(text))


def _typed(text: str) -> list[str]:
    """Return the pieces of what is to be copied, letter by letter."""
    return [piece for part in _TOO_LONG.split(text) for piece in _cut(part)]


def _titled(text: str) -> list[str]:
    """Return the words of a heading or picture; PDF/UA wants each to say something."""
    return _pieces(text if text.strip() else "–")


_TOO_LONG = re.compile(rf"(\S{{{_LONGEST_WORD},}})")


def _cut(part: str) -> list[str]:
    if len(part) < _LONGEST_WORD or " " in part:
        return [part] if part else []
    return [part[at : at + _PIECE] for at in range(0, len(part), _PIECE)]


def _drawable(text: str) -> str:
    """Return the text with what cannot be seen or drawn written out, as in `\\u4e2d`."""
    visible = escape_invisible(text)
    return "".join(
        letter if fonts.can_draw(letter, before) else written_out(letter)
        for before, letter in zip(f" {visible}", visible, strict=False)
    )


def _plain(text: str) -> str:
    return "".join(letter if letter.isascii() else written_out(letter) for letter in escape_invisible(text))
