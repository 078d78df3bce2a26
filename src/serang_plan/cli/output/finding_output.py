"""Output of findings: in which formats they are written, and where."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Annotated, NamedTuple

import typer

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, both, one_of
from serang_plan.cli.arguments.verdict import FailureOptions
from serang_plan.cli.output.build_server import add_to_job_summary, usual_form
from serang_plan.cli.output.finding_formats import drawn, form_of
from serang_plan.cli.output.output_file import STANDARD_OUTPUT, already_there, refuse_plan_files, write_output
from serang_plan.cli.output.streams import say, screen, write
from serang_plan.findings import Located, Rule
from serang_plan.operations.checking.check import Checked
from serang_plan.operations.checking.repository import rooted
from serang_plan.reading.folder import Reading
from serang_plan.rendering.findings.outcome import CheckOutcome, Explained, Replacement, counted
from serang_plan.rendering.formats import CODE_QUALITY, FINDING_FORMATS
from serang_plan.wording import Lang, Text, backquoted_path


class OutputTarget(NamedTuple):
    """A format, and the file that it goes to; whether we chose it, since nobody named one."""

    form: str
    file: str
    chosen: bool = False


class FindingOutput(NamedTuple):
    """Options that say how findings are written: on the screen, and into files beside it."""

    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FINDING_FORMATS),
            help=both(
                "Bentuk keluaran di layar. Baku: github di GitHub Actions; gitlab di GitLab CI bila keluaran "
                "dialihkan ke berkas; selain itu text. Bentuk github juga menambahkan ringkasan ke berkas "
                "yang disebut GITHUB_STEP_SUMMARY.",
                "Form of the output on the screen. Default: github in GitHub Actions; gitlab in GitLab CI "
                "where output goes into a file; else text. The form github also adds a summary to the file "
                "that GITHUB_STEP_SUMMARY names.",
            ),
            autocompletion=lambda: list(FINDING_FORMATS),
        ),
    ] = ""
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both(
                "Tulis juga ke berkas ini, boleh berulang. Bentuknya menurut akhiran nama (.sarif, "
                ".xml: junit, .md, .json; di GitLab CI .json: gitlab) atau disebut: `-o gitlab=FILE`. "
                "`-`: layar.",
                "Write to this file too; may be repeated. The form follows its name (.sarif, "
                ".xml: junit, .md, .json; in GitLab CI .json: gitlab) or is named: `-o gitlab=FILE`. "
                "`-`: the screen.",
            ),
        ),
    ] = []  # noqa: RUF012
    force: Annotated[
        bool,
        typer.Option("--force", help=both("Ganti berkas yang sudah ada.", "Replace a file that is there.")),
    ] = False

    def targets(self, others: Sequence[str] = ()) -> tuple[OutputTarget, ...]:
        """Return what goes where, the screen last; `others` are files that have another use already.

        Raises UsageProblemError for what cannot be done, before anything is.
        """
        asked = one_of(self.format, FINDING_FORMATS, "--format") if self.format else ""
        targets = [_target(text, asked) for text in self.output]
        _refuse_repeated([*others, *(one.file for one in targets)])
        screens = [one for one in targets if one.file == STANDARD_OUTPUT]
        files = [one for one in targets if one.file != STANDARD_OUTPUT]
        if not self.force:
            _refuse_existing([one.file for one in files])
        if asked and screens and screens[0].form != asked:
            raise _two_forms(asked, screens[0].form)
        return (*files, *(screens or [_on_screen(asked, {one.form for one in files})]))


def _on_screen(asked: str, in_files: Collection[str]) -> OutputTarget:
    """Return what the screen shows: the text, if a file takes the rest; annotations work on it alone."""
    form = asked or usual_form()
    if form in in_files and (asked or form != "github"):
        form = "text"
    return OutputTarget(form, STANDARD_OUTPUT, chosen=not asked)


def _target(text: str, asked: str) -> OutputTarget:
    """Return what `FILE` or `FORMAT=FILE` asks for."""
    form, equals, file = text.partition("=")
    if equals and form in FINDING_FORMATS and file:
        return OutputTarget(form, file)
    if text == STANDARD_OUTPUT:
        return OutputTarget(asked or usual_form(), text, chosen=not asked)
    chosen = form_of(text, asked)
    return OutputTarget(chosen, text, chosen=chosen != asked)


def _two_forms(one: str, other: str) -> UsageProblemError:
    return UsageProblemError(
        Text(
            f"layar diminta dalam dua bentuk: `{one}` dan `{other}`",
            f"the screen is asked for in two forms: `{one}` and `{other}`",
        ),
        Text("tulis salah satunya ke berkas", "write one of them to a file"),
    )


def _refuse_repeated(files: Sequence[str]) -> None:
    seen: set[str] = set()
    for file in files:
        whole = file if file == STANDARD_OUTPUT else os.path.realpath(file)
        if whole in seen:
            raise UsageProblemError(
                Text(f"{backquoted_path(file)} disebut dua kali", f"{backquoted_path(file)} is named twice"),
                Text("beri setiap keluaran berkasnya sendiri", "give each output a file of its own"),
            )
        seen.add(whole)


def _refuse_existing(files: Sequence[str]) -> None:
    """Say so before the check when a file is there already; two files are written both or not at all."""
    for file in files:
        if os.path.isfile(file) or os.path.islink(file):
            raise already_there(file)


# -- what is written -----------------------------------------------------------------


def outcome_of(
    checked: Checked, reading: Reading, verdict: FailureOptions, settled: RunContext
) -> CheckOutcome:
    """Return what the formats take, with paths as they were typed."""
    from serang_plan import __version__

    sources, found = reading.sources, checked.shown

    @cache
    def marks() -> Sequence[str]:
        from serang_plan.fingerprints import fingerprints

        return fingerprints(found, sources)

    return CheckOutcome(
        findings=found,
        suppressed=checked.suppressed,
        fix=_fixes(reading),
        files=sources.paths,
        lang=settled.lang,
        as_of=reading.plan.as_of,
        version=__version__,
        line_of=sources.line,
        fails=verdict.fails,
        fingerprints=marks,
        explained=lambda rule: _explained(rule, settled.lang),
    )


def _fixes(reading: Reading) -> Callable[[Located], Sequence[Replacement]]:
    """Return what gives a finding's safe replacement; nothing is worked out for a format that never asks."""

    @cache
    def made() -> Callable[[Located], Sequence[Replacement]]:
        from serang_plan.operations.checking.safe_fixes import fixes_of

        return fixes_of(reading)

    return lambda one: made()(one)


def _explained(rule: Rule, lang: Lang) -> Explained:
    from serang_plan.reports.explain import page as rule_page

    page = rule_page.parts(rule)
    return Explained(page.title.for_lang(lang), page.why.for_lang(lang), page.wrong, page.right)


def _from_the_root(outcome: CheckOutcome) -> CheckOutcome:
    """Return the same with paths as a forge writes them."""
    shown = rooted(outcome.files)
    typed_as = {shown(path): path for path in outcome.files}

    def moved(one: Located) -> Located:
        labels = tuple((text, span._replace(path=shown(span.path))) for text, span in one.labels)
        return one._replace(at=one.at._replace(path=shown(one.at.path)), labels=labels)

    return outcome._replace(
        findings=[moved(one) for one in outcome.findings],
        suppressed=[moved(one) for one in outcome.suppressed],
        files=[shown(path) for path in outcome.files],
        line_of=lambda path, number: outcome.line_of(typed_as.get(path, path), number),
    )


def write_findings(
    outcome: CheckOutcome, targets: Sequence[OutputTarget], settled: RunContext, *, force: bool
) -> None:
    """Write every target. Raises UsageProblemError for a file that cannot be written."""
    refuse_plan_files([one.file for one in targets if one.file != STANDARD_OUTPUT], outcome.files)
    from_root = (
        _from_the_root(outcome) if any(FINDING_FORMATS[one.form].for_programs for one in targets) else outcome
    )
    for form, file, chosen in targets:
        shown = from_root if FINDING_FORMATS[form].for_programs else outcome
        if file != STANDARD_OUTPUT:
            write_output(file, drawn(form, shown), force=force)
            if chosen and form == "gitlab" and not file.lower().endswith(CODE_QUALITY):
                say(_chosen_for_file(file).for_lang(settled.lang))
            continue
        if form == "github":
            from serang_plan.rendering.findings import markdown as findings_markdown

            count = len(shown.findings)
            add_to_job_summary(lambda most: findings_markdown.render(from_root, most), count, settled)
        colour = form == "text" and screen(settled.colour).colour
        text = drawn(form, shown, colour=colour)
        write(text, own_commands=form == "github", utf8=FINDING_FORMATS[form].for_programs)
        if chosen and form == "gitlab":
            say(f"{counted(outcome)} {_CHOSEN_FOR_OUTPUT.for_lang(settled.lang)}")


_CHOSEN_FOR_OUTPUT = Text(
    "Karena ini GitLab CI, keluaran yang dialihkan ke berkas berbentuk gitlab; bentuk lain: `--format`.",
    "Since this is GitLab CI, output sent into a file has the form gitlab; for another: `--format`.",
)


def _chosen_for_file(file: str) -> Text:
    shown = backquoted_path(file)
    return Text(
        f"Karena ini GitLab CI, {shown} berbentuk gitlab; yang berbentuk json: `-o json=NAMA`.",
        f"Since this is GitLab CI, {shown} has the form gitlab; for the form json: `-o json=NAME`.",
    )
