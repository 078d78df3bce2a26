"""The YAML tree: text becomes plain values, one entry at a time, and nothing is read as what it is not."""

import re
from collections.abc import Callable, Generator, Iterator
from functools import partial
from typing import NamedTuple

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from serang_plan.findings import Finding
from serang_plan.model.record import ANCHOR
from serang_plan.places import Location, Pointer, SourceFile, Span, anchor
from serang_plan.reading import faults
from serang_plan.reading.decoding import has_unseen
from serang_plan.reading.parser import ParseError, YamlEvent, events, skip
from serang_plan.reading.plain_scalars import RefusedError, read_plain
from serang_plan.wording import RUPIAH_WORDS

DEEPEST = 40
MOST_ITEMS = 50_000
"""In one list of one entry."""
FEW_FINDINGS = 2_000
_REST_OF_NUMBER = re.compile(rf"[0-9]+(?: ?(?:{'|'.join(RUPIAH_WORDS)}))?", re.IGNORECASE)
_HASH = re.compile(r" #(?=\w)(?!serang-plan[ \t]*:)")


class Section(NamedTuple):
    """A top-level section: its name, where that is written, and the column of its dashes if it is a list."""

    name: str
    at: Span
    start: int
    indent: int | None = None


class Entry(NamedTuple):
    """One item of a section, or the whole section if it is not a list."""

    section: Section
    value: object
    at: Location
    in_list: bool


class LostEntry(NamedTuple):
    """A stretch of text that could not be read, with its section and code if they can be told."""

    section: str | None
    code: str | None


class _BrokenError(Exception):
    """What stands here is YAML, but cannot be taken."""

    def __init__(self, trouble: ParseError) -> None:
        super().__init__()
        self.trouble = trouble


class Tree:
    """One file's values, given entry by entry; then what was wrong, and what was lost."""

    def __init__(self, source: SourceFile, file: int) -> None:
        self.findings: list[Finding] = []
        self.lost: list[LostEntry] = []
        self.text = source.readable
        self.margin = 0
        self.section: Section | None = None
        """The section in which reading stands; `item` is where its latest item starts."""
        self.item: int | None = None
        self._source, self._file = source, file
        self._told: set[int] = set()
        self._plain: dict[str, object] = {}
        """What short plain scalars and keys mean, each read once and kept once."""
        self._names: dict[str, str] = {}
        self._begun = False
        self._sections_seen: dict[str, Span] = {}
        self._hashes = dict(_hashes(self.text))
        self._held: Entry | None = None
        self._held_from = self._last_given = -1
        self._most_findings = most_findings(self.text)
        self._merged = False
        self._quoted: YamlEvent = None

    def read(self, start: int, end: int, within: Section | None) -> Generator[Entry, None, ParseError | None]:
        """Give the entries of a stretch, each only once; return what stopped the reading.

        If the stretch starts with items, `within` is their section.
        """
        before = f"{' ' * self.margin}_:\n" if within else ""
        self._next, self._shift = events(self.text, start, end, before)
        self._base = anchor(self._file, 0) + self._shift
        self.section, self.item, self._held, self._quoted = within, None, None, None
        try:
            yield from self._documents(within)
        except YAMLError as error:
            from serang_plan.reading.parse_errors import read_trouble

            return read_trouble(error, self.text, (start, end), self._shift, self._last_quoted())
        except _BrokenError as broken:
            return broken.trouble
        return None

    def tell(self, trouble: ParseError) -> None:
        """Add the finding of a trouble."""
        self._fault(trouble.finding, trouble.start, trouble.start + trouble.length)

    # -- from events to entries ------------------------------------------------

    def _documents(self, within: Section | None) -> Iterator[Entry]:
        self._next()
        nth = 0
        while type(document := self._next()) is DocumentStartEvent:
            root = self._next()
            if self._begun and (nth or document.explicit):
                self._refuse(document if document.explicit else root, faults.s110_several_documents.finding)
                self._sections_seen = {}
            yield from self._root(root, within)
            nth += 1
        if not self._begun and not self.findings:
            self._fault(faults.s115_nothing_written.finding, 0, 1)

    def _root(self, root: YamlEvent, within: Section | None) -> Iterator[Entry]:
        """Read a document to its end."""
        if type(root) is MappingStartEvent:
            if not self._begun:
                self._begun = True
                self.margin = 0 if root.flow_style else root.start_mark.column  # type: ignore[union-attr]
            self._refuse_marks(root)
            yield from self._sections(root, within)
            return
        skip(root, self._next)
        self._next()
        if not self._begun and (type(root) is not ScalarEvent or root.value or root.style):
            self._begun = True
            self.lost.append(LostEntry(None, None))
            self._refuse(root, faults.s114_no_sections.finding)

    def _sections(self, root: YamlEvent, within: Section | None) -> Iterator[Entry]:
        nothing = True
        while type(key := self._next()) is not MappingEndEvent:
            nothing = False
            yield from self._released()
            self.section, self.item = within or self._named(key), None
            value = self._next()
            if self.section is None:
                skip(value, self._next)
                self.lost.append(LostEntry(None, None))
            elif type(value) is SequenceStartEvent:
                self._refuse_marks(value)
                indent = None if value.flow_style else value.start_mark.column  # type: ignore[union-attr]
                self.section = self.section._replace(indent=indent)
                yield from self._items(self.section, value)
            else:
                self._hold(self.section, value, in_list=False)
            within = None
        self._next()
        yield from self._released()
        self.section = None
        if nothing:
            self._refuse(root, faults.s115_nothing_written.finding)

    def _named(self, key: YamlEvent) -> Section | None:
        """Return the section that a key begins; None if the key is no word."""
        name = self._key(key)
        if name is None:
            return None
        at = self._span(key)
        first = self._sections_seen.get(name, at)
        if first != at:  # the same place is only being read again
            self._repeated(key, first)
        return Section(name, at, key.start_mark.index + self._shift)

    def _items(self, section: Section, opening: YamlEvent) -> Iterator[Entry]:
        while type(item := self._next()) is not SequenceEndEvent:
            yield from self._released()
            self.item = item.start_mark.index + self._shift
            self._hold(section, item, in_list=True)
        if self.item is None:
            self._held_from, self._merged = opening.start_mark.index + self._shift, False
            self._held = Entry(section, [], section.at, in_list=False)

    def _hold(self, section: Section, event: YamlEvent, *, in_list: bool) -> None:
        """Read an entry and keep it until what stands behind it shows that it ends there."""
        self._held_from, self._merged = event.start_mark.index + self._shift, False
        value = self._value(event, 2)
        at = self._span(event) if type(event) is ScalarEvent else Pointer(anchor(self._file, self._held_from))
        self._held = Entry(section, value, at, in_list)

    def _released(self) -> Iterator[Entry]:
        entry, self._held = self._held, None
        if entry is None or self._held_from <= self._last_given:
            return
        self._last_given = self._held_from
        self._sections_seen.setdefault(entry.section.name, entry.section.at)
        if self._merged:
            self.lost.append(LostEntry(entry.section.name, code_of(entry.value)))
        else:
            yield entry

    # -- from events to values -------------------------------------------------

    def _value(self, event: YamlEvent, depth: int) -> object:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._refuse(event, faults.s108_anchor_or_alias.finding)
            return None
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if depth > DEEPEST:
            too_deep = partial(faults.s111_too_deep.finding, most=DEEPEST)
            raise _BrokenError(ParseError(too_deep, event.start_mark.index + self._shift, 1))
        return self._mapping(event, depth) if kind is MappingStartEvent else self._sequence(depth)

    def _mapping(self, start: YamlEvent, depth: int) -> dict[str, object]:
        following, names, plain, hashes = self._next, self._names, self._plain, self._hashes
        flow = start.flow_style
        place = self._base + start.start_mark.index
        mapping: dict[str, object] = {ANCHOR: place}
        last = ""
        name: str | None
        while type(key := following()) is not MappingEndEvent:
            if type(key) is ScalarEvent and key.value in names and key.anchor is None and key.tag is None:
                name = names[key.value]
            else:
                name = self._key(key)
            value = following()
            if name is None or name == "<<":
                skip(value, following)
            elif flow and name[:1].isdigit() and last in mapping and self._is_behind_comma(key, value):
                mapping[last] = f"{mapping[last]},{name}"
            elif name in mapping:
                self._repeated(key, Pointer(place, (name,), of_name=True))
                self._value(value, depth + 1)
            elif (
                type(value) is ScalarEvent
                and not value.style
                and value.value in plain
                and value.anchor is None
                and value.tag is None
                and not hashes
            ):
                mapping[name] = plain[value.value]
                last = name
            else:
                is_scalar = type(value) is ScalarEvent
                mapping[name] = self._scalar(value) if is_scalar else self._value(value, depth + 1)
                last = name
        return mapping

    def _is_behind_comma(self, key: YamlEvent, value: YamlEvent) -> bool:
        """Whether a key without a value is the rest of a number: `{value: 98,63}`, `{amount: Rp2,5 juta}`."""
        if (
            not _REST_OF_NUMBER.fullmatch(key.value)
            or key.style
            or type(value) is not ScalarEvent
            or value.value
            or value.style
        ):
            return False
        at = key.start_mark.index + self._shift
        return self.text[at - 1] == "," and self.text[at - 2].isdigit()

    def _sequence(self, depth: int) -> list[object]:
        items: list[object] = []
        while type(item := self._next()) is not SequenceEndEvent:
            if len(items) == MOST_ITEMS:
                too_long = partial(faults.s122_huge_file.too_many_items, most=MOST_ITEMS)
                raise _BrokenError(ParseError(too_long, item.start_mark.index + self._shift, 1))
            items.append(self._value(item, depth + 1))
        return items

    def _key(self, key: YamlEvent) -> str | None:
        """Return a key's name, or None if it is no word."""
        if type(key) is not ScalarEvent:
            is_alias = type(key) is AliasEvent
            self._refuse(key, (faults.s108_anchor_or_alias if is_alias else faults.s118_key_not_text).finding)
            skip(key, self._next)
            return None
        name: str = key.value
        if key.anchor is not None or key.tag is not None:
            self._refuse_marks(key)
        if name == "<<":
            self._merged = True
            self._refuse(key, faults.s108_anchor_or_alias.finding)
            return name
        return self._names.setdefault(name, name)

    def _scalar(self, event: YamlEvent) -> object:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        text: str = event.value
        if event.style:
            if event.style in ("'", '"'):
                self._quoted = event
            if event.style == '"' and has_unseen(text):
                self._refuse(event, partial(faults.s113_unseen_character.finding, typed=text))
            return text
        if self._hashes and (mark := self._hashes.get(event.end_mark.index + self._shift)):
            self._fault(partial(faults.s120_text_cut_by_hash.finding, typed=text), mark, mark + 1)
        try:
            value = read_plain(text)
        except RefusedError as refused:
            self._refuse(event, partial(faults.of_scalar(refused.fault).finding, typed=text))
            return text
        return self._plain.setdefault(text, value) if len(text) < 24 else value

    # -- what is wrong -----------------------------------------------------------

    def _refuse_marks(self, event: YamlEvent) -> None:
        if event.anchor is not None:
            self._refuse(event, faults.s108_anchor_or_alias.finding)
        elif event.tag is not None:
            self._refuse(event, partial(faults.s109_explicit_tag.finding, typed=event.tag))

    def _repeated(self, key: YamlEvent, first: Location) -> None:
        self._refuse(key, partial(faults.s101_repeated_key.finding, typed=key.value, first=first))

    def _refuse(self, event: YamlEvent, finding: Callable[[Location], Finding]) -> None:
        start, end = event.start_mark.index + self._shift, event.end_mark.index + self._shift
        self._fault(finding, start, end)

    def _span(self, event: YamlEvent) -> Span:
        return self._source.span(event.start_mark.index + self._shift, event.end_mark.index + self._shift)

    def _fault(self, finding: Callable[[Location], Finding], start: int, end: int) -> None:
        """Add a finding, unless something was already found at the same place."""
        if start not in self._told and len(self.findings) < self._most_findings:
            self._told.add(start)
            self.findings.append(finding(self._source.span(start, max(end, start + 1))))

    def _last_quoted(self) -> tuple[int, int]:
        if self._quoted is None:
            return 0, 0
        return self._quoted.start_mark.index + self._shift, self._quoted.end_mark.index + self._shift


def most_findings(text: str) -> int:
    """Return how many faults of a file are told: more than anybody reads, and no more than takes a moment."""
    return FEW_FINDINGS + len(text) // 100


def code_of(value: object) -> str | None:
    """Return the code that a raw record bears, or for a duty its indicator's, if it can be told."""
    code = value.get("code", value.get("indicator")) if isinstance(value, dict) else None
    return code if isinstance(code, str) else None


def _hashes(text: str) -> Iterator[tuple[int, int]]:
    """Give where a text may end, and the `#` that cuts it: after one space, or before a digit."""
    for hit in _HASH.finditer(text):
        end = hit.start()
        while end and text[end - 1] == " ":
            end -= 1
        if end == hit.start() or text[hit.end()].isdigit():
            yield end, hit.start() + 1
