"""Equivalence: what a text says apart from some of its values, to see that an edit changed nothing else."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from yaml import YAMLError
from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent, StreamEndEvent

from serang_plan.reading.parser import events

Stretch = tuple[int, int]
_LEFT_OUT = ("left out",)


class TextDigest(NamedTuple):
    """What a text says, with a mark for each value that was left out, and where those values stand."""

    rest: list[object]
    left_out: list[Stretch]


def said_without(text: str, stretches: Collection[Stretch]) -> TextDigest | None:
    """Return what a text says without those stretches that hold just one whole key or value.

    None if the text is broken.
    """
    try:
        contents, scalars = _read(text, {start for start, _ in stretches})
    except YAMLError:
        return None
    wanted = set(stretches)
    left_out = []
    for nth, place in scalars.items():
        behind_comma = _number_in_braces(place, scalars.get(nth + 1), scalars.get(nth + 2))
        if place in wanted:
            contents[nth] = _LEFT_OUT
            left_out.append(place)
        elif behind_comma in wanted:
            contents[nth : nth + 3] = [_LEFT_OUT, None, None]
            left_out.append(behind_comma)
    return TextDigest([event for event in contents if event is not None], left_out)


def _number_in_braces(value: Stretch, key: Stretch | None, nothing: Stretch | None) -> Stretch:
    """Return where `98,63` stands in `{value: 98,63}`: read as 98, and a key 63 whose value is nothing."""
    if key and nothing and key[0] == value[1] + 1 and key[1] <= nothing[0] == nothing[1]:
        return value[0], key[1]
    return value


def _read(text: str, starts: set[int]) -> tuple[list[object], dict[int, Stretch]]:
    """Return what each event says, and by its number where a scalar stands that begins at one of `starts`.

    The two scalars behind it are among them too.
    """
    following, shift = events(text)
    contents: list[object] = []
    scalars: dict[int, Stretch] = {}
    more = 0
    while (kind := type(event := following())) is not StreamEndEvent:
        if kind is ScalarEvent:
            start = event.start_mark.index + shift
            more = 3 if start in starts else more - 1
            if more > 0:
                scalars[len(contents)] = start, event.end_mark.index + shift
            contents.append((event.value, event.style, event.implicit, event.anchor, event.tag))
        else:
            more = 0
            contents.append((kind, *(getattr(event, name, None) for name in _SAYS.get(kind, _OTHERS))))
    return contents, scalars


_OF_COLLECTION = ("flow_style", "implicit", "anchor", "tag")
_SAYS = {MappingStartEvent: _OF_COLLECTION, SequenceStartEvent: _OF_COLLECTION}
_OTHERS = ("anchor", "explicit", "version", "tags")


def says_the_same(before: TextDigest | None, after: TextDigest | None) -> bool:
    """Whether two texts say the same but for as many values that were left out."""
    return before is not None and after is not None and before.rest == after.rest
