"""Plan writer: an edit is shown, agreed to, kept so that it can be taken back, written and told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.asking import Asking
from serang_plan.cli.output.streams import say, screen, write
from serang_plan.operations.editing.plan_edit import PlanEdit
from serang_plan.operations.files.plan_file import write_changes
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.recording.undoing import remember
from serang_plan.rendering.findings.patch import FileChange, render
from serang_plan.wording import Text, escape_invisible

_AS_IT_IS = Text(
    "Sudah tertulis begitu; tidak ada yang berubah.", "The plan says so already; nothing changes."
)
_SHALL_I = Text("Tulis?", "Write it?")
_NOT_WRITTEN = Text("Tidak ada yang ditulis.", "Nothing was written.")


def carry_out(
    edit: PlanEdit,
    news: Callable[[], Iterable[str]],
    folder: str,
    writing: Writing,
    context: RunContext,
    first: Callable[[], str] = lambda: "",
) -> int:
    """Write an edit once it is agreed to; `news` is what it means. Nobody is asked in a pipe.

    What must not fail while the plan is written already, is done `first`, and gives the archive that it made.
    Raises ProblemError if nobody can agree, or if a file has changed meanwhile.
    """
    if not edit.files:
        say(_AS_IT_IS.for_lang(context.lang))
        return FINE
    edit.refuse_beside_archive(folder)
    told = [escape_invisible(sentence) for sentence in news()]
    if not _agreed(edit.files, told, writing, context):
        return FINE
    _remember(folder, edit.files, first(), context)
    remarks = edit.write()
    for remark in (*remarks, _written(edit.files)):
        say(f"{remark.for_lang(context.lang)}.")
    return FINE


def put_back(
    files: Sequence[FileChange], news: Iterable[Text], writing: Writing, context: RunContext
) -> bool:
    """Write files as they were, once it is agreed to, and return whether that was done."""
    if not files:
        say(_AS_IT_IS.for_lang(context.lang))
        return True
    if not _agreed(files, [sentence.for_lang(context.lang) for sentence in news], writing, context):
        return False
    for remark in (*write_changes(files), _written(files)):
        say(f"{remark.for_lang(context.lang)}.")
    return True


def state_folder() -> str:
    """Return where what was written last is kept."""
    home = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return os.path.join(home or os.path.expanduser("~/.local/state"), "serang-plan")


def _agreed(files: Sequence[FileChange], told: Sequence[str], writing: Writing, context: RunContext) -> bool:
    asking = Asking(context.lang)
    asks = not writing.yes and not writing.dry_run
    if asks and not asking.somebody_is_there:
        raise usage_problem(
            "perintah ini menulis ke dalam rencana, dan tidak ada yang dapat ditanyai",
            "this command writes into the plan, and nobody is there to be asked",
            Text(
                "tambahkan `--yes`, atau `--dry-run` untuk melihat perubahannya saja",
                "add `--yes`, or `--dry-run` to see only what would change",
            ),
        )
    if not writing.yes or writing.dry_run:
        write(render(files, colour=screen(context.colour).colour))
    for sentence in told:
        say(sentence) if writing.dry_run else write(f"{sentence}\n")
    if writing.dry_run:
        return False
    if asks and not asking.agrees(_SHALL_I):
        say(_NOT_WRITTEN.for_lang(context.lang))
        return False
    return True


def _remember(folder: str, files: Sequence[FileChange], archive: str, context: RunContext) -> None:
    try:
        remember(state_folder(), folder, files, archive)
    except (OSError, ProblemError):
        say(
            Text(
                "Catatan ini nanti tidak dapat diurungkan dengan `undo`.",
                "This cannot be taken back with `undo` later.",
            ).for_lang(context.lang)
        )


def _written(files: Sequence[FileChange]) -> Text:
    paths = ", ".join(escape_invisible(file.path) for file in files)
    return Text(f"Ditulis ke {paths}", f"Written to {paths}")
