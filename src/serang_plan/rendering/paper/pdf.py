"""A page as PDF, set by typst: tagged for reading aloud, its data never part of the source."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

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
    Item,
    Items,
    KeyFigures,
    Matrix,
    Network,
    Notes,
    Page,
    PageBreak,
    Paragraph,
    Signature,
    Stacks,
    Table,
    Timeline,
)
from serang_plan.rendering import fonts
from serang_plan.rendering.charts import svg
from serang_plan.rendering.paper import fit_to_page as one_sheet
from serang_plan.rendering.paper.column_widths import shares, text_width
from serang_plan.rendering.paper.outline import (
    INKS,
    PaperBlocks,
    every_text,
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
from serang_plan.rendering.words import FILL_IN, OF_PAGES, PAGE, as_one
from serang_plan.wording import Lang, escape_invisible, written_out

if TYPE_CHECKING:
    from typst import PDFStandard

TEMPLATE = Path(__file__).with_suffix(".typ")
STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
"""For archives (PDF/A) and for everybody to read (PDF/UA); typst refuses what does not keep to them."""

_SIZE = 10.0
_COMPACT_SIZES, _FOR_SEVERAL = (11.0, 10.5, 10.0, 9.6, 9.2, 8.8, 8.4), 9.6
"""A page for one sheet is tried in these sizes; one that is too long for it is easier to read in the last."""
_ROOM, _COMPACT_ROOM = 470.6, 493.2
"""The width of the text, in points."""
_TABLE_PRINT = 0.88
"""The print of a table as a share of the text's."""
_LONGEST_WORD, _PIECE = 26, 8
_LONGEST_CELL = 900
"""A longer cell may go over to the next sheet; any other row stays in one piece."""
_LONGEST_TITLE = 200
"""A head with a longer title stands once: repeated on every sheet it would leave no room for its rows."""
_LONGEST_PROPERTY = 10_000
"""PDF takes 32,767 bytes for a text that does not stand on the page."""

Data = dict[str, Any]


def render(page: Page) -> bytes:
    """Return the page as a PDF file."""
    shown = without_commands(page)
    try:
        return _typeset(every_text(shown, _drawable))
    except typst.TypstError:  # letters that only come in combinations that no font has
        return _typeset(every_text(shown, _plain))


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
        if not page.compact or _sheets(compiler) == 1:
            break
    assert isinstance(made, bytes)
    return made


def _sizes(page: Page) -> tuple[float, ...]:
    if not page.compact:
        return (_SIZE,)
    return (*_COMPACT_SIZES, _FOR_SEVERAL) if one_sheet.can_fit(page) else (_FOR_SEVERAL,)


def _sheets(compiler: Any) -> int:
    return int(json.loads(compiler.query("<sheets>", field="value", one=True)))


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(fonts.FOLDER)])


def _moment(page: Page) -> datetime:
    """Return the time that the file bears: the plan's date, never that of the clock."""
    return datetime.combine(page.as_of, time(), UTC) if page.as_of else datetime.fromtimestamp(0, UTC)


# -- what typst is told -------------------------------------------------------------


def _page(page: Page, size: float) -> Data:
    found = targets(page)
    room = (_COMPACT_ROOM if page.compact else _ROOM) / (_TABLE_PRINT * size)
    shown = in_order(page.blocks)
    blocks = [
        {**drawn, "closing": is_closing}
        for block, is_closing in zip(shown, leads_to_signature(shown), strict=True)
        for drawn in _block(block, page.lang, found, room)
    ]
    day = page.as_of
    return {
        "title": "".join(_titled(page.title))[:_LONGEST_PROPERTY],
        "title-pieces": _titled(page.title),
        "named": len(page.title) <= _LONGEST_PROPERTY,
        "subtitle": _pieces(page.subtitle),
        "stamp": page.stamp,
        "lang": page.lang,
        "date": {"year": day.year, "month": day.month, "day": day.day} if day else None,
        "letterhead": None if page.letterhead is None else [_pieces(line) for line in page.letterhead],
        "compact": page.compact,
        "tones": INKS,
        "words": {"page": PAGE.for_lang(page.lang), "of": OF_PAGES.for_lang(page.lang)},
        "blocks": blocks,
    }


def _block(block: Block, lang: Lang, found: dict[str, str], room: float) -> list[Data]:
    """Say what typst draws of a block; `room` is the width of the text in ems of a table's print."""
    match block:
        case Heading(text, level):
            named = len(text) <= _LONGEST_PROPERTY
            return [{"kind": "heading", "level": level, "text": _titled(text), "named": named}]
        case Paragraph():
            return [{"kind": "paragraph", **_rich(block, found)}]
        case Callout(text, tone):
            return [{"kind": "callout", "text": _pieces(text), "tone": tone}]
        case KeyFigures():
            return [_figures(block)] if block.figures else []
        case Table():
            return [_table(shown_table(block), found, room)]
        case Items():
            items = [_rich(item, found) for item in block.items]
            return [{"kind": "items", "numbered": block.numbered, "items": items}]
        case Checklist(tasks, rest):
            boxes = [{"text": _pieces(task.text), "done": task.done} for task in tasks]
            return [{"kind": "checklist", "tasks": boxes, "rest": _pieces(rest)}]
        case Code(text, _):
            return [{"kind": "code", "lines": [*map(_typed, text.splitlines())]}]
        case Bars() | Stacks() | Network() | Timeline():
            return [_picture(part, lang) for part in on_sheets(block)]
        case Facts():
            return [_facts(block)]
        case Matrix():
            return [_table(part, found, room) for part in shown_matrix(block)]
        case Fields(rows):
            pairs = [[_pieces(name), _pieces(text or FILL_IN)] for name, text in rows]
            return [{"kind": "fields", "rows": pairs}]
        case Signature(above, below):
            lines = {"above": [*map(_pieces, above)], "below": [*map(_pieces, (FILL_IN, *below))]}
            return [{"kind": "signature", **lines}]
        case PageBreak():
            return [{"kind": "break"}]
        case Notes():
            return [_notes(block, found)]
        case _:
            assert_never(block)


def _rich(one: Paragraph | Item | Any, found: dict[str, str]) -> Data:
    marks = [{"text": _pieces(mark), "target": found.get(mark)} for mark in one.marks]
    return {"text": _pieces(one.text), "tone": one.tone, "marks": marks}


def _figures(block: KeyFigures) -> Data:
    figures = [
        {"label": _pieces(one.label), "value": str(one.value), "tone": one.tone, "sign": _pieces(one.sign)}
        for one in block.figures
    ]
    return {"kind": "figures", "figures": figures}


def _table(table: PaperBlocks, found: dict[str, str], room: float) -> Data:
    widths = shares(texts_of(table), room)
    columns = [
        {"title": _pieces(column.title), "align": column.align, "share": round(share, 2)}
        for column, share in zip(table.columns, widths, strict=True)
    ]
    groups = [
        {"title": _pieces(group.title), "rows": [[_rich(cell, found) for cell in row] for row in group.rows]}
        for group in table.groups
    ]
    longest = max((len(text) for texts in texts_of(table) for text in texts), default=0)
    return {
        "kind": "table",
        "caption": _pieces(table.caption),
        "legend": _pieces(table.legend),
        "columns": columns,
        "groups": groups,
        "rows": _LONGEST_CELL if longest > _LONGEST_CELL else sum(len(group.rows) for group in table.groups),
        "repeat": max((len(column.title) for column in table.columns), default=0) <= _LONGEST_TITLE,
        "breakable": longest > _LONGEST_CELL,
    }


def _picture(chart: Chart, lang: Lang) -> Data:
    picture = svg.draw(chart, lang)
    return {
        "kind": "picture",
        "caption": _pieces(chart.caption),
        "svg": picture.svg,
        "alt": "".join(_titled(in_words(picture)))[:_LONGEST_PROPERTY],
    }


def _facts(block: Facts) -> Data:
    facts = [
        {"label": _pieces(one.label), "text": _pieces(one.text), "tone": one.tone} for one in block.facts
    ]
    width = max((text_width(one.label) for one in block.facts), default=0)
    return {
        "kind": "facts",
        "title": _pieces(block.title),
        "tone": block.tone,
        "facts": facts,
        "label-width": round(min(10.0, width + 0.6), 2),
    }


def _notes(block: Notes, found: dict[str, str]) -> Data:
    left = dict(found)
    notes = [
        {"mark": _pieces(note.mark), "text": _pieces(note.text), "target": left.pop(note.mark, None)}
        for note in block.notes
    ]
    width = max((text_width(note.mark) for note in block.notes), default=0)
    return {
        "kind": "notes",
        "title": _titled(block.title),
        "level": 2,
        "named": len(block.title) <= _LONGEST_PROPERTY,
        "width": round(min(6.0, width + 0.6), 2),
        "notes": notes,
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
    shown = escape_invisible(text)
    return "".join(
        letter if fonts.can_draw(letter, before) else written_out(letter)
        for before, letter in zip(f" {shown}", shown, strict=False)
    )


def _plain(text: str) -> str:
    return "".join(letter if letter.isascii() else written_out(letter) for letter in escape_invisible(text))
