"""Places: where in the files a thing is written."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

FILE_SHIFT = 40
"""An anchor is one whole number: the file's number above this bit, a character's index below."""

Keys = tuple[str | int, ...]


def anchor(file: int, index: int) -> int:
    """Return the anchor of a character of a file."""
    return file << FILE_SHIFT | index


def line_start(text: str, index: int) -> int:
    """Return where the line of a character starts."""
    return text.rfind("\n", 0, index) + 1


class Pointer(NamedTuple):
    """A mapping and the keys that lead on from it; knows no line."""

    anchor: int
    keys: Keys = ()
    of_name: bool = False

    def __truediv__(self, key: str | int) -> "Pointer":
        return Pointer(self.anchor, (*self.keys, key))

    @property
    def name(self) -> "Pointer":
        """The field's name rather than its value."""
        return self._replace(of_name=True)


class Span(NamedTuple):
    """A stretch of one line, as editors count: from 1, in characters."""

    path: str
    line: int
    column: int
    length: int


Location = Pointer | Span
"""Where something is written: by its keys, or as lines and columns."""


class Comment(NamedTuple):
    """A comment that speaks to the program: its text from the `#` on, and the line it speaks of."""

    text: str
    at: Span
    line: int
    """Its own line, or where it stands alone the next line that is no comment."""


_LINE_END = re.compile(r"\r\n|\r|\n")
"""What editors and forges count as the end of a line, and nothing else."""
_LINE_FEED = re.compile(r"\n")
"""The same in a text without `\\r`, five times as fast."""
_CONTENT = re.compile(r"^(?![ \t]*#)[ \t]*(\S+)", re.MULTILINE)


class SourceFile:
    """One file's text, with its lines looked up only when somebody asks."""

    __slots__ = ("_starts", "path", "readable", "text")

    def __init__(self, path: str, text: str, readable: str | None = None) -> None:
        self.path = path
        self.text = text
        self.readable = text if readable is None else readable
        """The text as the parser takes it, character for character in the same place."""
        self._starts: Sequence[int] | None = None

    @property
    def starts(self) -> Sequence[int]:
        """The index at which each line starts."""
        if self._starts is None:
            end = _LINE_END if "\r" in self.text else _LINE_FEED
            self._starts = array("I", chain((0,), map(re.Match.end, end.finditer(self.text))))
        return self._starts

    def line_and_column(self, index: int) -> tuple[int, int]:
        """Return the line and column of a character, both from 1."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return one line without its end; empty beyond the last."""
        return self.text[slice(*self._bounds(number))] if 0 < number <= len(self.starts) else ""

    def span(self, start: int, end: int) -> Span:
        """Return the part of start…end that lies on the first line."""
        line, column = self.line_and_column(start)
        first, last = self._bounds(line)
        column = min(column, last - first + 1)  # between CR and LF is no place of its own
        return Span(self.path, line, column, max(1, min(end - start, last - first - column + 1)))

    def _bounds(self, number: int) -> tuple[int, int]:
        """Return where a line starts and where it ends without its end, however long it is."""
        first = self.starts[number - 1]
        after = self.starts[number] if number < len(self.starts) else len(self.text)
        end = self.text[max(first, after - 2) : after]
        return first, after - len(end) + len(end.rstrip("\r\n"))


Place = Callable[[Keys, bool], tuple[int, int]]
"""Where the value (or the name) at some keys starts and ends."""

Open = Callable[[str, int, int], Place]
"""Given a text and the index and column of a mapping in it, how to find what is in the mapping."""


class SourceFiles:
    """All files of a reading; finds the line and column of any pointer."""

    _MOST_OPEN = 64

    def __init__(self, open_mapping: Open) -> None:
        self._open = open_mapping
        self._opened: dict[int, Place] = {}
        self._sources: list[SourceFile] = []
        self._by_path: dict[str, SourceFile] = {}

    def add(self, path: str, text: str, readable: str | None = None) -> int:
        """Keep a file's text and return the file's number."""
        source = SourceFile(path, text, readable)
        self._sources.append(source)
        self._by_path[path] = source
        return len(self._sources) - 1

    def source(self, path: str) -> SourceFile:
        """Return a file that was added."""
        return self._by_path[path]

    def span(self, place: Location) -> Span:
        """Return where a place is written, or the nearest thing around it."""
        if isinstance(place, Span):
            return place
        if not self._sources:
            return Span("", 1, 1, 1)
        source = self._sources[place.anchor >> FILE_SHIFT]
        return source.span(*self._mapping(source, place.anchor)(place.keys, place.of_name))

    def where(self, place: Location) -> str:
        """Return the file and line of a place: `PATH:LINE`."""
        span = self.span(place)
        return f"{span.path}:{span.line}"

    def _mapping(self, source: SourceFile, anchor: int) -> Place:
        """Open a mapping once, not for each of its findings; the last few are kept."""
        place = self._opened.get(anchor)
        if place is None:
            index = anchor & ((1 << FILE_SHIFT) - 1)
            column = source.line_and_column(index)[1] - 1
            place = self._opened[anchor] = self._open(source.readable, index, column)
            if len(self._opened) > self._MOST_OPEN:
                del self._opened[next(iter(self._opened))]
        return place

    def first_word(self, path: str) -> Span:
        """Return the first word of a file outside its comments; of the first file if there is no such."""
        source = self._by_path.get(path) or self._sources[0]
        first = _CONTENT.search(source.readable)
        return source.span(*first.span(1)) if first else Span(source.path, 1, 1, 1)

    def line(self, path: str, number: int) -> str:
        """Return one line of a file, for an excerpt."""
        source = self._by_path.get(path)
        return source.line(number) if source else ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The files, in the order in which they were read."""
        return tuple(self._by_path)
