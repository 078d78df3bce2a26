"""Patch writer: what is safe to put right is shown, then written, then told."""

from __future__ import annotations

from serang_plan.cli.arguments.check_options import Fixing
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.output.streams import say, say_lines, screen, write
from serang_plan.operations.checking.fixing import Fixes, safe_fixes
from serang_plan.operations.checking.result import CheckResult
from serang_plan.operations.checking.validation import CheckRequest, judged, opened, whole
from serang_plan.rendering.findings import patch
from serang_plan.wording import Text

_NOTHING = Text("Tidak ada yang dapat diperbaiki dengan aman.", "There is nothing that is safe to put right.")


def put_right(
    request: CheckRequest, fixing: Fixing, context: RunContext, *, on_screen: bool, force: bool
) -> CheckResult:
    """Show the patch and, unless only that was asked for, write the files; return a check of what is then.

    The patch goes to standard output if the screen has a text for people, else to standard error.
    Raises ProblemError if a file has changed meanwhile, or cannot be written.
    """
    plan = opened(request)
    fixes = safe_fixes(plan.reading, sort=fixing.sort)
    if fixing.diff:
        write(patch.render(fixes.changes, colour=screen(context.colour).colour))
        _say_unsorted(fixes, context)
        return whole(plan)
    text = patch.render(fixes.changes, colour=on_screen and screen(context.colour).colour)
    write(f"{text}\n" if text else "") if on_screen else say_lines(text)
    remarks = fixes.write(force=force)
    _say_written(fixes, context)
    for remark in remarks:
        say(f"{remark.for_lang(context.lang)}.")
    _say_unsorted(fixes, context)
    return judged(plan._replace(reading=fixes.reading))


def _say_written(fixes: Fixes, context: RunContext) -> None:
    fixed, lists, files = fixes.fixes, fixes.lists, len(fixes.changes)
    done = []
    if fixed:
        done.append(Text(f"{fixed} perbaikan ditulis", f"{fixed} fix{'es' if fixed != 1 else ''} written"))
    if lists:
        done.append(
            Text(f"{lists} daftar diurutkan", f"{lists} list{'s' if lists != 1 else ''} put in order")
        )
    where = Text(f"dalam {files} berkas", f"in {files} file{'s' if files != 1 else ''}")
    sentence = ", ".join(text.for_lang(context.lang) for text in done)
    say(f"{sentence} {where.for_lang(context.lang)}." if done else _NOTHING.for_lang(context.lang))


def _say_unsorted(fixes: Fixes, context: RunContext) -> None:
    for path, section, (line, why) in fixes.unsorted:
        left = Text(
            f"daftar `{section}` tidak diurutkan: {why.id}", f"the list `{section}` was not sorted: {why.en}"
        )
        say(f"{path}:{line}: {left.for_lang(context.lang)}")
