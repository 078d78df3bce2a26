"""Positions: the places of the keys and values of one mapping, found by reading just that mapping again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from serang_plan.places import Keys, Place
from serang_plan.reading.parser import YamlEvent, events, skip
from serang_plan.reading.yaml_tree import DEEPEST, MOST_ITEMS
from serang_plan.wording import RUPIAH_WORDS

BEHIND_COMMA = re.compile(
    rf"(?<=[0-9])(?:,[0-9]+)+(?: ?(?:{'|'.join(RUPIAH_WORDS)}))?(?=\s*[,}}])", re.IGNORECASE
)
"""The rest of a number with a decimal comma inside braces, where the comma also parts keys."""
_FAR = 200
"""Beyond this column a mapping in braces is read without its indent, which has no meaning in it."""


def open_mapping(text: str, index: int, column: int) -> Place:
    """Return how to find what is in the mapping at an index; nothing is read before it is asked for."""
    notes = _Notes(text, index, column)
    walk = notes.walked()  # beside the notes and not in them: who keeps no cycle is freed at once

    def place(keys: Keys, of_name: bool) -> tuple[int, int]:
        while not notes.has(keys, of_name) and next(walk, None):
            pass
        return notes.place(keys, of_name)

    return place


class _Notes:
    """The places of a mapping, noted one key after the other, no further than somebody asks."""

    def __init__(self, text: str, index: int, column: int) -> None:
        self._text, self._index = text, index
        self._values: dict[Keys, tuple[int, int]] = {}
        self._names: dict[Keys, tuple[int, int]] = {}
        far = column > _FAR and text.startswith("{", index)
        self._next, self._shift = events(text, index, before="" if far else " " * column)

    def has(self, keys: Keys, of_name: bool) -> bool:
        """Whether the value (or the name) at some keys is noted already."""
        return keys in (self._names if of_name else self._values)

    def place(self, keys: Keys, of_name: bool) -> tuple[int, int]:
        """Return where the value (or the name) at some keys starts and ends, or the nearest thing around."""
        start, end = (self._names if of_name else self._values).get(keys) or self._nearest(keys)
        return start + self._shift, end + self._shift

    def _nearest(self, keys: Keys) -> tuple[int, int]:
        while keys and keys not in self._values:
            keys = keys[:-1]
        start = self._index - self._shift
        return self._values.get(keys, (start, start + 1))

    def walked(self) -> Iterator[bool]:
        """Note one key of the mapping after the other; stop quietly where the text is broken."""
        try:
            self._next()
            self._next()
            mapping = self._next()
            if type(mapping) is not MappingStartEvent:
                return self._note_alone(mapping)
            while type(name := self._next()) is not MappingEndEvent:
                self._note_pair(name, (), mapping)
                yield True
            self._end(mapping, name, ())
        except YAMLError:
            return

    def _note_alone(self, event: YamlEvent) -> None:
        """Note what stands where a mapping belongs, if anything does."""
        if event is not None:
            self._note(event, (), in_braces=False)

    def _note(self, event: YamlEvent, keys: Keys, *, in_braces: bool) -> None:
        kind = type(event)
        if len(keys) > DEEPEST:
            skip(event, self._next)
        elif kind is MappingStartEvent:
            while type(name := self._next()) is not MappingEndEvent:
                self._note_pair(name, keys, event)
            self._end(event, name, keys)
        elif kind is SequenceStartEvent:
            self._note_items(event, keys)
        else:
            self._values.setdefault(keys, (event.start_mark.index, self._end_of(event, decimal=in_braces)))

    def _end_of(self, event: YamlEvent, *, decimal: bool) -> int:
        end: int = event.end_mark.index
        if decimal and type(event) is ScalarEvent and event.value and not event.style:
            behind = BEHIND_COMMA.match(self._text, end + self._shift)
            return behind.end() - self._shift if behind else end
        return end

    def _end(self, start: YamlEvent, end: YamlEvent, keys: Keys) -> None:
        self._values.setdefault(keys, (start.start_mark.index, end.end_mark.index))

    def _note_pair(self, name: YamlEvent, keys: Keys, mapping: YamlEvent) -> None:
        """Note a key and its value; the first of them are also the place of the mapping."""
        if type(name) is not ScalarEvent:
            skip(name, self._next)
            skip(self._next(), self._next)
            return
        inside = (*keys, name.value)
        written = name.start_mark.index, name.end_mark.index  # type: ignore[union-attr]
        self._names.setdefault(inside, written)
        value = self._next()
        start, end = value.start_mark.index, value.end_mark.index
        is_scalar = type(value) is ScalarEvent
        on_a_line = is_scalar or type(value) is AliasEvent
        self._values.setdefault(keys, (written[0], end if on_a_line else written[1]))
        if is_scalar and start == end:
            self._values.setdefault(inside, written)  # a key without a value: the key is all there is
        self._note(value, inside, in_braces=mapping.flow_style)

    def _note_items(self, sequence: YamlEvent, keys: Keys) -> None:
        """Note a list; its own place goes to the closing bracket, or to the end of its first item."""
        nth = 0
        while type(item := self._next()) is not SequenceEndEvent:
            inside = (*keys, nth)
            if nth < MOST_ITEMS:
                self._note(item, inside, in_braces=False)
            else:
                skip(item, self._next)
            if nth == 0 and not sequence.flow_style and inside in self._values:
                self._values.setdefault(keys, (sequence.start_mark.index, self._values[inside][1]))
            nth += 1
        self._end(sequence, item, keys)
