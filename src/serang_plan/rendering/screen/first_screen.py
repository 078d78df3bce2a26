"""The first screen: the answer of a page, its lists as long as there is room, and how to see the rest."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from serang_plan.page import (
    Block,
    Chart,
    Checklist,
    Facts,
    Fields,
    Group,
    Heading,
    Item,
    Items,
    KeyFigures,
    Matrix,
    Notes,
    Page,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from serang_plan.rendering.words import is_redundant
from serang_plan.wording import Text

Draw = Callable[[Page], str]
"""Draws a page as wide as the screen."""
_SHORTEST = 30
"""A text that is cut keeps so many cells, and its command moves to the next line."""
_FACT_MARGIN = 4
_RAGGED = 10
"""Cells that are empty at the end of a line."""
_MOST_ENTRIES = 20
"""No list on a first screen has more, however high the screen is."""


class Room(NamedTuple):
    """The cells and lines that there are, and the options of the command that narrow what it shows."""

    width: int
    height: int
    narrowing: tuple[str, ...] = ()


def on_one_screen(whole: Page, page: Page, draw: Draw, room: Room) -> str:
    """Return the whole page if there is room for it, else what there is room for of the answer of another."""
    text = draw(whole)
    length = text.count("\n")
    if length <= room.height:
        return text
    where = _where_the_rest_is(page, length, room.narrowing)
    height = room.height - draw(Page("", "", (where,))).count("\n") + 1  # its own title takes a line
    end = page.answer or len(page.blocks)
    answer = page._replace(blocks=page.blocks[:end], stamp="")
    details = page._replace(blocks=page.blocks[end:])

    def fits(shorter: Page) -> bool:
        return draw(shorter).count("\n") <= height

    fitting = _followed(_fitting(answer, room.width, fits), _in_short(details, room.width), fits)
    return draw(fitting._replace(blocks=(*fitting.blocks, where)))


class _Brevity(NamedTuple):
    """How short a page gets: the lines of a paragraph, paragraphs one below the other, entries of a list."""

    lines: int
    paragraphs: int
    entries: int


_FEW = 3
"""Fewer entries of a list tell too little of the details."""
_EVER_SHORTER = (_Brevity(2, 10, 2), _Brevity(1, 10, 3), _Brevity(1, 1, 3), _Brevity(1, 1, 1))


def _fitting(answer: Page, width: int, fits: Callable[[Page], bool]) -> Page:
    """Return the page in short, its lists as long as there is room for, the first ones first.

    Where there is no room for all of it, the end is left out.
    """
    pages = (_in_short(answer, width, brevity) for brevity in _EVER_SHORTER)
    for page, brevity in zip(pages, _EVER_SHORTER, strict=True):
        if fits(_cut(page, [brevity.entries] * len(page.blocks))):
            return _with_more(page, brevity.entries, fits)
    for size in range(len(page.blocks), 0, -1):
        less = page._replace(blocks=tuple(_headed(page.blocks[:size])))
        if fits(_cut(less, [1] * len(less.blocks))):
            return _with_more(less, 1, fits)
    return page._replace(blocks=())


def _with_more(page: Page, least: int, fits: Callable[[Page], bool]) -> Page:
    most = [least] * len(page.blocks)
    for at, block in enumerate(page.blocks):
        sizes = range(least + 1, min(_size(block), _MOST_ENTRIES) + 1)
        most[at] += _how_many_fit([_cut(page, [*most[:at], size, *most[at + 1 :]]) for size in sizes], fits)
    return _cut(page, most)


def _how_many_fit(longer_and_longer: Sequence[Page], fits: Callable[[Page], bool]) -> int:
    """Return how many of some pages fit; as few as possible are drawn for that."""
    return bisect(longer_and_longer, False, key=lambda page: not fits(page))


def _followed(page: Page, details: Page, fits: Callable[[Page], bool]) -> Page:
    """Return a page with as much of the details behind it as there is room for."""
    blocks = page.blocks
    for block in details.blocks:
        sizes = range(_FEW, min(max(_size(block), _FEW), _MOST_ENTRIES) + 1)
        longer = [page._replace(blocks=(*blocks, *_beginning(block, most, page))) for most in sizes]
        count = _how_many_fit(longer, fits)
        if not count:
            break
        blocks = longer[count - 1].blocks
    return page._replace(blocks=tuple(_headed(blocks)))


def _where_the_rest_is(page: Page, length: int, narrowing: tuple[str, ...]) -> Paragraph:
    options = ", ".join(narrowing)
    only = Text(f"; persempit dengan {options}", f"; narrow it with {options}") if narrowing else Text("", "")
    words = Text(
        f"Ini ringkasannya. Seluruhnya, {length} baris: tambahkan --all{only.id}.",
        f"This is the short form. All of it, {length} lines: add --all{only.en}.",
    )
    return Paragraph(words.for_lang(page.lang), "muted")


def _headed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out headings under which nothing is left."""
    kept = tuple(blocks)
    for block, following in zip(kept, (*kept[1:], Heading("")), strict=False):
        if not (isinstance(block, Heading) and isinstance(following, Heading)):
            yield block


def _in_short(page: Page, width: int, brevity: _Brevity = _EVER_SHORTER[0]) -> Page:
    """Write each thing in a line; leave out what is small print, stands elsewhere, or is nothing."""
    blocks: list[Block] = []
    for kind, alike in groupby(page.blocks, _kind):
        if kind is Facts:
            things = [_in_a_line(facts) for facts in alike if isinstance(facts, Facts)]
            blocks.append(Items(tuple(_on_one_line(thing, width) for thing in things)))
        else:
            every = (_shorter(block, width, brevity.lines) for block in alike)
            shorter = (block for block in every if block is not None)
            blocks += islice(shorter, brevity.paragraphs if kind is Paragraph else None)
    return page._replace(blocks=tuple(_headed(blocks)))


def _kind(block: Block) -> type[Block] | None:
    """Return what blocks are told together by: things of which something matters most, and paragraphs."""
    match block:
        case Facts(facts=facts) if any(fact.main for fact in facts):
            return Facts
        case Paragraph():
            return Paragraph
        case _:
            return None


def _shorter(block: Block, width: int, lines: int) -> Block | None:
    """Return a block whose texts take few lines; None for one that can wait."""
    if isinstance(block, Chart):
        return None if is_redundant(block) else block
    match block:
        case Items(hints=True) | Notes() | Signature() | PageBreak() | Paragraph(tone="muted"):
            return None
        case Paragraph(text):
            return block._replace(text=_shortened(text, _cells(width, lines)), marks=())
        case Facts(facts=facts):
            room = width - max((len(fact.label) for fact in facts), default=0) - _FACT_MARGIN
            cut = (fact._replace(text=_shortened(fact.text, _cells(room, lines))) for fact in facts)
            return block._replace(facts=tuple(cut))
        case Items(items, numbered):
            room = width - len(f"{len(items)}. ") * numbered
            return block._replace(items=tuple(_on_one_line(item, room) for item in items))
        case Checklist(tasks):
            short = (task._replace(text=_shortened(task.text, width - 2)) for task in tasks)
            return block._replace(tasks=tuple(short))
        case Fields(rows):
            return Fields(tuple(row for row in rows if row[1]))
        case KeyFigures(figures):
            return block._replace(figures=tuple(figure for figure in figures if figure.value))
        case _:
            return block


def _cells(width: int, lines: int) -> int:
    """Return how long a text may be that takes so many lines."""
    return lines * width - _RAGGED * (lines - 1)


def _in_a_line(facts: Facts) -> Item:
    """Write a thing with the beginning of what matters most of it."""
    main = (fact.text.partition(";")[0] for fact in facts.facts if fact.main)
    return Item(" · ".join((facts.title, *main)), tone=facts.tone)


def _on_one_line(item: Item, width: int) -> Item:
    """Cut a text so that it fits on a line with its command, if that leaves room for it."""
    command = f" → {item.ahead} {item.command}".replace("  ", " ") if item.command else ""
    room = width - len(command)
    return item._replace(text=_shortened(item.text, room if room > _SHORTEST else width), marks=())


def _shortened(text: str, cells: int) -> str:
    """Cut a text between words, where that is possible."""
    if len(text) <= cells:
        return text
    kept = text[: cells - 1]
    return f"{kept.rpartition(' ')[0].rstrip() or kept}…"


def _cut(page: Page, most: Sequence[int]) -> Page:
    """Leave so many entries in each list, and say how many there are more."""
    cut = zip(page.blocks, most, strict=True)
    return page._replace(blocks=tuple(part for block, left in cut for part in _beginning(block, left, page)))


def _beginning(block: Block, most: int, page: Page) -> Iterator[Block]:
    more = _size(block) - most
    if more < 2:  # the line that names one more could name it
        yield block
        return
    yield _first_entries(block, most)
    yield Paragraph(f"… {Text(f'dan {more} lainnya', f'and {more} more').for_lang(page.lang)}", "muted")


def _size(block: Block) -> int:
    """Return how many entries a list has; what is no list has none."""
    match block:
        case Items(entries) | Checklist(entries) | Matrix(rows=entries):
            return len(entries)
        case Table(groups=groups):
            return sum(len(group.rows) for group in groups)
        case _:
            return 0


def _first_entries(block: Block, most: int) -> Block:
    match block:
        case Items(items):
            return block._replace(items=items[:most])
        case Checklist(tasks):
            return block._replace(tasks=tasks[:most])
        case Matrix(rows=rows):
            return block._replace(rows=rows[:most])
        case Table(groups=groups):
            return block._replace(groups=tuple(_first_rows(groups, most)))
        case _:
            return block


def _first_rows(groups: Iterable[Group], most: int) -> Iterator[Group]:
    for group in groups:
        if most > 0:
            yield group._replace(rows=group.rows[:most])
        most -= len(group.rows)
