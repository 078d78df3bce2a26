"""Where: the places of the keys and values of one mapping, found by reading just that mapping again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from serang_plan.places import Keys, Place
from serang_plan.reading.parser import events, skip

BEHIND_COMMA = re.compile(r"(?<=[0-9])(?:,[0-9]+)+(?=\s*[,}])")
"""The rest of a number with a decimal comma inside braces, where the comma also parts keys."""


def open_mapping(text: str, index: int, column: int) -> Place:
    """Return how to find what is in the mapping at an index; nothing is read before it is asked for."""
    return _Where(text, index, column).place


class _Where:
    def __init__(self, text: str, index: int, column: int) -> None:
        self._text, self._index = text, index
        self._places: dict[tuple[Keys, bool], tuple[int, int]] = {}
        self._next, self._shift = events(text, index, before=" " * column)
        self._walk = self._walked()

    def place(self, keys: Keys, of_name: bool) -> tuple[int, int]:
        """Return where the value (or the name) at some keys starts and ends, or the nearest thing around."""
        wanted = (keys, of_name)
        while wanted not in self._places:
            if next(self._walk, self) is self:
                break
        while wanted not in self._places and wanted[0]:
            wanted = (wanted[0], False) if wanted[1] else (wanted[0][:-1], False)
        return self._places.get(wanted, (self._index, self._index + 1))

    def _walked(self) -> Iterator[None]:
        """Note one place after the other; stop quietly where the text is broken."""
        try:
            self._next()
            if type(self._next()) is StreamEndEvent:
                return  # nothing is written there
            yield from self._value(self._next(), (), flow=False)
        except YAMLError:
            return

    def _note(self, keys: Keys, start: int, end: int, *, of_name: bool = False) -> None:
        self._places.setdefault((keys, of_name), (start + self._shift, end + self._shift))

    def _value(self, event: Any, keys: Keys, *, flow: bool) -> Iterator[None]:
        if type(event) is MappingStartEvent:
            yield from self._mapping(event, keys)
        elif type(event) is SequenceStartEvent:
            yield from self._sequence(event, keys)
        else:
            end = event.end_mark.index
            if flow and type(event) is ScalarEvent and not event.style:
                behind = BEHIND_COMMA.match(self._text, end + self._shift)
                end = behind.end() - self._shift if behind else end
            self._note(keys, event.start_mark.index, end)
            yield

    def _mapping(self, mapping: Any, keys: Keys) -> Iterator[None]:
        """A mapping's own place is its first key and value."""
        while type(name := self._next()) is not MappingEndEvent:
            if type(name) is not ScalarEvent:
                skip(name, self._next)
                skip(self._next(), self._next)
                continue
            yield from self._pair(name, keys, flow=mapping.flow_style)
        self._note(keys, mapping.start_mark.index, name.end_mark.index)  # type: ignore[union-attr]
        yield

    def _pair(self, name: Any, keys: Keys, *, flow: bool) -> Iterator[None]:
        inside = (*keys, name.value)
        start, end = name.start_mark.index, name.end_mark.index
        self._note(inside, start, end, of_name=True)
        value = self._next()
        one_line = type(value) in (ScalarEvent, AliasEvent)
        self._note(keys, start, value.end_mark.index if one_line else end)
        if value.start_mark.index == value.end_mark.index:
            self._note(inside, start, end)  # a key without a value: the key is all there is
        yield from self._value(value, inside, flow=flow)

    def _sequence(self, sequence: Any, keys: Keys) -> Iterator[None]:
        """A list's own place goes to its closing bracket, or to the end of its first item."""
        nth, start = 0, sequence.start_mark.index
        while type(item := self._next()) is not SequenceEndEvent:
            inside = (*keys, nth)
            yield from self._value(item, inside, flow=sequence.flow_style)
            if not sequence.flow_style and (inside, False) in self._places:
                self._note(keys, start, self._places[inside, False][1] - self._shift)
            nth += 1
        self._note(keys, start, item.end_mark.index)  # type: ignore[union-attr]
        yield
