"""migrate: the plan in the form of today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.output.plan_writer import carry_out
from serang_plan.cli.output.streams import say
from serang_plan.operations.recording.migration import Migration, migration
from serang_plan.wording import Lang, Text

Write = Annotated[
    bool,
    option(
        "--write --yes -y",
        "Tulis perubahannya; tanpa ini hanya ditampilkan.",
        "Write the changes; without this they are only shown.",
    ),
]
DryRun = Annotated[
    bool, option("--dry-run", "Tampilkan saja; ini bakunya.", "Only show them; this is the default.")
]


def command(context: RunContext, write: Write = False, dry_run: DryRun = False, *, at: PlanOptions) -> int:
    """Show what the plan looks like in the form of today, or write it."""
    done = migration(at.read())
    for sentence in () if done.edit.files else done.stays():
        say(_stays(sentence, context.lang))
    writing = Writing(dry_run=dry_run or not write, yes=write)
    return carry_out(done.edit, lambda: _news(done, context.lang), at.data, writing, context)


def _news(done: Migration, lang: Lang) -> Iterator[str]:
    yield from (f"{sentence.for_lang(lang)}." for sentence in done.counted())
    yield from (_stays(sentence, lang) for sentence in done.stays())
    yield Text("Setiap laporan tetap sama.", "Every report stays the same.").for_lang(lang)


def _stays(sentence: Text, lang: Lang) -> str:
    return Text(f"Tetap seperti semula: {sentence.id}.", f"Left as it was: {sentence.en}.").for_lang(lang)
