"""migrate: the plan in the form of today."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.output.plan_writer import carry_out
from serang_plan.cli.output.streams import say
from serang_plan.operations.editing.migration import Migration, migration
from serang_plan.wording import Lang, Text


def command(context: RunContext, *, at: PlanOptions, writing: Writing) -> int:
    """Show what the plan looks like in the form of today; written is it only with `--yes`."""
    done = migration(at.read())
    for sentence in () if done.edit.files else done.stays():
        say(_stays(sentence, context.lang))
    writing = writing._replace(dry_run=writing.dry_run or not writing.yes)
    return carry_out(done.edit, lambda: _news(done, context.lang), at.data, writing, context)


def _news(done: Migration, lang: Lang) -> Iterator[str]:
    yield from (f"{sentence.for_lang(lang)}." for sentence in done.counted())
    yield from (_stays(sentence, lang) for sentence in done.stays())
    yield Text("Setiap laporan tetap sama.", "Every report stays the same.").for_lang(lang)


def _stays(sentence: Text, lang: Lang) -> str:
    return Text(f"Tetap seperti semula: {sentence.id}.", f"Left as it was: {sentence.en}.").for_lang(lang)
