"""Fixing: the options, the patch that is shown, and the files that are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, both
from serang_plan.cli.output.streams import say, say_lines, screen, write
from serang_plan.operations.checking.inputs import STANDARD_INPUT
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text, backquoted, escape_invisible, quoted

if TYPE_CHECKING:
    from serang_plan.operations.checking.sorting import SortResult

_NOTHING = Text("Tidak ada yang dapat diperbaiki dengan aman.", "There is nothing that is safe to put right.")


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

    sort: Annotated[
        bool,
        typer.Option(
            "--sort",
            help=both(
                "Bersama `--fix` atau `--diff`: urutkan juga daftar menurut nomor kodenya (S2 sebelum S10). "
                "Komentar ikut pindah; daftar yang komentarnya tidak jelas milik siapa dibiarkan.",
                "With `--fix` or `--diff`: also put lists in the order of their numbered codes (S2 before "
                "S10). Comments move along; where it is not clear whose one is, the list is left alone.",
            ),
        ),
    ] = False

    @property
    def asked(self) -> bool:
        """Whether anything is to be put right."""
        return self.fix or self.diff

    def checked_options(self, paths: Sequence[str] | None, *, watch: bool) -> None:
        """Refuse what makes no sense together. Raises UsageProblemError."""
        if self.sort and not self.asked:
            raise UsageProblemError(
                Text(
                    "`--sort` hanya dipakai bersama `--fix` atau `--diff`",
                    "`--sort` is only used with `--fix` or `--diff`",
                ),
                Text(
                    "lihat dulu hasilnya: `serang-plan validate --diff --sort`",
                    "see first what it does: `serang-plan validate --diff --sort`",
                ),
            )
        if watch and self.asked:
            raise _refused("--watch")
        if self.fix and STANDARD_INPUT in (paths or ()):
            raise _refused(STANDARD_INPUT)


def put_right(reading: Reading, fixing: Fixing, settled: RunContext, *, on_screen: bool) -> Reading:
    """Show the patch and, unless only that was asked for, write the files; return the plan as it is then.

    The patch goes to standard output if the screen has a text for people, else to standard error.
    Raises UsageProblemError if a file has changed meanwhile, or cannot be written.
    """
    from serang_plan.operations.checking.safe_fixes import fixed
    from serang_plan.operations.checking.sorting import SortResult, in_order
    from serang_plan.rendering.findings import patch

    found = fixed(reading)
    put = in_order(found.reading) if fixing.sort else SortResult(found.reading)
    texts = {**found.texts, **put.texts}
    sources = reading.sources
    changes = [
        patch.FileChange(path, sources.source(path).text, texts[path], moved=path in put.texts)
        for path in sources.paths
        if path in texts
    ]
    if fixing.diff:
        write(patch.render(changes, colour=screen(settled.colour).colour))
        _say_left(put, settled)
        return reading
    shown = patch.render(changes, colour=on_screen and screen(settled.colour).colour)
    write(f"{shown}\n" if shown else "") if on_screen else say_lines(shown)
    _write(reading, texts)
    _say(len(found.findings) + found.ended, put.lists, len(changes), settled)
    _say_left(put, settled)
    return put.reading


def _write(reading: Reading, texts: Mapping[str, str]) -> None:
    """Replace the files, each in one step; all are looked at before the first is touched.

    Raises UsageProblemError at the first that cannot be written, and says which were.
    """
    from serang_plan.operations.checking.plan_file import read_unchanged, replace_unchanged

    before = {path: read_unchanged(path, reading.sources.source(path).text) for path in texts}
    written: list[str] = []
    for path, text in texts.items():
        was, mark = before[path]
        try:
            replace_unchanged(path, was, mark + text.encode("utf-8"))
        except UsageProblemError as problem:
            raise _half_done(problem, written) if written else problem from None
        written.append(path)


def _half_done(problem: UsageProblemError, written: Sequence[str]) -> UsageProblemError:
    names, verb = quoted(map(escape_invisible, written)), "is" if len(written) == 1 else "are"
    help = Text(
        f"{names} sudah ditulis, yang lain masih seperti semula; atasi sebabnya, lalu jalankan lagi",
        f"{names} {verb} written already, the rest is as it was; solve the cause, then run it again",
    )
    return UsageProblemError(problem.message, help)


def _say(fixes: int, lists: int, files: int, settled: RunContext) -> None:
    said = [
        Text(f"{fixes} perbaikan ditulis", f"{fixes} fix{'es' if fixes != 1 else ''} written"),
        Text(f"{lists} daftar diurutkan", f"{lists} list{'s' if lists != 1 else ''} put in order"),
    ]
    done = [one.for_lang(settled.lang) for one, count in zip(said, (fixes, lists), strict=True) if count]
    where = Text(f"dalam {files} berkas", f"in {files} file{'s' if files != 1 else ''}")
    say(f"{', '.join(done)} {where.for_lang(settled.lang)}." if done else _NOTHING.for_lang(settled.lang))


def _say_left(put: SortResult, settled: RunContext) -> None:
    for path, section, (line, why) in put.left:
        left = Text(
            f"daftar `{section}` tidak diurutkan: {why.id}", f"the list `{section}` was not sorted: {why.en}"
        )
        say(f"{path}:{line}: {left.for_lang(settled.lang)}")


def _refused(what: str) -> UsageProblemError:
    return UsageProblemError(
        Text(
            f"`--fix` tidak dapat dipakai bersama {backquoted(what)}",
            f"`--fix` cannot be used with {backquoted(what)}",
        ),
        Text("ketik `serang-plan validate --fix`", "type `serang-plan validate --fix`"),
    )
