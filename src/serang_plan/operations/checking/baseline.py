"""Baseline: a file that lists the findings of an old plan, so that a check tells the new ones."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, NotRequired, TypedDict

from serang_plan.findings import Located
from serang_plan.operations.files.output_file import write_file
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.decoding import MOST_MEGABYTES, read_bytes
from serang_plan.rendering.json.encoder import encoded
from serang_plan.wording import Text, backquoted, backquoted_path, code_order, escape_invisible

VERSION = 1
FIRST_WORDS = 100


class OldFinding(TypedDict):
    """One entry of the file; what else somebody wrote into it stays there."""

    rule: str
    file: NotRequired[str]
    says: str
    fingerprint: str


class Baseline(NamedTuple):
    """What the file lists."""

    file: str
    entries: tuple[OldFinding, ...]
    city: str | None = None
    """Whose plan it is about."""

    @property
    def marks(self) -> frozenset[str]:
        """The fingerprints of the old findings."""
        return frozenset(entry["fingerprint"] for entry in self.entries)

    def remarks(
        self, marks: Sequence[str], paths: Sequence[str], *, prune: bool, all_read: bool
    ) -> tuple[Text, ...]:
        """Say which entries are no longer found in the files that were read; remove them if asked to.

        While something is unread, what is not found may just not have come up.
        Raises ProblemError if the file cannot be written.
        """
        present, read = set(marks), {os.path.basename(path) for path in paths}
        kept = [
            entry
            for entry in self.entries
            if entry["fingerprint"] in present or entry.get("file", "") not in read
        ]
        count, file = len(self.entries) - len(kept), backquoted(self.file)
        if not count or not (all_read or prune):
            return ()
        if not all_read:
            return (
                Text(
                    f"{file} tidak dirapikan, karena masih ada isian yang tidak terbaca.",
                    f"{file} was not tidied, since some entries cannot be read yet.",
                ),
            )
        if prune:
            _write(self.file, kept, self.city, replace=True)
            return (Text(f"{count} entri dihapus dari {file}.", f"{count} removed from {file}."),)
        return (
            Text(
                f"{count} entri di {file} sudah tidak ditemukan; rapikan dengan `--prune-baseline`.",
                f"{count} listed in {file} {'is' if count == 1 else 'are'} no longer found; "
                "tidy it with `--prune-baseline`.",
            ),
        )


def write_baseline(
    file: str, findings: Sequence[Located], marks: Sequence[str], city: str | None, *, replace: bool
) -> Text:
    """List findings as old ones. Raises ProblemError if the file is there or cannot be written."""
    entries = [_entry(located, mark) for located, mark in zip(findings, marks, strict=True)]
    _write(file, entries, city, replace=replace)
    count = len(entries)
    return Text(
        f"{count} temuan dicatat sebagai temuan lama di {backquoted_path(file)}.",
        f"{count} finding{'' if count == 1 else 's'} listed as old in {backquoted_path(file)}.",
    )


def _entry(located: Located, mark: str) -> OldFinding:
    words = escape_invisible(located.finding.message.id)
    return {
        "rule": located.finding.rule.code,
        "file": os.path.basename(located.at.path),
        "says": words if len(words) <= FIRST_WORDS else f"{words[: FIRST_WORDS - 1]}…",
        "fingerprint": mark,
    }


def _write(file: str, entries: Sequence[OldFinding], city: str | None, *, replace: bool) -> None:
    """Write entries in an order that does not depend on where in the files they stand."""
    ordered = sorted(
        entries, key=lambda entry: (entry["rule"], code_order(entry["says"]), entry["fingerprint"])
    )
    value = {
        "baseline_version": VERSION,
        **({"city": city} if city else {}),
        "count": len(ordered),
        "rules": Counter(entry["rule"] for entry in ordered),
        "findings": ordered,
    }
    write_file(file, encoded(value).encode("utf-8"), replace=replace)


# -- reading ------------------------------------------------------------------------------


def read_baseline(file: str, city: str | None) -> Baseline:
    """Read the list of old findings. Raises ProblemError if it is none, or another city's."""
    try:
        text, size = read_bytes(file)
        value = json.loads(text) if text is not None and size <= MOST_MEGABYTES << 20 else None
        encoded(value)  # refused now and not when it is tidied: numbers without end, or too deep
    except FileNotFoundError:
        raise _refused(file, _MISSING) from None
    except (OSError, ValueError, RecursionError):
        raise _refused(file, _NO_LIST) from None
    entries = value.get("findings") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise _refused(file, _NO_LIST)
    if value.get("baseline_version") != VERSION:
        raise _refused(file, _OTHER_VERSION)
    written_for = value.get("city")
    if not isinstance(written_for, str):
        written_for = None
    if city and written_for and written_for != city:
        raise _refused(file, _OTHER_CITY, written_for, city)
    return Baseline(file, tuple(entries), city or written_for)


def _is_entry(entry: object) -> bool:
    names = ("rule", "says", "fingerprint")
    return isinstance(entry, dict) and all(isinstance(entry.get(name), str) for name in names)


def _refused(file: str, why: Text, *names: str) -> ProblemError:
    quoted = (backquoted_path(file), *map(backquoted, names))
    return ProblemError(Text(*(words.format(*quoted) for words in why)), _MAKE)


_MISSING = Text("{} tidak ada", "there is no {}")
_NO_LIST = Text("{} bukan daftar temuan lama", "{} is no list of old findings")
_OTHER_VERSION = Text(
    "{} dibuat oleh versi lain dari program ini", "{} was made by another version of this program"
)
_OTHER_CITY = Text("{} berisi temuan lama {}, bukan {}", "{} lists old findings of {}, not of {}")
"""Codes such as M01 mean something else there: its list would hide findings of this plan."""
_MAKE = Text(
    "buat dengan `serang-plan validate --write-baseline FILE`",
    "make one with `serang-plan validate --write-baseline FILE`",
)
