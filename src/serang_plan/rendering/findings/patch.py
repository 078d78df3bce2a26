"""Patch: what changes in files, as a unified diff that `git apply` and `patch -p1` take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

CONTEXT = 3
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE = "\\ No newline at end of file"
_COLOURS = {"-": "31", "+": "32", "@": "36"}
_ESCAPES = dict(zip('\a\b\t\n\v\f\r"\\', 'abtnvfr"\\', strict=True))
"""What git writes behind a backslash in the name of a file."""


class FileChange(NamedTuple):
    """A file before and after."""

    path: str
    before: str
    after: str
    moved: bool = False
    """Whether lines stand elsewhere, are new or gone; else each is compared with the one in its place."""


def render(changes: Iterable[FileChange], *, colour: bool = False) -> str:
    """Return the changes of all files, each with some lines around."""
    lines = (line for change in changes for line in _file(change))
    return "".join(f"{_painted(line) if colour else line}\n" for line in lines)


def _file(change: FileChange) -> Iterator[str]:
    yield f"--- {_name('a', change.path)}"
    yield f"+++ {_name('b', change.path)}"
    yield from _moved(change) if change.moved else _in_place(change)


def _moved(change: FileChange) -> Iterator[str]:
    """Give the hunks of a file in which lines moved: as few lines as show it."""
    from difflib import unified_diff

    before, after = _LINE.findall(change.before), _LINE.findall(change.after)
    for line in islice(unified_diff(before, after, n=CONTEXT), 2, None):
        yield from _written(line)


def _written(line: str) -> Iterator[str]:
    yield line.removesuffix("\n")
    if not line.endswith("\n"):
        yield _NO_NEWLINE


def _in_place(change: FileChange) -> Iterator[str]:
    before, after = _LINE.findall(change.before), _LINE.findall(change.after)
    changed = [nth for nth, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    for hunk in _hunks(changed):
        yield from _hunk(before, after, hunk)


def _hunks(changed: Sequence[int]) -> Iterator[list[int]]:
    """Give the changed lines of each hunk: those whose surroundings touch."""
    hunk: list[int] = []
    for nth in changed:
        if hunk and nth - hunk[-1] > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(nth)
    if hunk:
        yield hunk


def _hunk(before: Sequence[str], after: Sequence[str], changed: Sequence[int]) -> Iterator[str]:
    first, beyond = max(0, changed[0] - CONTEXT), min(len(before), changed[-1] + CONTEXT + 1)
    size = "" if beyond - first == 1 else f",{beyond - first}"
    yield f"@@ -{first + 1}{size} +{first + 1}{size} @@"
    for is_changed, group in groupby(range(first, beyond), set(changed).__contains__):
        numbers = [*group]
        for sign, lines in (("-", before), ("+", after)) if is_changed else ((" ", after),):
            for nth in numbers:
                yield from _written(f"{sign}{lines[nth]}")


def _name(side: str, path: str) -> str:
    """Return a path as git writes it: in quotes if a character of it could be taken for something else."""
    name = f"{side}/{path.lstrip('/')}"
    odd = any(char in _ESCAPES or not char.isprintable() for char in name)
    return f'"{"".join(map(_escaped, name))}"' if odd else name


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return f"\\{_ESCAPES[char]}"
    if char.isprintable():
        return char
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))


def _painted(line: str) -> str:
    code = _COLOURS.get(line[:1])
    return f"\x1b[{code}m{line}\x1b[0m" if code else line
