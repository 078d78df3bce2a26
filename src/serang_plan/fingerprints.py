"""Fingerprints: what makes a finding the same finding in another state of the files."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from serang_plan.findings import Finding, Located
from serang_plan.places import Pointer, SourceFile, SourceFiles, Span

VERSION = 1
"""Part of every fingerprint: one that is made otherwise is another."""

_START = re.compile(r"^(?:(?P<section>[^\s#:-][^\s:]*)\s*:|(?P<indent> *)-(?= ))", re.MULTILINE)
_NAMED = re.compile(r"(?:^|[\s{-])(?:code|date|indicator|year):[ \t]*[\"']?([^\s,}\"'#]+)")
_QUOTED = re.compile(r"`([^`]*)`")
"""What was typed; the rest of a sentence has numbers that grow while nobody edits, and names reworded."""


def fingerprints(
    findings: Sequence[Located], sources: SourceFiles, codes: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return a fingerprint for each finding, in the same order, no two alike.

    It is made of the rule, the record, the names of the keys and what the sentence quotes; never of a line,
    nor of the file where a record can be told by its code. So neither an edit above it, nor moving a record,
    nor another name for an indicator makes a finding new. Of findings that are alike in all this, the second
    is salted with 2, the third with 3, in reading order. `codes` has what goes by another code or date
    elsewhere, so that a finding of it is the same one there.
    """
    codes = codes or {}
    records: dict[str, _RecordsOfFile] = {}
    alike: Counter[tuple[str, ...]] = Counter()
    made = []
    for located in findings:
        of_file = records.get(located.at.path)
        if of_file is None:
            of_file = records[located.at.path] = _RecordsOfFile(sources.source(located.at.path), codes)
        parts = (
            str(VERSION),
            located.finding.rule.code,
            of_file.name_at(located.at),
            *_said(located.finding, codes),
        )
        alike[parts] += 1
        made.append(_hashed((*parts, str(alike[parts]))))
    return tuple(made)


def _said(finding: Finding, codes: Mapping[str, str]) -> Iterator[str]:
    at = finding.at
    keys = at.keys if isinstance(at, Pointer) else ()
    yield "/".join(key for key in keys if isinstance(key, str))
    yield from (codes.get(word, word) for word in _QUOTED.findall(finding.message.id))


def _hashed(parts: Sequence[str]) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]


class _Occurrence(NamedTuple):
    at: int
    section: str
    in_list: bool


class _RecordsOfFile:
    """Where the records of one file start, and what each is called; made without reading the YAML again."""

    def __init__(self, source: SourceFile, codes: Mapping[str, str]) -> None:
        self._source = source
        self._codes = codes
        self._starts = list(_starts(source.text))
        self._indexes = [start.at for start in self._starts]
        self._names: dict[int, str] = {}

    def name_at(self, at: Span) -> str:
        """Return the section and code of the record at a place; else its first line, else the file's name."""
        lines = self._source.starts
        nth = bisect_right(self._indexes, lines[min(at.line, len(lines)) - 1]) - 1
        if nth < 0:
            return f"file {self._source.path.replace(chr(92), '/').rpartition('/')[2]}"
        if nth not in self._names:
            self._names[nth] = self._name(nth)
        return self._names[nth]

    def _name(self, nth: int) -> str:
        text, start = self._source.text, self._starts[nth]
        if not start.in_list:
            return start.section
        end = self._indexes[nth + 1] if nth + 1 < len(self._indexes) else len(text)
        named = _NAMED.search(text, start.at, end)
        if named:
            return f"{start.section} {self._codes.get(named[1], named[1])}"
        return f"{start.section} {text[start.at : end].partition(chr(10))[0].strip()}"


def _starts(text: str) -> Iterator[_Occurrence]:
    """Give the start of each section and of each item of its list; deeper lists are part of an item."""
    section, margin = "", -1
    for start in _START.finditer(text):
        if start["section"] is not None:
            section, margin = start["section"], -1
            yield _Occurrence(start.start(), section, in_list=False)
        elif margin in (-1, len(start["indent"])):
            margin = len(start["indent"])
            yield _Occurrence(start.start(), section, in_list=True)
