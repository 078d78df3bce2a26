"""Against: a check seen beside another state: what the edit does to the plan, and which findings are new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple

import typer

from serang_plan.cli.arguments.usage_error import UsageProblemError, both
from serang_plan.cli.output.output_file import refuse_plan_files
from serang_plan.findings import Located
from serang_plan.fingerprints import fingerprints
from serang_plan.operations.checking.baseline import read_baseline, write_baseline
from serang_plan.operations.checking.check import Checked, checked
from serang_plan.operations.checking.plan_states import NOT_THERE, PlanState, of_past, past_of
from serang_plan.page import Block
from serang_plan.reading.folder import Reading, read_texts
from serang_plan.reading.git import HistoryError
from serang_plan.rendering.findings.outcome import CheckOutcome
from serang_plan.wording import Lang, Text, backquoted


class Comparing(NamedTuple):
    """Options that set a check beside another state of the files, or beside a list of old findings."""

    against: Annotated[
        str,
        typer.Option(
            "--against",
            metavar="REVISION",
            help=both(
                "Tambahkan akibat perubahan sejak revisi git ini (atau rakor:TANGGAL): bagi hitungan, tugas "
                "OPD dan tahapan. Cabang dibandingkan dari titik pisahnya.",
                "Add what the edits since this git revision (or rakor:DATE) do to the count, the duties of "
                "the OPD and the stages. A branch is compared from where it forked.",
            ),
        ),
    ] = ""
    new_only: Annotated[
        bool,
        typer.Option(
            "--new-only",
            help=both(
                "Hanya temuan yang belum ada di revisi itu; tanpa `--against`: di HEAD.",
                "Only findings that are not in that revision; without `--against`: in HEAD.",
            ),
        ),
    ] = False
    baseline: Annotated[
        str,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help=both(
                "Sembunyikan temuan lama yang tercatat di berkas ini.",
                "Leave out the old findings that this file lists.",
            ),
        ),
    ] = ""
    write_baseline: Annotated[
        str,
        typer.Option(
            "--write-baseline",
            metavar="FILE",
            help=both(
                "Catat semua temuan sekarang sebagai temuan lama di berkas ini.",
                "List all present findings as old ones in this file.",
            ),
        ),
    ] = ""
    prune_baseline: Annotated[
        bool,
        typer.Option(
            "--prune-baseline",
            help=both(
                "Hapus dari berkas `--baseline` temuan yang sudah tidak ada.",
                "Remove from the `--baseline` file the findings that are no longer there.",
            ),
        ),
    ] = False

    def checked_options(self) -> None:
        """Refuse what makes no sense together. Raises UsageProblemError."""
        if self.prune_baseline and not self.baseline:
            raise UsageProblemError(
                Text(
                    "`--prune-baseline` perlu `--baseline FILE`", "`--prune-baseline` needs `--baseline FILE`"
                )
            )
        if self.baseline and self.write_baseline:
            raise UsageProblemError(
                Text(
                    "`--baseline` dan `--write-baseline` tidak dapat dipakai bersama",
                    "`--baseline` and `--write-baseline` exclude each other",
                ),
                Text(
                    "`--prune-baseline` merapikan berkas yang ada",
                    "`--prune-baseline` tidies the file that is there",
                ),
            )

    @property
    def lists(self) -> tuple[str, ...]:
        """The files that list old findings."""
        return tuple(filter(None, (self.baseline, self.write_baseline)))

    def before(self, paths: Sequence[str], as_of: date) -> PlanState | None:
        """Return the state that was asked for, if one was. Raises UsageProblemError if it cannot be read."""
        named = self.against or ("HEAD" if self.new_only else "")
        if not named:
            return None
        try:
            past, rakor = past_of(named, paths, as_of, forked=True)
        except UsageProblemError as problem:
            cause = problem.__cause__
            if isinstance(cause, HistoryError) and cause.reason in (*NOT_THERE, "unborn"):
                return _nothing_yet(named, as_of, cause)
            raise
        return of_past(past, rakor, as_of)


def _nothing_yet(named: str, as_of: date, cause: HistoryError) -> PlanState:
    """Return the empty plan: in the commit that brings the first files everything is new."""
    called = Text(
        f"revisi {backquoted(named)}, yang belum memuat rencana ini",
        f"revision {backquoted(named)}, which does not hold this plan yet",
    )
    if cause.reason == "moved":
        place = backquoted(f"{named}:{cause.instead[0]}")
        called = Text(
            f"{called.id} (bila saat itu di folder lain, sebut {place})",
            f"{called.en} (if it was in another folder then, name {place})",
        )
    return PlanState(read_texts(iter(()), as_of), called)


class Compared(NamedTuple):
    """A check, without what is old, and what is to be said beside it."""

    found: Checked
    remarks: tuple[Text, ...] = ()
    marks: Callable[[], Sequence[str]] | None = None
    blocks: Callable[[Lang], tuple[Block, ...]] | None = None
    data: Callable[[Lang], dict[str, Any]] | None = None

    def only(
        self,
        kept: Callable[[Located], bool],
        said: Callable[[int], Text],
        marks: Callable[[], Sequence[str]],
    ) -> Compared:
        """Leave out findings and say how many; each that stays keeps the mark that it had among all."""
        shown, marked = self.found.shown, self.marks or marks
        stay = [one for one in shown if kept(one)]
        if len(stay) == len(shown):
            return self
        return self._replace(
            found=self.found._replace(shown=stay),
            marks=lambda: [mark for one, mark in zip(shown, marked(), strict=True) if kept(one)],
            remarks=(*self.remarks, said(len(shown) - len(stay))),
        )

    def told(self, outcome: CheckOutcome) -> CheckOutcome:
        """Return what the formats take, with what this has to say."""
        lang = outcome.lang
        return outcome._replace(
            fingerprints=self.marks or outcome.fingerprints,
            remarks=tuple(one.for_lang(lang) for one in self.remarks),
            consequences=self.blocks(lang) if self.blocks else (),
            changes=self.data(lang) if self.data else None,
        )


def compared(
    options: Comparing, found: Checked, reading: Reading, before: PlanState | None, *, force: bool
) -> Compared:
    """Set a check beside what was asked for; writes the baseline if that was. Raises UsageProblemError."""
    marks = fingerprints(found.shown, reading.sources) if _needs_marks(options) else ()
    result = Compared(found)
    header = reading.plan.header
    city = header.city if header else None
    if options.write_baseline:
        refuse_plan_files([options.write_baseline], reading.sources.paths)
        written = write_baseline(options.write_baseline, found.shown, marks, city, force=force)
        result = result._replace(remarks=(written,))
    if options.baseline:
        old = read_baseline(options.baseline, city)
        result = _without(result, marks, old.marks, _known_old)
        remarks = old.remarks(
            marks,
            reading.sources.paths,
            prune=options.prune_baseline,
            all_read=reading.plan.unread.nothing,
        )
        result = result._replace(remarks=(*result.remarks, *remarks))
    if options.new_only and before is not None:
        result = _without(result, marks, _marks_of(before.reading, reading), _already_there)
    return _with_changes(result, reading, before) if options.against and before is not None else result


def _needs_marks(options: Comparing) -> bool:
    return bool(options.new_only or options.baseline or options.write_baseline)


def _marks_of(before: Reading, after: Reading) -> frozenset[str]:
    """Return what was found before, under the codes of now; where there was no plan yet, nothing was."""
    from serang_plan.analysis.changes.comparison import compare

    if not before.sources.paths:
        return frozenset()
    codes = compare(before.plan, after.plan).codes
    return frozenset(fingerprints(checked(before).shown, before.sources, codes))


def _without(
    result: Compared, marks: Sequence[str], old: frozenset[str], said: Callable[[int], Text]
) -> Compared:
    """Leave out old findings."""
    marked = result.marks() if result.marks else marks
    by_finding = dict(zip(map(id, result.found.shown), marked, strict=True))
    return result.only(lambda one: by_finding[id(one)] not in old, said, lambda: marks)


def only_failing(result: Compared, reading: Reading, fails: Callable[[Located], bool]) -> Compared:
    """Leave out the findings that a check does not fail by."""
    shown = result.found.shown
    return result.only(fails, _not_failing, lambda: fingerprints(shown, reading.sources))


def _not_failing(count: int) -> Text:
    return Text(
        f"{count} temuan yang tidak menggagalkan tidak ditampilkan.",
        f"{count} finding{' that fails nothing is' if count == 1 else 's that fail nothing are'} not shown.",
    )


def _known_old(count: int) -> Text:
    return Text(
        f"{count} temuan lama menurut baseline tidak ditampilkan.",
        f"{count} old finding{' of the baseline is' if count == 1 else 's of the baseline are'} not shown.",
    )


def _already_there(count: int) -> Text:
    return Text(
        f"{count} temuan yang sudah ada sebelumnya tidak ditampilkan.",
        f"{count} finding{' that was there before is' if count == 1 else 's that were there before are'} "
        "not shown.",
    )


def _with_changes(result: Compared, reading: Reading, before: PlanState) -> Compared:
    from serang_plan.analysis.changes.comparison import compare
    from serang_plan.reports.diff import page as report
    from serang_plan.reports.diff.data import differences

    after = report.StateLabel(Text("berkas sekarang", "the files as they are"), reading.sources)
    side = report.StateLabel(before.called, before.reading.sources, before.revision)
    found = report.Diff(compare(before.reading.plan, reading.plan), side, after)
    return result._replace(
        blocks=lambda lang: tuple(report.merging(found, lang)),
        data=lambda lang: differences(found, lang),
    )
