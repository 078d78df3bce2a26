"""Baseline: a file that lists the findings of an old plan, so that a check tells the new ones."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from serang_plan.cli.arguments.usage_error import UsageProblemError
from serang_plan.cli.output.output_file import write_output
from serang_plan.findings import Located
from serang_plan.wording import Text, backquoted, backquoted_path, code_order, escape_invisible

VERSION = 1
MOST_BYTES = 64 << 20
FIRST_WORDS = 100


class Baseline(NamedTuple):
    """What the file lists."""

    file: str
    entries: tuple[dict[str, Any], ...]
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
        Raises UsageProblemError if the file cannot be written.
        """
        there, read = set(marks), {os.path.basename(path) for path in paths}
        gone = [
            one for one in self.entries if one["fingerprint"] not in there and one.get("file", "") in read
        ]
        if not gone or not (all_read or prune):
            return ()
        count, file = len(gone), backquoted(self.file)
        if not all_read:
            return (
                Text(
                    f"{file} tidak dirapikan, karena masih ada isian yang tidak terbaca.",
                    f"{file} was not tidied, since some entries cannot be read yet.",
                ),
            )
        if prune:
            kept = [one for one in self.entries if one not in gone]
            write_output(self.file, _written(kept, self.city), force=True)
            return (Text(f"{count} entri dihapus dari {file}.", f"{count} removed from {file}."),)
        return (
            Text(
                f"{count} entri di {file} sudah tidak ditemukan; rapikan dengan `--prune-baseline`.",
                f"{count} listed in {file} {'is' if count == 1 else 'are'} no longer found; "
                "tidy it with `--prune-baseline`.",
            ),
        )


def write_baseline(
    file: str, found: Sequence[Located], marks: Sequence[str], city: str | None, *, force: bool
) -> Text:
    """List findings as old ones. Raises UsageProblemError if the file is there or cannot be written."""
    entries = [_entry(one, mark) for one, mark in zip(found, marks, strict=True)]
    write_output(file, _written(entries, city), force=force)
    count = len(entries)
    return Text(
        f"{count} temuan dicatat sebagai temuan lama di {backquoted_path(file)}.",
        f"{count} finding{'' if count == 1 else 's'} listed as old in {backquoted_path(file)}.",
    )


def _entry(one: Located, mark: str) -> dict[str, Any]:
    words = escape_invisible(one.finding.message.id)
    return {
        "rule": one.finding.rule.code,
        "file": os.path.basename(one.at.path),
        "says": words if len(words) <= FIRST_WORDS else f"{words[: FIRST_WORDS - 1]}…",
        "fingerprint": mark,
    }


def _written(entries: Sequence[dict[str, Any]], city: str | None) -> str:
    """Write entries in an order that does not depend on where in the files they stand."""
    ordered = sorted(entries, key=lambda one: (one["rule"], code_order(one["says"]), one["fingerprint"]))
    counts = Counter(one["rule"] for one in ordered)
    value = {
        "baseline_version": VERSION,
        **({"city": city} if city else {}),
        "count": len(ordered),
        "rules": counts,
        "findings": ordered,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


# -- reading ------------------------------------------------------------------------------


def read_baseline(file: str, city: str | None) -> Baseline:
    """Read the list of old findings. Raises UsageProblemError if it is none, or another city's."""
    try:
        with open(file, "rb") as opened:
            text = opened.read(MOST_BYTES + 1)
        value = json.loads(text) if len(text) <= MOST_BYTES else None
    except (OSError, ValueError) as error:
        raise _unreadable(file, isinstance(error, FileNotFoundError)) from None
    except RecursionError:
        raise _unreadable(file, missing=False) from None
    entries = value.get("findings") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise _unreadable(file, missing=False)
    if value.get("baseline_version") != VERSION:
        raise _other_version(file)
    written_for = value.get("city")
    if not isinstance(written_for, str):
        written_for = None
    if city and written_for and written_for != city:
        raise _other_city(file, written_for, city)
    return Baseline(file, tuple(entries), city or written_for)


def _is_entry(entry: object) -> bool:
    names = ("rule", "says", "fingerprint")
    return isinstance(entry, dict) and all(isinstance(entry.get(name), str) for name in names)


def _unreadable(file: str, missing: bool) -> UsageProblemError:
    shown = backquoted_path(file)
    why = (
        Text(f"{shown} tidak ada", f"there is no {shown}")
        if missing
        else Text(f"{shown} bukan daftar temuan lama", f"{shown} is no list of old findings")
    )
    return UsageProblemError(why, _MAKE)


def _other_version(file: str) -> UsageProblemError:
    return UsageProblemError(
        Text(
            f"{backquoted_path(file)} dibuat oleh versi lain dari program ini",
            f"{backquoted_path(file)} was made by another version of this program",
        ),
        _MAKE,
    )


def _other_city(file: str, written_for: str, city: str) -> UsageProblemError:
    """Codes such as M01 mean something else there: its list would hide findings of this plan."""
    listing, theirs, ours = backquoted_path(file), backquoted(written_for), backquoted(city)
    return UsageProblemError(
        Text(
            f"{listing} berisi temuan lama {theirs}, bukan {ours}",
            f"{listing} lists old findings of {theirs}, not of {ours}",
        ),
        _MAKE,
    )


_MAKE = Text(
    "buat dengan `serang-plan validate --write-baseline FILE`",
    "make one with `serang-plan validate --write-baseline FILE`",
)
