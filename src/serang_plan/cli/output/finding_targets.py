"""Finding targets: what goes where, decided before anything is checked."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from typing import NamedTuple

from serang_plan.cli.arguments.finding_options import FindingOutput
from serang_plan.cli.arguments.options import named_format
from serang_plan.cli.arguments.usage_error import UsageProblemError, one_of
from serang_plan.cli.output.build_server import in_gitlab, usual_form
from serang_plan.cli.output.streams import STANDARD_OUTPUT
from serang_plan.rendering.formats import FINDING_FORMATS, by_suffix
from serang_plan.wording import Text, backquoted_path, quoted


class OutputTarget(NamedTuple):
    """A format, and the file that it goes to; whether we chose it, since nobody named one."""

    form: str
    file: str
    chosen: bool = False


def targets_of(to: FindingOutput, others: Sequence[str] = ()) -> tuple[OutputTarget, ...]:
    """Return what goes where, the screen last; `others` are files that have another use already.

    Raises ProblemError for what cannot be done, before anything is.
    """
    named = named_format(to.format, plain=to.plain)
    form = one_of(named, FINDING_FORMATS, "--format") if named else ""
    targets = [_target(text, form) for text in to.output]
    _refuse_repeated([*filter(None, others), *(target.file for target in targets)])
    screens = [target for target in targets if target.file == STANDARD_OUTPUT]
    files = [target for target in targets if target.file != STANDARD_OUTPUT]
    if not to.force:
        _refuse_existing([target.file for target in files])
    if form and screens and screens[0].form != form:
        raise _two_forms(form, screens[0].form)
    return (*files, *(screens or [_on_screen(form, {target.form for target in files})]))


def _on_screen(named: str, in_files: Collection[str]) -> OutputTarget:
    """Return what the screen shows: the text, if a file takes the rest; annotations work on it alone."""
    form = named or usual_form()
    if form in in_files and (named or form != "github"):
        form = "text"
    return OutputTarget(form, STANDARD_OUTPUT, chosen=not named)


def _target(text: str, named: str) -> OutputTarget:
    """Return what `FILE` or `FORMAT=FILE` asks for."""
    form, equals, file = text.partition("=")
    if equals and form in FINDING_FORMATS and file:
        return OutputTarget(form, file)
    if text == STANDARD_OUTPUT:
        return OutputTarget(named or usual_form(), text, chosen=not named)
    form = _form_of(text, named)
    return OutputTarget(form, text, chosen=form != named)


def _form_of(file: str, asked: str) -> str:
    """Return the format for a file: the one that was asked for if it may end so, else by its name.

    In GitLab CI `.json` is the report that it reads, Code Quality.
    Raises UsageProblemError if neither says it.
    """
    if asked and file.lower().endswith((*FINDING_FORMATS[asked].suffixes, *FINDING_FORMATS[asked].also)):
        return asked
    if form := by_suffix(file, FINDING_FORMATS):
        return "gitlab" if form == "json" and in_gitlab() else form
    if asked:
        return asked
    raise UsageProblemError(
        Text(
            f"bentuk keluaran tidak terbaca dari nama {backquoted_path(file)}",
            f"the name {backquoted_path(file)} does not say which format",
        ),
        Text(
            f"tulis bentuknya di depan, misalnya `-o sarif=NAMA`; yang ada: {quoted(FINDING_FORMATS)}",
            f"write the format in front, such as `-o sarif=NAME`; available: {quoted(FINDING_FORMATS)}",
        ),
    )


def _two_forms(first: str, second: str) -> UsageProblemError:
    return UsageProblemError(
        Text(
            f"layar diminta dalam dua bentuk: `{first}` dan `{second}`",
            f"the screen is asked for in two forms: `{first}` and `{second}`",
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
        if os.path.isfile(file) or (os.path.islink(file) and not os.path.exists(file)):
            from serang_plan.operations.files.output_file import already_there

            raise already_there(file)
