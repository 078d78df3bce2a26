"""Fixes: what findings themselves know to be right, as edits of their file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from serang_plan.editing.edits import Edit
from serang_plan.findings import Located
from serang_plan.places import SourceFile, SourceFiles

_LINE_END = re.compile(r"\r?\n")


UNREAD = frozenset({"not-utf8", "conflict-marker", "unreadable-file", "huge-file"})
"""Files of which not every character is known, or where two people are still at odds."""


def editable(findings: Iterable[Located], sources: SourceFiles) -> Mapping[str, SourceFile]:
    """Return the files in which every character stands where it seems to stand."""
    unread = {located.at.path for located in findings if located.finding.rule.name in UNREAD}
    files = (sources.source(path) for path in sources.paths if path not in unread)
    return {located.path: located for located in files if located.readable == located.text}


def proposed(
    findings: Iterable[Located], sources: Mapping[str, SourceFile]
) -> Mapping[str, dict[Edit, Located]]:
    """Return by file what findings say should be typed; the first finding of a place speaks."""
    fixes: dict[str, dict[Edit, Located]] = defaultdict(dict)
    for located in findings:
        source = sources.get(located.at.path)
        if source is not None and located.finding.instead is not None:
            start = source.starts[located.at.line - 1] + located.at.column - 1
            edit = Edit(start, start + located.at.length, located.finding.instead)
            fixes[located.at.path].setdefault(edit, located)
    return fixes


def final_newline(text: str) -> Edit | None:
    """Return what ends the last line as the first line ends, if nothing does."""
    if not text.strip() or text.endswith("\n"):
        return None
    first = _LINE_END.search(text)
    return Edit(len(text), len(text), first.group() if first else "\n")
