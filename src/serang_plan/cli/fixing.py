"""Fixing: the options, the patch that is shown, and the files that are written."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

import typer

from serang_plan.cli.asked_files import STANDARD_INPUT
from serang_plan.cli.settled import Settled
from serang_plan.cli.usage import UsageProblemError, both
from serang_plan.cli.writing import screen, write
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text, typed


class Fixing(NamedTuple):
    """Options that put right what is safe."""

    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=both(
                "Tampilkan lalu tulis perbaikan yang aman: tanda kutip pada kode, koma desimal, salah eja "
                "kunci dan pilihan, alias OPD, akhir baris terakhir. Yang lain tidak berubah satu huruf pun.",
                "Show and write what is safe: quotes around codes, decimal commas, misspelt keys and "
                "choices, aliases of OPD, the end of the last line. Not a letter of the rest changes.",
            ),
        ),
    ] = False
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=both(
                "Hanya tampilkan perbaikan yang aman sebagai patch; tidak ada yang ditulis.",
                "Only show what is safe to put right, as a patch; nothing is written.",
            ),
        ),
    ] = False

    @property
    def asked(self) -> bool:
        """Whether anything is to be put right."""
        return self.fix or self.diff

    def checked_options(self, paths: Sequence[str] | None, *, watch: bool) -> None:
        """Refuse what makes no sense together. Raises UsageProblemError."""
        if watch and self.asked:
            raise _refused("--watch")
        if self.fix and STANDARD_INPUT in (paths or ()):
            raise _refused(STANDARD_INPUT)


def put_right(reading: Reading, fixing: Fixing, settled: Settled, *, on_screen: bool) -> Reading:
    """Show the patch and, unless only that was asked for, write the files; return the plan as it is then.

    The patch goes to standard output if the screen has a text for people, else to standard error.
    Raises UsageProblemError if a file has changed meanwhile, or cannot be written.
    """
    from serang_plan.cli.safe_fixes import fixed
    from serang_plan.rendering import patch

    found = fixed(reading)
    sources = reading.sources
    changes = [
        patch.Change(path, sources.source(path).text, found.texts[path])
        for path in sources.paths
        if path in found.texts
    ]
    if fixing.diff:
        write(patch.render(changes, colour=screen(settled.colour).colour))
        return reading
    shown = patch.render(changes, colour=on_screen and screen(settled.colour).colour)
    write(f"{shown}\n" if shown else "") if on_screen else sys.stderr.write(shown)
    _write(reading, found.texts)
    _say(len(found.findings) + found.ended, len(changes), settled)
    return found.reading


def _write(reading: Reading, texts: Mapping[str, str]) -> None:
    """Replace the files, each in one step; all are looked at before the first is touched."""
    from serang_plan.cli.plan_file import read_unchanged, replace_unchanged

    before = {path: read_unchanged(path, reading.sources.source(path).text) for path in texts}
    for path, text in texts.items():
        was, mark = before[path]
        replace_unchanged(path, was, mark + text.encode("utf-8"))


def _say(count: int, files: int, settled: Settled) -> None:
    if not files:
        said = Text(
            "Tidak ada yang dapat diperbaiki dengan aman.", "There is nothing that is safe to put right."
        )
    else:
        said = Text(
            f"{count} perbaikan ditulis dalam {files} berkas.",
            f"{count} fix{'es' if count != 1 else ''} written in {files} file{'s' if files != 1 else ''}.",
        )
    print(said.in_(settled.lang), file=sys.stderr)  # noqa: T201


def _refused(what: str) -> UsageProblemError:
    return UsageProblemError(
        Text(
            f"`--fix` tidak dapat dipakai bersama {typed(what)}", f"`--fix` cannot be used with {typed(what)}"
        ),
        Text("ketik `serang-plan validate --fix`", "type `serang-plan validate --fix`"),
    )
