"""The YAML tree: text becomes plain values, one record at a time, and nothing is read as what it is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from serang_plan.findings import Finding
from serang_plan.model.record import ANCHOR
from serang_plan.places import FILE_SHIFT, Pointer, Source, anchor
from serang_plan.reading.faults import found
from serang_plan.reading.trouble import Trouble, read_trouble

try:
    from yaml.cyaml import CParser as _Parser
except ImportError:  # a Python without libyaml reads the same, only slower

    class _Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        def __init__(self, stream: Any) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


DEEPEST = 40
MOST_REPAIRS = 20

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_NUMBER_LIKE = re.compile(
    r"""[-+]?(?:
        0[0-9_]+ | 0o?[0-7_]+ | 0x[0-9a-fA-F_]+ | 0b[01_]+          # 010, 0o10, 0x1F
      | [0-9][0-9_]*_[0-9_.]*                                       # 1_000
      | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?                 # 12:30
      | [0-9]*\.[0-9_]*(?:[eE][-+]?[0-9]+)? | [0-9]+[eE][-+]?[0-9]+ # .5, 1., 1e3
      | 0[0-9]+\.[0-9]+                                             # 01.5
      | \.(?:inf|Inf|INF)
    ) | \.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_TWO_FACED = frozenset(
    form
    for word in ("yes", "no", "on", "off", "y", "n", "true", "false", "null")
    for form in (word, word.capitalize(), word.upper())
) - {"true", "false", "null"} | {"=", "<<"}
"""Plain words and numbers that YAML 1.1 and 1.2 read differently."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_HASH_IN_TEXT = re.compile(r"(?<=[^\s#'\"]) #(?! )\w")
_BOUNDARY = re.compile(r"^(?:[A-Za-z_][\w-]*:|(?P<indent> *)- )", re.MULTILINE)
_CODE = re.compile(r"\bcode:\s*[\"']?([\w.-]+)")


class Entry(NamedTuple):
    """One item of a top-level section, or the whole section if it is not a list."""

    section: str
    value: Any
    anchor: int
    in_list: bool


class Lost(NamedTuple):
    """A stretch of text that could not be read, with its section and code if they can be told."""

    section: str | None
    code: str | None


class Tree:
    """One file's values; iterate once over `entries`, then ask what was wrong."""

    def __init__(self, source: Source, file: int) -> None:
        self.findings: list[Finding] = []
        self.lost: list[Lost] = []
        self._source = source
        self._file = file
        self._strings: dict[str, str] = {}
        self._hashes: frozenset[int] = frozenset()
        self._section: str | None = None
        self._item: int | None = None
        self._last_given = -1

    def entries(self) -> Iterator[Entry]:
        """Give every item that can be read; a broken one is left out and reading goes on behind it."""
        text = self._without_forbidden(self._source.text)
        self._hashes = frozenset(hit.start() for hit in _HASH_IN_TEXT.finditer(text))
        for _ in range(MOST_REPAIRS):
            self._section = self._item = None
            try:
                yield from self._entries(text)
                return
            except yaml.YAMLError as error:
                trouble = read_trouble(error, text)
            except (ValueError, OverflowError):  # the parser without libyaml, on an escape beyond Unicode
                trouble = Trouble("broken-yaml", self._item or 0, 1)
            self._tell(trouble)
            repaired = self._without_broken_item(text, trouble.start)
            if repaired is None:
                break
            text = repaired
        self.lost.append(Lost(None, None))

    # -- from events to entries ------------------------------------------------

    def _entries(self, text: str) -> Iterator[Entry]:
        events = _Parser(text)
        self._next: Callable[[], Any] = events.get_event
        self._next()
        if isinstance(document := self._next(), StreamEndEvent):
            self._fault("nothing-written", 0, 1)
            return
        root = self._next()
        if type(root) is MappingStartEvent:
            self._refuse_marks(root)
            yield from self._sections(self._anchor(root.start_mark.index))
        else:
            self._fault("no-sections", root.start_mark.index, root.end_mark.index)
            self._value(root, 1)
        self._next()
        if isinstance(document := self._next(), DocumentStartEvent):
            self._fault("several-documents", document.start_mark.index, document.end_mark.index)

    def _sections(self, root: int) -> Iterator[Entry]:
        seen: dict[str, Any] = {}
        while type(key := self._next()) is not MappingEndEvent:
            self._section = name = self._key(key, seen, root, 1)
            value = self._next()
            if type(value) is SequenceStartEvent:
                self._refuse_marks(value)
                yield from self._items(name)
            else:
                at = value.start_mark.index
                yield from self._once(Entry(name, self._value(value, 2), self._anchor(at), False), at)
            seen[name] = True

    def _items(self, section: str) -> Iterator[Entry]:
        while type(item := self._next()) is not SequenceEndEvent:
            at = self._item = item.start_mark.index
            yield from self._once(Entry(section, self._value(item, 2), self._anchor(at), True), at)
        self._item = None

    def _once(self, entry: Entry, at: int) -> Iterator[Entry]:
        if at > self._last_given:
            self._last_given = at
            yield entry

    def _anchor(self, index: int) -> int:
        return anchor(self._file, index)

    # -- from events to values -------------------------------------------------

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._fault("anchor-or-alias", event.start_mark.index, event.end_mark.index)
            return None
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if depth > DEEPEST:
            return self._too_deep(event)
        if kind is MappingStartEvent:
            return self._mapping(event, depth)
        return self._sequence(depth)

    def _mapping(self, start: Any, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {ANCHOR: self._file << FILE_SHIFT | start.start_mark.index}
        last = ""
        while type(key := self._next()) is not MappingEndEvent:
            value = self._next()
            if start.flow_style and _follows_comma(key, value, found.get(last)):
                found[last] = f"{found[last]},{key.value}"
                continue
            name = self._key(key, found, found[ANCHOR], depth)
            read = self._value(value, depth + 1)
            if name not in found:
                found[name] = read
                last = name
        return found

    def _sequence(self, depth: int) -> list[Any]:
        found = []
        while type(item := self._next()) is not SequenceEndEvent:
            found.append(self._value(item, depth + 1))
        return found

    def _key(self, key: Any, seen: dict[str, Any], mapping: int, depth: int) -> str:
        if type(key) is not ScalarEvent:
            self._fault("key-not-text", key.start_mark.index, key.end_mark.index)
            self._value(key, depth + 1)
            return ""
        name: str = key.value
        if key.anchor is not None or key.tag is not None:
            self._refuse_marks(key)
        if name in seen:
            self._repeated(key, name, Pointer(mapping, (name,), of_name=True))
        elif name == "<<":
            self._fault("anchor-or-alias", key.start_mark.index, key.end_mark.index)
        return self._strings.setdefault(name, name)

    def _scalar(self, event: Any) -> Any:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        text: str = event.value
        if event.style:
            if event.style == '"' and _FORBIDDEN.search(text):
                self._fault("unseen-character", event.start_mark.index, event.end_mark.index, typed=text)
            return text
        if self._hashes and event.end_mark.index in self._hashes:
            self._fault("text-cut-by-hash", event.end_mark.index + 1, event.end_mark.index + 2, typed=text)
        return self._plain(text, event)

    def _plain(self, text: str, event: Any) -> Any:
        if text in _WORDS:
            return _WORDS[text]
        if text[0] in "+-.0123456789":
            number = _NUMBER.fullmatch(text)
            if number:
                return self._number(text, event, decimal=bool(number.group(1)))
            if _NUMBER_LIKE.fullmatch(text):
                self._fault("two-faced-word", event.start_mark.index, event.end_mark.index, typed=text)
                return text
        elif text in _TWO_FACED:
            self._fault("two-faced-word", event.start_mark.index, event.end_mark.index, typed=text)
        return self._strings.setdefault(text, text) if len(text) < 24 else text

    def _number(self, text: str, event: Any, *, decimal: bool) -> Any:
        if len(text) > 30:
            self._fault("endless-number", event.start_mark.index, event.end_mark.index, typed=text)
            return text
        return Decimal(text) if decimal else int(text)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault("anchor-or-alias", event.start_mark.index, event.end_mark.index)
        elif event.tag is not None:
            self._fault("explicit-tag", event.start_mark.index, event.end_mark.index, typed=event.tag)

    def _too_deep(self, start: Any) -> None:
        self._fault("too-deep", start.start_mark.index, start.end_mark.index, most=DEEPEST)
        open_ones = 1
        while open_ones:
            kind = type(self._next())
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                open_ones += 1
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                open_ones -= 1

    # -- what is wrong -----------------------------------------------------------

    def _repeated(self, key: Any, name: str, first: Pointer) -> None:
        at = self._source.span(key.start_mark.index, key.end_mark.index)
        self.findings.append(found("repeated-key", at, (first,), typed=name))

    def _fault(self, name: str, start: int, end: int, **facts: Any) -> None:
        at = self._source.span(start, max(end, start + 1))
        if all(known.at != at for known in self.findings[-50:]):
            self.findings.append(found(name, at, **facts))

    def _tell(self, trouble: Trouble) -> None:
        self._fault(trouble.name, trouble.start, trouble.start + trouble.length, **trouble.facts)

    def _without_forbidden(self, text: str) -> str:
        for hit in _FORBIDDEN.finditer(text):
            self._fault("unseen-character", hit.start(), hit.end(), typed=hit.group())
            if len(self.findings) >= MOST_REPAIRS:
                break
        else:
            if not self.findings:
                return text
        return _FORBIDDEN.sub(" ", text)

    def _without_broken_item(self, text: str, trouble: int) -> str | None:
        """Blank the item around a trouble, up to the next item or section; None if nothing is left to blank."""
        start = text.rfind("\n", 0, trouble) + 1
        indent = None
        if self._item is not None and self._item <= trouble:
            start = text.rfind("\n", 0, self._item) + 1
            indent = len(text[start : self._item]) - len(text[start : self._item].lstrip(" "))
        end = len(text)
        for boundary in _BOUNDARY.finditer(text, max(trouble, start) + 1):
            inner = boundary.group("indent")
            if inner is None or indent is None or len(inner) == indent:
                end = boundary.start()
                break
        broken = text[start:end]
        if not broken.strip():
            return None
        code = _CODE.search(broken)
        self.lost.append(Lost(self._section, code.group(1) if code else None))
        return text[:start] + re.sub(r"[^\r\n]", " ", broken) + text[end:]


def _follows_comma(key: Any, value: Any, before: Any) -> bool:
    """Whether a key of digits without a value is what stands behind a decimal comma: `{value: 98,63}`."""
    return (
        type(key) is ScalarEvent
        and not key.style
        and key.value.isdigit()
        and type(value) is ScalarEvent
        and value.start_mark.index == value.end_mark.index
        and isinstance(before, int | Decimal | str)
        and not isinstance(before, bool)
    )


# -- where a pointer points -------------------------------------------------------


class _From:
    """A text from one character on, indented as it stands, for a parser that stops early."""

    def __init__(self, text: str, index: int, column: int) -> None:
        inside_flow = column > 0 and text[index : index + 1] in ("{", "[")
        self.in_brackets = inside_flow
        self.padding = " " * (column - 1) + "[" if inside_flow else " " * column
        self._text, self._at = text, index
        self._first = True

    def read(self, size: int) -> str:
        if self._first:
            self._first = False
            if self.padding:
                return self.padding
        part = self._text[self._at : self._at + min(size, 4096)]
        self._at += len(part)
        return part


class _Walk:
    """Events from one place on, walked along keys."""

    def __init__(self, text: str, index: int, column: int) -> None:
        stream = _From(text, index, column)
        self._parser = _Parser(stream)
        self._shift = index - len(stream.padding)
        self.best = (index, index + 1)
        for _ in range(3 if stream.in_brackets else 2):
            self.next()

    def next(self) -> Any:
        return self._parser.get_event()

    def _keep(self, event: Any) -> tuple[int, int]:
        start = event.start_mark.index + self._shift
        is_open = type(event) in (MappingStartEvent, SequenceStartEvent)
        self.best = (start, start + 10_000 if is_open else event.end_mark.index + self._shift)
        return self.best

    def go(self, keys: tuple[str | int, ...], of_name: bool) -> None:
        event = self.next()
        for nth, key in enumerate(keys):
            last = nth == len(keys) - 1
            event = self._step(event, key, of_name and last)
            if event is None:
                return
        if type(event) is MappingStartEvent:
            self._keep_first_pair(event)
        elif not (type(event) is ScalarEvent and event.start_mark.index == event.end_mark.index):
            self._keep(event)  # a key without a value keeps the key's own place

    def _step(self, event: Any, key: str | int, of_name: bool) -> Any:
        if type(event) is MappingStartEvent:
            return self._into_mapping(event, key, of_name)
        if type(event) is SequenceStartEvent and isinstance(key, int):
            self._keep(event)
            for _ in range(key):
                self._skip(self.next())
            return self.next()
        self._keep(event)
        return None

    def _into_mapping(self, start: Any, key: str | int, of_name: bool) -> Any:
        first = None
        while type(name := self.next()) is not MappingEndEvent:
            if type(name) is ScalarEvent and name.value == key:
                self._keep(name)
                return None if of_name else self.next()
            value = self.next()
            if first is None:
                first = (name, value)
                self._keep_pair(start, name, value)
            self._skip(value)
        return None

    def _keep_first_pair(self, start: Any) -> None:
        name = self.next()
        if type(name) is not MappingEndEvent:
            self._keep_pair(start, name, self.next())

    def _keep_pair(self, start: Any, name: Any, value: Any) -> None:
        end = value if type(value) is ScalarEvent else name
        self.best = (name.start_mark.index + self._shift, end.end_mark.index + self._shift)

    def _skip(self, event: Any) -> None:
        open_ones = 0
        while True:
            kind = type(event)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                open_ones += 1
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                open_ones -= 1
            if open_ones <= 0:
                return
            event = self.next()


def locate(
    text: str, index: int, column: int, keys: tuple[str | int, ...], of_name: bool
) -> tuple[int, int]:
    """Return where the value (or the name) at `keys` below a mapping starts and ends.

    Only the mapping itself is read again, so that reading a sound plan keeps no positions.
    """
    try:
        walk = _Walk(text, index, column)
    except yaml.YAMLError:
        return index, index + 1
    try:
        walk.go(keys, of_name)
    except yaml.YAMLError:  # the nearest thing before the fault
        pass
    return walk.best


