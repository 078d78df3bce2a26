"""Ordering: records put in the order of their codes, each with the comments that are surely its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from serang_plan.editing.edits import Edit
from serang_plan.places import SourceFile
from serang_plan.wording import Text, code_order

_WORD = re.compile(r"[^0-9]*")
_DASH = re.compile(r" *- +")
_RULE = "-=*_~#─═—–"
"""What a heading is underlined or framed with: `# -- Dinas ----`."""

WHOSE = Text(
    "tidak pasti komentar ini milik butir yang mana", "it is not certain which record this comment belongs to"
)
HEADING = Text("komentar ini mengepalai sekelompok butir", "this comment heads a group of records")
IN_BRACKETS = Text("daftarnya ditulis di dalam kurung siku", "the list is written in brackets")
NO_CODE = Text("butir ini tidak punya kode", "this record has no code")
BEHIND_DASH = Text(
    "butir ini tidak mulai tepat di belakang tanda `-`", "this record does not begin right behind its `-`"
)


class ListedRecord(NamedTuple):
    """A record in a text: its code, and the stretch from its first character to its last."""

    code: str | None
    start: int
    end: int


class Unsure(NamedTuple):
    """Why a list is left in the order in which it is, and the line that is to blame."""

    line: int
    why: Text


class _UnsureError(Exception):
    def __init__(self, line: int, why: Text) -> None:
        super().__init__(why.en)
        self.unsure = Unsure(line, why)


class _Block(NamedTuple):
    """The lines that move together, from the first comment of a record up to the line behind its last."""

    first: int
    beyond: int


def sequence(codes: Sequence[str]) -> list[int]:
    """Return codes by number, as positions in the list: S2 before S10.

    Words keep the order in which they first occur: which OPD stands first is no matter of the alphabet.
    """
    first = {word: nth for nth, word in reversed(list(enumerate(map(_word, codes))))}
    return sorted(range(len(codes)), key=lambda nth: (first[_word(codes[nth])], code_order(codes[nth])[:-1]))


def _word(code: str) -> str:
    return _WORD.match(code).group()  # type: ignore[union-attr]


def ordered(source: SourceFile, records: Sequence[ListedRecord], *, in_lines: bool) -> Edit | Unsure | None:
    """Return what puts a list in the order of its codes; None if it is in order."""
    try:
        return _ordered(source, records, in_lines=in_lines)
    except _UnsureError as error:
        return error.unsure


def _ordered(source: SourceFile, records: Sequence[ListedRecord], *, in_lines: bool) -> Edit | None:
    codes = [record.code for record in records if record.code is not None]
    nameless = next((record for record in records if record.code is None), None)
    order = sequence(codes)
    moved = [nth for nth, position in enumerate(order) if nth != position]
    if not moved:
        return None
    if not in_lines:
        raise _UnsureError(_line(source, records[0].start), IN_BRACKETS)
    if nameless:
        raise _UnsureError(_line(source, nameless.start), NO_CODE)
    first, last = moved[0], moved[-1]
    blocks = list(_blocks(source, records, first, last))
    return _put_together(source, blocks, [nth - first for nth in order[first : last + 1]])


def _put_together(source: SourceFile, blocks: Sequence[_Block], order: Iterable[int]) -> Edit:
    """Return the blocks in another order; the empty lines between them stay where they are."""
    gaps = [_lines(source, block.beyond, other.first) for block, other in pairwise(blocks)]
    texts = [_lines(source, *blocks[nth]) for nth in order]
    parts = [part for pair in zip(texts, [*gaps, ""], strict=True) for part in pair]
    return Edit(_start(source, blocks[0].first), _start(source, blocks[-1].beyond), "".join(parts))


def _blocks(source: SourceFile, records: Sequence[ListedRecord], first: int, last: int) -> Iterator[_Block]:
    """Give the lines of the records from the first to the last that moves, with their comments."""
    lead = _lead(source, records, first)
    for nth in range(first, last + 1):
        dash, end = _dash(source, records[nth]), _line(source, records[nth].end - 1)
        trail, following = _between(source, records, nth, inside=nth < last)
        yield _Block(dash - lead, end + trail + 1)
        lead = following


def _lead(source: SourceFile, records: Sequence[ListedRecord], first: int) -> int:
    """Return how many lines of comment directly above the first record that moves are its own."""
    if first:
        return _between(source, records, first - 1, inside=False)[1]
    dash = _dash(source, records[0])
    if _is_comment(source.line(dash - 1)):  # it may be about the whole list as well
        raise _UnsureError(dash - 1, _why(source, dash - 1))
    return 0


def _between(
    source: SourceFile, records: Sequence[ListedRecord], nth: int, *, inside: bool
) -> tuple[int, int]:
    """Return how many lines of comment below a record are its own, and how many are the next one's."""
    above = _line(source, records[nth].end - 1) + 1
    if nth + 1 == len(records):
        return _below_last(source, _indent(source, records[nth]), above), 0
    return _between_two(source, above, records[nth + 1], inside=inside)


def _between_two(source: SourceFile, above: int, record: ListedRecord, *, inside: bool) -> tuple[int, int]:
    """Judge the comments from a line on, down to a record; those that stand apart only if both sides move."""
    trail = lead = 0
    below, indent = _dash(source, record), _indent(source, record)
    for first, beyond in _runs(source, above, below):
        depths = {_depth(source, line) for line in range(first, beyond)}
        if beyond == below and depths == {indent} and not _is_heading(source, first, beyond):
            lead = beyond - first
        elif first == above and beyond < below and min(depths) > indent:
            trail = beyond - first
        elif inside or first == above or beyond == below:
            raise _UnsureError(first, _why(source, first))
    return trail, lead


def _below_last(source: SourceFile, indent: int, above: int) -> int:
    """Return how many lines of comment directly below the last record are its own."""
    below = _behind(source, above)
    first, beyond = next(_runs(source, above, below), (below, below))
    if first > above or first == below:
        return 0
    depths = {_depth(source, line) for line in range(first, beyond)}
    if min(depths) > indent:
        return beyond - first
    if beyond == below <= len(source.starts) and source.line(below) and max(depths) < indent:
        return 0  # it stands directly above the next section
    raise _UnsureError(first, _why(source, first))


def _runs(source: SourceFile, first: int, beyond: int) -> Iterator[tuple[int, int]]:
    """Give the comments between two lines, each from its first line up to one that is none."""
    start = None
    for line in range(first, beyond + 1):
        comment = line < beyond and _is_comment(source.line(line))
        if comment and start is None:
            start = line
        elif not comment and start is not None:
            yield start, line
            start = None


def _behind(source: SourceFile, line: int) -> int:
    """Return the next line that is neither empty nor a comment, or the one behind the last."""
    while line <= len(source.starts) and (not source.line(line).strip() or _is_comment(source.line(line))):
        line += 1
    return line


def _dash(source: SourceFile, record: ListedRecord) -> int:
    """Return the line of a record's dash. Raises _UnsureError if the record stands on another."""
    line = _line(source, record.start)
    if not _DASH.fullmatch(source.text, source.starts[line - 1], record.start):
        raise _UnsureError(line, BEHIND_DASH)
    return line


def _indent(source: SourceFile, record: ListedRecord) -> int:
    return _depth(source, _dash(source, record))


def _depth(source: SourceFile, line: int) -> int:
    text = source.line(line)
    return len(text) - len(text.lstrip(" "))


def _why(source: SourceFile, line: int) -> Text:
    return HEADING if _is_heading(source, line, line + 1) else WHOSE


def _is_heading(source: SourceFile, first: int, beyond: int) -> bool:
    """Whether a line of a comment is ruled, before its words or behind them."""
    return any(_is_ruled(source.line(line).strip().lstrip("#").strip()) for line in range(first, beyond))


def _is_ruled(words: str) -> bool:
    return bool(words) and (set(words[:2]) <= set(_RULE) or set(words[-3:]) <= set(_RULE))


def _is_comment(line: str) -> bool:
    return line.lstrip(" \t").startswith("#")


def _line(source: SourceFile, index: int) -> int:
    return source.line_and_column(index)[0]


def _start(source: SourceFile, line: int) -> int:
    return source.starts[line - 1] if line <= len(source.starts) else len(source.text)


def _lines(source: SourceFile, first: int, beyond: int) -> str:
    return source.text[_start(source, first) : _start(source, beyond)]
