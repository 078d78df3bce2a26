"""Record lists: where the records of each section's list stand in a text, and by which code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yaml import YAMLError
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from serang_plan.reading.parser import YamlEvent, events


class RecordPlace(NamedTuple):
    """A record: its code, and where it starts and ends; comments behind it do not count."""

    code: str | None
    start: int
    end: int


class RecordList(NamedTuple):
    """A section's list: its name, and whether its items stand on lines of their own."""

    name: str
    in_lines: bool
    records: tuple[RecordPlace, ...]


def lists(text: str) -> tuple[RecordList, ...]:
    """Return the lists of a text that can be read to its end; of another, none."""
    try:
        return tuple(_ListSearch(text).lists())
    except YAMLError:
        return ()


class _ListSearch:
    def __init__(self, text: str) -> None:
        self._text = text
        self._next, self._shift = events(text)

    def lists(self) -> Iterator[RecordList]:
        self._next()
        self._next()
        if type(self._next()) is not MappingStartEvent:
            return
        while type(key := self._next()) is not MappingEndEvent:
            value = self._next()
            if type(key) is ScalarEvent and type(value) is SequenceStartEvent:
                yield RecordList(key.value, not value.flow_style, tuple(self._records()))
            else:
                self._end_of(value)

    def _records(self) -> Iterator[RecordPlace]:
        while type(item := self._next()) is not SequenceEndEvent:
            start = item.start_mark.index + self._shift
            if type(item) is MappingStartEvent:
                code, end = self._record()
            else:
                code, end = None, self._end_of(item)
            yield RecordPlace(code, start, max(start, end))

    def _record(self) -> tuple[str | None, int]:
        """Return the code and the end of a mapping that has begun."""
        code, end = None, 0
        while type(key := self._next()) is not MappingEndEvent:
            end = max(end, self._end_of(key))
            value = self._next()
            if type(value) is ScalarEvent and getattr(key, "value", "") == "code":
                code = value.value
            end = max(end, self._end_of(value))
        return code, max(end, self._closing(key))

    def _end_of(self, event: YamlEvent) -> int:
        """Return where the last thing typed of a value ends that has begun with this event."""
        depth, end = 0, 0
        while True:
            kind = type(event)
            if kind in (MappingStartEvent, SequenceStartEvent):
                depth += 1
            elif kind in (MappingEndEvent, SequenceEndEvent):
                depth -= 1
                end = max(end, self._closing(event))
            else:
                end = max(end, self._scalar_end(event))
            if not depth:
                return end
            event = self._next()

    def _closing(self, event: YamlEvent) -> int:
        """Return where a bracket closes; a list or mapping in lines ends with what stands in it."""
        start, end = self._stretch(event)
        return end if self._text[start:end] in ("]", "}") else 0

    def _stretch(self, event: YamlEvent) -> tuple[int, int]:
        return event.start_mark.index + self._shift, event.end_mark.index + self._shift

    def _scalar_end(self, event: YamlEvent) -> int:
        """Return where a scalar ends; empty lines below `|` and `>` are its own only if it keeps them."""
        start, end = self._stretch(event)
        if getattr(event, "style", None) in ("|", ">"):
            typed = self._text[start:end]
            if "+" not in typed.partition("\n")[0].partition("#")[0]:
                return start + len(typed.rstrip())
        return end
