"""Finding: what the program says of planted files, and what of that is new."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from serang_plan.findings import Located
from serang_plan.operations.checking.check import checked
from serang_plan.reading.folder import read_folder
from tests.seeded.planting import Place, Planted, sound, write

AS_OF = date(2026, 6, 30)


def places(files: Mapping[str, bytes]) -> list[Place]:
    """Return where the program finds something in files that stand in a folder of their own."""
    return [Place(one.finding.rule.code, *one.at[:3]) for one in found(files)]


def found(files: Mapping[str, bytes]) -> list[Located]:
    """Return what the program finds in files that stand in a folder of their own."""
    before = os.getcwd()
    with TemporaryDirectory() as folder:
        write(files, Path(folder))
        os.chdir(folder)
        try:
            return checked(read_folder("data", AS_OF)).shown
        finally:
            os.chdir(before)


@cache
def _before() -> frozenset[Place]:
    return frozenset(places(sound()))


def new(planted: Planted) -> list[Place]:
    """Return the findings that the sound data does not have on the same line."""
    return new_among(planted, places(planted.files), _before())


def new_among(planted: Planted, now: Iterable[Place], before: Iterable[Place]) -> list[Place]:
    """Return the places that were not there before, on the same line as far as it was not touched."""
    moved = {path: _moved(_lines(content), _lines(planted.files[path])) for path, content in sound().items()}
    known = {(one.code, one.path, moved[one.path][one.line]) for one in before if one.line in moved[one.path]}
    return [one for one in now if (one.code, one.path, one.line) not in known]


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


def _moved(before: list[str], after: list[str]) -> dict[int, int]:
    """Return where each line that was not touched stands now, both from 1."""
    moved = {}
    for start, then, length in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        moved.update({start + nth + 1: then + nth + 1 for nth in range(length)})
    return moved
