"""Comments: those that speak to the program, told apart from a `#` inside a text."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from yaml import YAMLError
from yaml.events import ScalarEvent, StreamEndEvent

from serang_plan.places import Comment, SourceFile
from serang_plan.reading.lines import next_boundary
from serang_plan.reading.parser import events

MOST_RESTARTS = 20
_MARK = re.compile(
    r"#(?<!##)#*[ \t]*(?:serang-plan[ \t]*:"
    r"|serang[-_. \t]?plan\b[^\w\n]{0,5}(?:abaikan|ignore)\b"
    r"|serang[-_. \t]?plan\b[^\w\n]{0,5}(?!explain)(?:\w{1,12}[ \t:]{1,3})?[cefklprstv]\d{3}\b"
    r"|(?:[^\s#:]{1,20}[ \t]*:[ \t]*)?(?:abaikan|ignore)[ \t:]{1,3}[ceklprtv]\d{3}\b)",
    re.IGNORECASE,
)
"""The mark; nearly the mark, before a verb or a rule; no mark, but a verb and a rule that can be ignored."""
_HEAD = re.compile(r"[^\n]*")
_Stretch = tuple[int, int]


def comments(source: SourceFile) -> tuple[Comment, ...]:
    """Return the comments of a file that begin with `serang-plan:`, or seem meant to.

    A file without such words costs nothing.
    """
    text = source.readable
    hits = [hit.start() for hit in _MARK.finditer(text) if _may_begin(text, hit.start())]
    return _placed(source, list(_outside(hits, text))) if hits else ()


def _may_begin(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in " \t\r\n"


def _outside(hits: list[int], text: str) -> Iterator[int]:
    """Give the hits that lie in no text; both run from the top."""
    stretches = _texts(text)
    start, end = next(stretches, (len(text), len(text)))
    for hit in hits:
        while end <= hit:
            start, end = next(stretches, (len(text), len(text) + 1))
        if hit < start:
            yield hit


def _texts(text: str) -> Iterator[_Stretch]:
    """Give every stretch in which a `#` begins no comment: values, and what cannot be read."""
    at = 0
    for _ in range(MOST_RESTARTS):
        broken = yield from _texts_from(text, at)
        if broken is None:
            return
        at = next_boundary(text, broken, 0, None).start
        yield broken, at
    yield at, len(text) + 1


def _texts_from(text: str, at: int) -> Generator[_Stretch, None, int | None]:
    """Give the stretches from an index on; return where what cannot be read begins."""
    following, shift = events(text, at)
    end = at
    try:
        while (kind := type(event := following())) is not StreamEndEvent:
            if kind is ScalarEvent:
                start, end = event.start_mark.index + shift, event.end_mark.index + shift
                if event.style in ("|", ">"):  # behind the bar a comment may stand
                    start += len(_HEAD.match(text, start, end).group())  # type: ignore[union-attr]
                yield start, end
    except YAMLError:
        return end
    return None


def _placed(source: SourceFile, hits: list[int]) -> tuple[Comment, ...]:
    """Return the comments with the line each speaks of, from the bottom up."""
    spoken_of: dict[int, int] = {}
    placed = []
    for hit in reversed(hits):
        number, column = source.line_and_column(hit)
        line = source.line(number)
        if line.lstrip(" \t").startswith("#"):
            spoken_of[number] = _next_line(source, number + 1, spoken_of)
        at = source.span(hit, hit + len(line))
        placed.append(Comment(line[column - 1 :], at, spoken_of.get(number, number)))
    return tuple(reversed(placed))


def _next_line(source: SourceFile, number: int, spoken_of: dict[int, int]) -> int:
    while number not in spoken_of and source.line(number).lstrip(" \t").startswith("#"):
        number += 1
    return spoken_of.get(number, number)
