"""init: a new plan, from what an office has anyway, empty, or a complete fictional one to learn from."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from serang_plan.cli.arguments.options import argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.beginning.plan_interview import PlanInterview
from serang_plan.cli.beginning.start_options import StartOptions
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.asking import Asking
from serang_plan.cli.output.streams import say, say_problem, write
from serang_plan.operations.beginning.first_plan import PlanStart, first_texts
from serang_plan.operations.files.new_plan import (
    create_plan,
    example_texts,
    refuse_existing,
    template_texts,
)
from serang_plan.operations.files.write_problem import output_lost
from serang_plan.rendering.findings.patch import FileChange, render
from serang_plan.wording import Lang, Text, escape_invisible, many

Folder = Annotated[
    str,
    argument("FOLDER", "Folder tempat rencana dibuat.", "The folder to make the plan in."),
]
Example = Annotated[
    bool,
    option(
        "--example", "Isi dengan contoh lengkap yang fiktif.", "Fill it with a complete fictional example."
    ),
]

_SHALL_I = Text("Tulis?", "Write it?")
_NOT_WRITTEN = Text("Tidak ada yang ditulis.", "Nothing was written.")


def command(
    context: RunContext,
    folder: Folder = ".",
    example: Example = False,
    *,
    options: StartOptions,
    writing: Writing,
) -> int:
    """Write a new plan; nothing that exists is touched."""
    refuse_existing(folder, template_texts(context.lang))
    if example:
        _refuse_both(options)
        return _create(folder, example_texts(), None, writing, context)
    start = PlanInterview(Asking(context.lang), options).start()
    texts = first_texts(start, context.lang) if start else template_texts(context.lang)
    return _create(folder, texts, start, writing, context)


def _refuse_both(options: StartOptions) -> None:
    if any(options):
        raise usage_problem(
            "contoh berisi kotanya sendiri",
            "the example has a city of its own",
            Text("hapus `--example`, atau opsi yang lain", "leave out `--example`, or the other options"),
        )


def _create(
    folder: str, texts: Mapping[str, str], start: PlanStart | None, writing: Writing, context: RunContext
) -> int:
    """Show what was read, and write the files once that is agreed to; in a pipe nobody is asked."""
    if start:
        write("".join(f"{escape_invisible(line)}\n" for line in _shown(start, context.lang)))
    if writing.dry_run:
        write(render(FileChange(path, "", text, moved=True) for path, text in _data(texts)))
        return FINE
    asking = Asking(context.lang)
    if start and asking.somebody_is_there and not writing.yes and not asking.agrees(_SHALL_I):
        say(_NOT_WRITTEN.for_lang(context.lang))
        return FINE
    files = create_plan(folder, texts)
    try:
        write(_next(folder, files, start).for_lang(context.lang))
    except OSError as error:  # the plan is made all the same
        say_problem(output_lost(error), context.lang)
    return FINE


def _data(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((path, text) for path, text in texts.items() if path.endswith(".yaml"))


def _shown(start: PlanStart, lang: Lang) -> Iterator[str]:
    """Give what was read, a line for each OPD and indicator."""
    counts = Text(
        f"{len(start.opd)} OPD, {len(start.indicators)} indikator",
        f"{len(start.opd)} OPD, {many(len(start.indicators), 'indicator')}",
    )
    named = " ".join(filter(None, (start.city, start.region)))
    yield f"{named}, {start.first_year}–{start.last_year}: {counts.for_lang(lang)}"
    yield from (f"  {agency.code:<10} {agency.name}" for agency in start.opd)
    for indicator in start.indicators:
        more = " · ".join(filter(None, (indicator.unit, indicator.direction, ", ".join(indicator.leads))))
        yield f"  {indicator.code:<10} {indicator.name} · {more}"


def _next(folder: str, files: Iterable[str], start: PlanStart | None) -> Text:
    made = "".join(f"  {escape_invisible(os.path.normpath(os.path.join(folder, path)))}\n" for path in files)
    go = "" if folder == "." else f"  cd {shlex.quote(escape_invisible(folder))}\n"
    steps = f"{go}  serang-plan validate\n  serang-plan status\n"
    if start and start.indicators:
        steps += f"  serang-plan record {shlex.quote(start.indicators[0].code)}\n"
    return Text(
        f"Dibuat:\n{made}\nLangkah berikutnya:\n{steps}",
        f"Made:\n{made}\nNext:\n{steps}",
    )
