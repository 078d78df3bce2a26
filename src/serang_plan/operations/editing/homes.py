"""Homes: in which file of a plan a new record belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from serang_plan.model.plan import SECTIONS
from serang_plan.nodes import MappingNode
from serang_plan.places import FILE_SHIFT
from serang_plan.reading.folder import Reading
from serang_plan.reading.node_tree import node_at


def home(section: str, reading: Reading) -> int:
    """Return the number of the file that has most records of a section, or else its name with none below.

    Of a section that is nowhere: the file that is called like it, or else the home of the section before it.
    """
    return next(_homes(section, reading))


def _homes(section: str, reading: Reading) -> Iterator[int]:
    records = Counter(record.anchor >> FILE_SHIFT for record in reading.plan.section(section))
    if records:
        yield min(records, key=lambda number: (-records[number], number))
    for number, path in enumerate(reading.sources.paths):
        if _names(reading.sources.source(path).readable, section):
            yield number
    for number, path in enumerate(reading.sources.paths):
        if path.replace("\\", "/").rpartition("/")[2].partition(".")[0] == section:
            yield number
    sections = list(SECTIONS)
    nth = sections.index(section)
    yield home(sections[nth - 1], reading) if nth else 0


def _names(text: str, section: str) -> bool:
    root = node_at(text)
    return isinstance(root, MappingNode) and root.pair(section) is not None
