"""Provenance: which revision of the plan a report was made from, and by which version of the program."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan import __version__
from serang_plan.reading.history import revision_of
from serang_plan.wording import Lang, Text


class Stamp(NamedTuple):
    """The plan's revision, if it has one, whether the plan was changed since, and the program's version."""

    revision: str
    modified: bool
    version: str

    def text(self, lang: Lang) -> str:
        """Say it in one line."""
        program = f"serang-plan {self.version}"
        if not self.revision:
            return program
        changed = Text(", diubah sesudahnya", ", changed since").for_lang(lang) if self.modified else ""
        return Text(
            f"Rencana revisi {self.revision[:7]}{changed} · {program}",
            f"Plan revision {self.revision[:7]}{changed} · {program}",
        ).for_lang(lang)

    def data(self) -> dict[str, str | bool | None]:
        """Return it for programs."""
        return {
            "revision": self.revision or None,
            "modified": self.modified if self.revision else None,
            "version": self.version,
        }


def stamp_of(folder: str) -> Stamp:
    """Return the stamp of a plan; without a folder, of the program alone."""
    revision = revision_of(folder) if folder else None
    return Stamp(revision.id, revision.modified, __version__) if revision else Stamp("", False, __version__)
