"""A page as a WhatsApp message: bold heads, short lines, no tables; data formats nothing, links nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, assert_never

from serang_plan.page import (
    Bars,
    Block,
    Callout,
    Chart,
    Checklist,
    Code,
    Column,
    Facts,
    Fields,
    Group,
    Heading,
    Item,
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
from serang_plan.rendering.words import cell_text, chart_rows, is_redundant, with_marks
from serang_plan.wording import Lang, Text, escape_invisible, listed

BREAK = "\u200a"
"""A hair space: every telephone takes it for a space, so what it parts is no markup and no address."""
MOST_LINES = 110
"""More is not read on a telephone; what has no room is named at the end. A text counts once, however long."""
MOST_LETTERS = 1500
"""A message for leaders is no longer."""
_BREAKS = 4
MOST_ROWS = 24
MOST_NAMED = 8
_LONG_TEXT, _LONG_SENTENCE, _FEW_PARTS = 120, 180, 2
_FURTHEST = 6
"""Columns that other formats drop sooner than this one have no place in a line."""
_SIGNS = ("✓ ", "✗ ", "? ", "~ ", "! ")
_BOX, _TICKED = "☐", "☑"
_MARKER = re.compile(r"(?<![^\W_])[*_]+|[*_]+(?![^\W_])|~+(?=\S)|(?<=\S)~+|`+")
_LINE_MARK = re.compile(r"^(?=[>#*\-•]|\d+[.)])")
_NEXT_SENTENCE = re.compile(r"(?<=[^\W_]{3}\.) (?=[A-Z])|(?<=\)\.) (?=[A-Z])")
_ADDRESS = re.compile(r"(?<=\w)(?:\.(?=[^\W\d_]{2})|@(?=\w)|:(?=//))|\.(?=\d{1,3}(?:\.\d{1,3}){2})")


def render(page: Page) -> str:
    """Return the page as the text of one message."""
    if page.message:
        return _message(page)
    fitting, left_out = _fitting(_sections(page))
    if any(isinstance(block, Notes) and block.title in left_out for block in page.blocks):
        fitting, left_out = _fitting(_sections(page._replace(blocks=tuple(map(_unmarked, page.blocks)))))
    lines = [*_letterhead(page), bold(page.title), *_plain(page.subtitle)]
    lines += [line for section in fitting for line in section.lines]
    lines += _rest(left_out, page.lang)
    lines += ["", f"_{inert(page.stamp)}_"] if page.stamp else []
    return "\n".join(_without_double_gaps(lines)) + "\n"


def _unmarked(block: Block) -> Block:
    """Take off the marks of notes that there is no room for."""
    match block:
        case Paragraph():
            return block._replace(marks=())
        case Items(items):
            return block._replace(items=tuple(item._replace(marks=()) for item in items))
        case Table(groups=groups):
            return block._replace(groups=tuple(map(_unmarked_rows, groups)))
        case _:
            return block


def _unmarked_rows(group: Group) -> Group:
    return group._replace(rows=tuple(tuple(cell._replace(marks=()) for cell in row) for row in group.rows))


def _message(page: Page) -> str:
    """Return what a page has for a telephone; what there is no room for is cut behind its last whole line."""
    body = (line for section in _sections(page._replace(blocks=page.message)) for line in section.lines)
    *lines, end = _without_double_gaps([bold(page.title), *_plain(page.subtitle), *body])
    stamp = f"_{inert(page.stamp)}_" if page.stamp else ""
    shown = [*_within(lines, MOST_LETTERS - len(end) - len(stamp) - _BREAKS)]
    while shown and (not shown[-1] or shown[-1].startswith("*")):  # a heading with nothing below it
        shown.pop()
    return "\n".join(filter(None, ("\n".join(shown), end, stamp))) + "\n"


def _within(lines: Iterable[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return
        yield line


def inert(text: str) -> str:
    """Return text on one line that shows as typed: nothing becomes bold, and no address can be tapped."""
    apart = _MARKER.sub(_parted, " ".join(escape_invisible(text).split()))
    return _ADDRESS.sub(lambda match: match.group() + BREAK, apart)


def _parted(match: re.Match[str]) -> str:
    return BREAK + BREAK.join(match.group()) + BREAK


def bold(text: str) -> str:
    """Return a line in bold."""
    return f"*{inert(text).strip(BREAK)}*" if text.strip() else ""


def _line(text: str) -> str:
    """Return a line that begins with data: it opens no list, heading or quotation."""
    return _LINE_MARK.sub(BREAK, inert(text))


def _plain(text: str) -> list[str]:
    return [_line(text)] if text else []


def _letterhead(page: Page) -> list[str]:
    return [_line(line) for line in page.letterhead or ()]


def _without_double_gaps(lines: Sequence[str]) -> Iterator[str]:
    for before, line in pairwise(("", *lines)):
        if before or line:
            yield line


# -- what there is room for --------------------------------------------------------------


class _Section(NamedTuple):
    """What stands under one heading; of a matrix only its name can be said."""

    title: str
    lines: list[str]
    is_sayable: bool = True


def _sections(page: Page) -> list[_Section]:
    """Part the page at its headings, tables and charts; what always stands has no title."""
    sections = [_Section("", [])]
    heading = ""
    for block in page.blocks:
        if isinstance(block, Heading):
            heading = block.text
            continue
        lines = [*_block(block, page.lang)]
        if isinstance(block, Signature | Notes):
            sections.append(_Section(block.title if isinstance(block, Notes) else "", lines))
            continue
        if isinstance(block, Matrix) or (lines and (heading or _caption(block))):
            head = ["", bold(heading)] if heading else []
            sections.append(_Section(heading or _caption(block), head, not isinstance(block, Matrix)))
        if sections[-1].title == heading or isinstance(block, Items):
            heading = ""
        sections[-1].lines.extend(lines)
    return sections


def _caption(block: Block) -> str:
    return (
        block.caption if isinstance(block, Table | Matrix | Bars | Stacks | Lines | Panels | Timeline) else ""
    )


def _fitting(sections: Sequence[_Section]) -> tuple[list[_Section], list[str]]:
    """Return the sections that there is room for, in their order, and the titles of the others."""
    room, fitting, left_out = MOST_LINES, [], []
    for section in sections:
        if not section.title or (section.is_sayable and len(section.lines) <= room):
            fitting.append(section)
            room -= len(section.lines)
        else:
            left_out.append(section.title)
    return fitting, left_out


def _rest(titles: Sequence[str], lang: Lang) -> list[str]:
    if not titles:
        return []
    named = listed([inert(title) for title in dict.fromkeys(titles)], lang, most=MOST_NAMED)
    return ["", Text(f"Dalam laporan lengkap: {named}.", f"In the full report: {named}.").for_lang(lang)]


def _up_to(lines: Sequence[str], most: int, lang: Lang) -> Iterator[str]:
    yield from lines[:most]
    if len(lines) > most:
        rest = len(lines) - most
        yield Text(f"… dan {rest} lainnya", f"… and {rest} more").for_lang(lang)


# -- blocks ------------------------------------------------------------------------------


def _block(block: Block, lang: Lang) -> Iterable[str]:
    match block:
        case Heading(text):
            return ("", bold(text))
        case Paragraph(text, _, marks):
            return ("", "\n".join(_paragraph(with_marks(text, marks))))
        case Callout(text):
            return ("", f"⚠ {bold(text)}")
        case KeyFigures(figures):
            counts = (f"{sign} {value} {inert(label)}".strip() for label, value, _, sign in figures)
            return ("", " · ".join(counts))
        case Table():
            return _table(block, lang)
        case Items():
            return _items(block, lang)
        case Checklist(tasks, rest):
            boxes = [f"{_TICKED if task.done else _BOX} {inert(task.text)}" for task in tasks]
            return (*boxes, *_plain(rest))
        case Code(text):
            return ("", "```", *(_code(line) for line in text.rstrip().splitlines()), "```")
        case Bars() | Stacks() | Lines() | Panels() | Timeline():
            return _chart(block, lang)
        case Facts():
            return _facts(block)
        case Matrix():
            return ()
        case Fields(rows):
            return ("", *(f"{inert(name)}: {inert(text)}" for name, text in rows if text))
        case Signature(above):
            return ("", *map(_line, above))  # nobody signs below a message
        case PageBreak():
            return ("",)
        case Notes(title, notes):
            return ("", bold(title), *(f"{inert(note.mark)} {inert(note.text)}" for note in notes))
        case _:
            assert_never(block)


def _paragraph(text: str) -> Iterator[str]:
    """Give a paragraph; a long one gets a line for each of its sentences."""
    for sentence in _sentences(text):
        yield from _sentence(sentence)


def _sentences(text: str) -> list[str]:
    return _NEXT_SENTENCE.split(text) if len(text) > _LONG_TEXT else [text]


def _sentence(text: str) -> Iterator[str]:
    """Give a sentence; a long one of several parts gets a line for each of them."""
    opening, _, rest = text.partition(": ")
    parts = rest.split("; ")
    if len(text) <= _LONG_SENTENCE or len(parts) <= _FEW_PARTS:
        yield _line(text)
        return
    yield f"{_line(opening)}:"
    yield from (f"• {inert(part)}" for part in parts)


def _code(line: str) -> str:
    return escape_invisible(line).replace("`", f"{BREAK}`{BREAK}")


def _items(block: Items, lang: Lang) -> Iterator[str]:
    """List what there is to say; what to type for more helps nobody on a telephone."""
    if not block.hints:
        items = [_item(item, f"{nth}." if block.numbered else "•") for nth, item in enumerate(block.items, 1)]
        yield from _up_to(items, MOST_ROWS, lang)


def _item(item: Item, mark: str) -> str:
    first, *others = _sentences(with_marks(item.text, item.marks))
    return "\n".join([f"{mark} {inert(first)}", *map(_line, others)])


def _facts(block: Facts) -> Iterator[str]:
    """Give what matters most of a thing, or all if nothing is marked so."""
    yield ""
    yield bold(block.title)
    for fact in [fact for fact in block.facts if fact.main] or block.facts:
        yield f"{inert(fact.label)}: {inert(fact.text)}" if fact.label else f"• {inert(fact.text)}"


def _chart(chart: Chart, lang: Lang) -> Iterator[str]:
    if not is_redundant(chart):
        rows = chart_rows(chart)
        lines = [f"• {inert(label)}: {inert(words)}" if label else inert(words) for label, words in rows]
        yield from ("", bold(chart.caption), *_up_to(lines, MOST_ROWS, lang))


# -- tables as lines -----------------------------------------------------------------------


def _table(table: Table, lang: Lang) -> Iterator[str]:
    yield from ("", bold(table.caption))
    for group in table.groups:
        if group.title:
            yield from ("", f"_{inert(group.title)}_")
        yield from _up_to([*_rows(table, group)], MOST_ROWS, lang)


def _rows(table: Table, group: Group) -> Iterator[str]:
    """Write each row as a line: its name, then what there is to say of it, titles where they are needed."""
    head = 1 + sum(column.bare and column.wrap and not column.drop for column in table.columns[1:2])
    for row in group.rows:
        cells = [cell_text(cell) for cell in row]
        name = inert(" ".join(cells[:head]))
        rest = [*zip(table.columns[head:], cells[head:], strict=True)]
        words = ", ".join(_titled(column, cell) for column, cell in rest if _tells(column, cell))
        mark = "☐ " if any(cell == _BOX for _, cell in rest) else "" if name.startswith(_SIGNS) else "• "
        yield f"{mark}{name}: {words}" if words else f"{mark}{name}"


def _tells(column: Column, cell: str) -> bool:
    return cell not in ("", "–", _BOX) and column.drop <= _FURTHEST


def _titled(column: Column, cell: str) -> str:
    if column.bare or not column.title:
        return inert(cell)
    title = column.title if column.title[1:2].isupper() else column.title[:1].lower() + column.title[1:]
    return f"{inert(title)} {inert(cell)}"
