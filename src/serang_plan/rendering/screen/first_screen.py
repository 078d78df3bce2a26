"""The first screen: the answer of a page, its lists as long as there is room, and how to see the rest."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice, takewhile
from typing import NamedTuple

from serang_plan.page import (
    Bars,
    Block,
    Cell,
    Chart,
    Checklist,
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
    Table,
)
from serang_plan.rendering.words import is_redundant
from serang_plan.wording import Text, many

Draw = Callable[[Page], str]
"""Draws a page as wide as the screen."""
_SHORTEST = 30
"""A text that is cut keeps so many cells, and its command moves to the next line."""
_FACT_MARGIN, _FACT_LINES = 4, 2
_RAGGED = 10
"""Cells that are empty at the end of a line."""
_THOUGHT = re.compile(r"(?<=[,;:·])(?<!…:) |(?<=\.) (?=[A-Z])")
_SENTENCE = re.compile(r"(?<=;) |(?<=\.) (?=[A-Z])")
"""Where a text may be cut: after a part that says something, and after one that nothing behind it weakens."""
_MOST_ENTRIES = 20
"""No list on a first screen has more, however high the screen is."""


class Room(NamedTuple):
    """The cells and lines that there are, and what the options of the command do to what it shows."""

    width: int
    height: int
    narrowing: tuple[str, ...] = ()
    all_is_more: bool = False


def on_one_screen(whole: Page, page: Page, draw: Draw, room: Room) -> str:
    """Return the whole page if there is room for it, else what there is room for of the answer of another."""
    text = draw(whole)
    length = text.count("\n")
    if length <= room.height:
        return text
    where = _where_the_rest_is(page, 0 if room.all_is_more else length, room.narrowing)
    height = room.height - draw(Page("", "", (where,))).count("\n") + 1  # its own title takes a line
    end = page.answer or len(page.blocks)
    answer = page._replace(blocks=page.blocks[:end], stamp="", letterhead=None)
    details = page._replace(blocks=page.blocks[end:])

    def fits(shorter: Page) -> bool:
        return draw(shorter).count("\n") <= height

    fitting = _followed(_fitting(answer, room.width, fits), _in_short(details, room.width), fits)
    return draw(fitting._replace(blocks=(*fitting.blocks, where)))


class _Brevity(NamedTuple):
    """How short a page gets: the lines of a text, paragraphs one below the other, entries of a list.

    An entry takes so many lines.
    """

    lines: int
    paragraphs: int
    entries: int
    each: int = 1

    @property
    def with_longer_texts(self) -> _Brevity:
        """The same page with texts as long as they may get."""
        return self._replace(lines=_MOST_LINES, each=_MOST_LINES)


_FEW = 3
"""Fewer entries of a list tell too little of the details."""
_EVER_SHORTER = (_Brevity(2, 10, 2), _Brevity(2, 1, 2), _Brevity(2, 1, 1), _Brevity(1, 1, 1))
_MOST_LINES = 3
"""No text takes more lines, however much room there is."""


class _Draft(NamedTuple):
    """A page in short, the same blocks with texts as long as they may get, and the entries of each list."""

    page: Page
    longer: Page
    entries: int

    def first_blocks(self, size: int) -> _Draft:
        """Leave out the end of it."""
        return self._replace(page=_first_blocks(self.page, size), longer=_first_blocks(self.longer, size))


def _fitting(answer: Page, width: int, fits: Callable[[Page], bool]) -> Page:
    """Return the page in short, its texts and lists as long as there is room for, the first ones first.

    Where there is no room for all of it, the end is left out.
    """
    for draft in _ever_shorter(answer, width):
        if fits(_cut(draft.page, [draft.entries] * len(draft.page.blocks))):
            return _filled(draft, fits)
    return answer._replace(blocks=())


def _ever_shorter(answer: Page, width: int) -> Iterator[_Draft]:
    drafts = [
        _Draft(
            _in_short(answer, width, brevity),
            _in_short(answer, width, brevity.with_longer_texts),
            brevity.entries,
        )
        for brevity in _EVER_SHORTER
    ]
    yield from drafts
    *_, short, _ = drafts
    yield from (short.first_blocks(size) for size in range(len(short.page.blocks) - 1, 0, -1))


def _filled(draft: _Draft, fits: Callable[[Page], bool]) -> Page:
    """Lengthen the first sentences, then lists, then what stands in and below them, while there is room."""
    page, most = draft.page, [draft.entries] * len(draft.page.blocks)
    before_lists = [at for at, _ in enumerate(takewhile(lambda block: not _size(block), page.blocks))]
    page = _lengthened(page, draft.longer, before_lists, lambda longer: fits(_cut(longer, most)))
    for at, block in enumerate(page.blocks):
        sizes = range(draft.entries + 1, min(_size(block), _MOST_ENTRIES) + 1)
        most[at] += _how_many_fit([_cut(page, [*most[:at], size, *most[at + 1 :]]) for size in sizes], fits)
    page = _lengthened(page, draft.longer, range(len(most)), lambda longer: fits(_cut(longer, most)))
    return _cut(page, most)


def _lengthened(page: Page, longer: Page, places: Iterable[int], fits: Callable[[Page], bool]) -> Page:
    """Take the longer ones of the blocks at some places, as far as there is room for them."""
    for at in places:
        before, after = page.blocks[:at], page.blocks[at + 1 :]
        versions = _ever_longer(page.blocks[at], longer.blocks[at])
        pages = [page, *(page._replace(blocks=(*before, version, *after)) for version in versions)]
        page = pages[_how_many_fit(pages[1:], fits)]
    return page


def _ever_longer(short: Block, long: Block) -> Sequence[Block]:
    """Give what stands between a short block and the same with longer texts, entry by entry."""
    if short == long:
        return []
    match short, long:
        case (Items(entries), Items(longer)):
            counts = range(1, len(entries) + 1)
            return [short._replace(items=(*longer[:count], *entries[count:])) for count in counts]
        case _:
            return [long]


def _first_blocks(page: Page, size: int) -> Page:
    return page._replace(blocks=tuple(_headed(page.blocks[:size])))


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
    lines = Text(f", {length} baris", f", {many(length, 'line')}") if length else Text("", "")
    words = Text(
        f"Ini ringkasannya. Seluruhnya{lines.id}: tambahkan --all{only.id}.",
        f"This is the short form. All of it{lines.en}: add --all{only.en}.",
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
            blocks.append(Items(tuple(_in_few_lines(thing, width, brevity.each) for thing in things)))
        else:
            every = (_shorter(block, width, brevity) for block in alike)
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


def _shorter(block: Block, width: int, brevity: _Brevity) -> Block | None:
    """Return a block whose texts take few lines; None for one that can wait."""
    if isinstance(block, Chart):
        return None if is_redundant(block) else _without_small_print(block)
    match block:
        case Items(hints=True) | Notes() | Signature() | PageBreak() | Paragraph(tone="muted"):
            return None
        case Paragraph(text):
            return block._replace(text=_shortened(text, _cells(width, brevity.lines)), marks=())
        case Facts(facts=facts):
            room = width - max((len(fact.label) for fact in facts), default=0) - _FACT_MARGIN
            room = _cells(room, min(brevity.lines, _FACT_LINES))
            cut = (fact._replace(text=_shortened(fact.text, room)) for fact in facts)
            return block._replace(facts=tuple(cut))
        case Items(items, numbered):
            room = width - len(f"{len(items)}. ") * numbered
            return block._replace(items=tuple(_in_few_lines(item, room, brevity.each) for item in items))
        case Checklist(tasks):
            room = _cells(width - 2, brevity.each)
            return block._replace(
                tasks=tuple(task._replace(text=_with_its_end(task.text, room)) for task in tasks)
            )
        case Table(columns=columns, groups=groups):
            room = width * brevity.each * 2 // 3
            return block._replace(groups=tuple(_with_short_cells(group, columns, room) for group in groups))
        case Fields(rows):
            filled = tuple(row for row in rows if row[1])
            return Fields(filled) if brevity.paragraphs > 1 else _in_a_sentence(filled, width)
        case KeyFigures(figures):
            return block._replace(figures=tuple(figure for figure in figures if figure.value))
        case _:
            return block


def _in_a_sentence(fields: Iterable[tuple[str, str]], width: int) -> Paragraph:
    """Write the head of a letter in two lines."""
    return Paragraph(_shortened(" · ".join(f"{name} {text}" for name, text in fields), _cells(width, 2)))


def _without_small_print(chart: Chart) -> Chart:
    if isinstance(chart, Bars | Lines | Panels):
        return chart._replace(remark="", source="")
    return chart._replace(source="")


def _cells(width: int, lines: int) -> int:
    """Return how long a text may be that takes so many lines."""
    return lines * width - _RAGGED * (lines - 1)


def _in_a_line(facts: Facts) -> Item:
    """Write a thing with the beginning of what matters most of it."""
    main = (fact.text.partition(";")[0] for fact in facts.facts if fact.main)
    return Item(" · ".join((facts.title, *main)), tone=facts.tone)


def _in_few_lines(item: Item, width: int, lines: int) -> Item:
    """Cut a text so that it fits on so many lines with its command, if that leaves room for it."""
    command = f" → {item.ahead} {item.command}".replace("  ", " ") if item.command else ""
    room = _cells(width, lines) - len(command)
    return item._replace(text=_shortened(item.text, room if room > _SHORTEST else width), marks=())


def _with_short_cells(group: Group, columns: Sequence[Column], cells: int) -> Group:
    """Cut what wraps in a table, but only after a sentence: what follows a comma may weaken it."""

    def shorter(cell: Cell, column: Column) -> Cell:
        whole = len(cell.text) <= cells or not column.wrap
        return Cell(cell.text if whole else _cut_after(_SENTENCE, cell.text, cells) or cell.text, cell.tone)

    return group._replace(rows=tuple(tuple(map(shorter, row, columns)) for row in group.rows))


def _shortened(text: str, cells: int) -> str:
    """Cut a text after a thought, or else between words, where that is possible."""
    if len(text) <= cells:
        return text
    kept = text[: cells - 1]
    return _cut_after(_THOUGHT, text, cells) or _going_on(kept.rpartition(" ")[0].rstrip() or kept)


def _with_its_end(text: str, cells: int) -> str:
    """Cut a text before its last part, such as when it is due, if that leaves room for it."""
    beginning, colon, end = text.rpartition(": ")
    if len(text) <= cells or not colon or len(end) > cells * 2 // 3:
        return _shortened(text, cells)
    return f"{_shortened(beginning, cells - len(end) - len(colon))}: {end}"


def _cut_after(border: re.Pattern[str], text: str, cells: int) -> str:
    """Cut a text where a thought ends in the second half of the room; empty if none does."""
    ends = [space.end() for space in border.finditer(text, cells // 2, cells - 1)]
    return _going_on(text[: ends[-1]]) if ends else ""


def _going_on(beginning: str) -> str:
    """Say that a text goes on, within the brackets that it has opened."""
    return f"{beginning.rstrip('…:')}…{')' * (beginning.count('(') - beginning.count(')'))}"


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
    count = "" if isinstance(block, Checklist) and block.rest else f"{more} "
    yield Paragraph(f"… {Text(f'dan {count}lainnya', f'and {count}more').for_lang(page.lang)}", "muted")


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
            return Checklist(tasks[:most])
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
