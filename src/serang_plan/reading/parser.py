"""The parser: libyaml where it is there, PyYAML's own where it is not, over any stretch of a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent
from yaml.parser import Parser as _Parser
from yaml.reader import Reader as _Reader
from yaml.scanner import Scanner as _Scanner
from yaml.scanner import ScannerError

from serang_plan.findings import Finding
from serang_plan.places import Location

_LARGEST_PIECE = 16_384
_LONE_HALF = re.compile("[\ud800-\udfff]")


class ParseError(NamedTuple):
    """A broken place: what to say of it, its first character and its length."""

    finding: Callable[[Location], Finding]
    start: int
    length: int
    reached: int = 0
    """How far the parser had come."""


class PureParser(_Reader, _Scanner, _Parser):
    """The parser for a Python without libyaml: slower, and made to refuse what libyaml refuses."""

    def __init__(self, stream: Any) -> None:
        _Reader.__init__(self, stream)
        _Scanner.__init__(self)
        _Parser.__init__(self)

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        """Refuse escapes that are no character: PyYAML lets a surrogate pass, and `chr` raises."""
        try:
            chunks = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            chunks = ["\ud800"]
        if double and any(_LONE_HALF.search(chunk) for chunk in chunks):
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while scanning a quoted scalar", start_mark, problem, self.get_mark())
        return chunks

    def scan_to_next_token(self) -> None:
        """Pass over tabs between values, and before comments, where libyaml does."""
        super().scan_to_next_token()
        while (self.flow_level or not self.allow_simple_key) and self.peek() == "\t":
            self.forward()
            super().scan_to_next_token()

    def scan_directive(self) -> Any:
        """Refuse directives that PyYAML passes over."""
        token = super().scan_directive()
        if token.name not in ("YAML", "TAG"):
            raise ScannerError(None, None, "found unknown directive name", token.start_mark)
        if token.name == "YAML" and token.value not in ((1, 1), (1, 2)):
            raise ScannerError(None, None, "found incompatible YAML document", token.start_mark)
        return token


YamlEvent: TypeAlias = Any
"""An event of the parser: what types there are for PyYAML leave open what stands in one, and where."""
Parser: Any
try:
    from yaml._yaml import CParser as Parser
except ImportError:  # a Python without libyaml reads the same, only slower
    Parser = PureParser


class _Stretch:
    """Part of a text, given piece by piece, so that a parser that stops early has read little."""

    def __init__(self, text: str, start: int, end: int, before: str) -> None:
        self._text, self._at, self._end, self._before = text, start, end, before
        self._piece = 512

    def read(self, size: int) -> str:
        if self._before:
            before, self._before = self._before, ""
            return before
        start, self._at = self._at, min(self._at + self._piece, self._end)
        self._piece = min(self._piece * 2, _LARGEST_PIECE)
        return self._text[start : self._at]


class Events(NamedTuple):
    """The next event, and what must be added to its marks to get an index into the text."""

    next: Callable[[], YamlEvent]
    shift: int


def events(text: str, start: int = 0, end: int | None = None, before: str = "") -> Events:
    """Read the events of a stretch of a text, as if it began with `before`."""
    stretch = _Stretch(text, start, len(text) if end is None else end, before)
    return Events(Parser(stretch).get_event, start - len(before))


def skip(event: YamlEvent, following: Callable[[], YamlEvent]) -> None:
    """Pass over a value that has begun with this event."""
    open_ones = 0
    while True:
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            open_ones += 1
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            open_ones -= 1
        if open_ones <= 0:
            return
        event = following()
