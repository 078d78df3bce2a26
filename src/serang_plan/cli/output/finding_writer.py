"""Finding writer: a check is written in every format that was asked for, each where it goes."""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.output.build_server import add_to_job_summary
from serang_plan.cli.output.finding_targets import OutputTarget
from serang_plan.cli.output.streams import STANDARD_OUTPUT, say, screen, write, write_output
from serang_plan.operations.checking.result import CheckResult, from_root
from serang_plan.rendering.findings.outcome import CheckOutcome, counted
from serang_plan.rendering.formats import CODE_QUALITY, FINDING_FORMATS, finding_renderer
from serang_plan.wording import Text, backquoted_path


def write_findings(
    result: CheckResult,
    targets: Sequence[OutputTarget],
    context: RunContext,
    *,
    force: bool,
    in_full: bool = True,
) -> None:
    """Write every target, on a screen what matters unless it is to be in full.

    Raises ProblemError for a file that cannot be written.
    """
    outcome = result.outcome(context.lang)
    files = [target.file for target in targets if target.file != STANDARD_OUTPUT]
    if files:
        from serang_plan.operations.files.output_file import refuse_plan_files

        refuse_plan_files(files, outcome.files)
    for_programs = any(FINDING_FORMATS[target.form].for_programs for target in targets)
    rooted = from_root(outcome) if for_programs else outcome
    for target in targets:
        drawable = rooted if FINDING_FORMATS[target.form].for_programs else outcome
        if target.file == STANDARD_OUTPUT:
            _write_on_screen(drawable, target, context, in_full=in_full)
            continue
        write_output(target.file, finding_renderer(target.form).render(drawable), force=force)
        if target.chosen and target.form == "gitlab" and not target.file.lower().endswith(CODE_QUALITY):
            say(_chosen_for_file(target.file).for_lang(context.lang))


def _write_on_screen(
    outcome: CheckOutcome, target: OutputTarget, context: RunContext, *, in_full: bool
) -> None:
    form = target.form
    if form == "github":
        from serang_plan.rendering.findings import markdown

        add_to_job_summary(lambda most: markdown.render(outcome, most), len(outcome.findings), context)
    if form == "text":
        display = screen(context.colour)
        height = None if in_full else display.height
        outcome = outcome._replace(colour=display.colour, width=display.width, height=height)
    text = finding_renderer(form).render(outcome)
    write(text, own_commands=form == "github", utf8=FINDING_FORMATS[form].for_programs)
    if target.chosen and form == "gitlab":
        say(f"{counted(outcome)} {_CHOSEN_FOR_OUTPUT.for_lang(context.lang)}")


_CHOSEN_FOR_OUTPUT = Text(
    "Karena ini GitLab CI, keluaran yang dialihkan ke berkas berbentuk gitlab; bentuk lain: `--format`.",
    "Since this is GitLab CI, output sent into a file has the form gitlab; for another: `--format`.",
)


def _chosen_for_file(file: str) -> Text:
    named = backquoted_path(file)
    return Text(
        f"Karena ini GitLab CI, {named} berbentuk gitlab; yang berbentuk json: `-o json=NAMA`.",
        f"Since this is GitLab CI, {named} has the form gitlab; for the form json: `-o json=NAME`.",
    )
