"""Fixes: what findings themselves know to be right, as edits of their file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from serang_plan.editing.edits import Edit
from serang_plan.findings import Located
from serang_plan.places import Source, Sources, Span

_LAST_LINE_END = re.compile(r"\r?\n")


def proposed(found: Iterable[Located], sources: Sources) -> Mapping[str, dict[Edit, Located]]:
    """Return by file what could be typed instead; the first finding of a place speaks for it.

    A file with unseen characters is left alone: what stands in it is not where it seems to stand.
    """
    fixes: dict[str, dict[Edit, Located]] = defaultdict(dict)
    for one in found:
        if one.finding.instead is not None and is_editable(source := sources.source(one.at.path)):
            edit = _edit(source, one.at, one.finding.instead)
            if source.text[edit.start : edit.end] != edit.text:
                fixes[one.at.path].setdefault(edit, one)
    return fixes


def is_editable(source: Source) -> bool:
    """Whether a file is read as it is written."""
    return source.readable == source.text


def _edit(source: Source, at: Span, instead: str) -> Edit:
    start = source.starts[at.line - 1] + at.column - 1
    return Edit(start, start + at.length, instead)


def final_newline(text: str) -> Edit | None:
    """Return what ends the last line as the first line ends, if nothing does."""
    if not text.strip() or text.endswith("\n"):
        return None
    first = _LAST_LINE_END.search(text)
    return Edit(len(text), len(text), first.group() if first else "\n")
