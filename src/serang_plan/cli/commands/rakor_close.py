"""rakor close: the minutes of a rakor are frozen, and the plan as it was is kept."""

from __future__ import annotations

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.rakor_arguments import OpenRakorDay, rakor_on
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.output.plan_writer import carry_out
from serang_plan.cli.output.streams import say
from serang_plan.operations.editing.plan_edit import edited
from serang_plan.operations.files.archive import keep, refuse_second
from serang_plan.operations.meetings.closing import closed
from serang_plan.wording import Text, escape_invisible, short_date


def command(context: RunContext, day: OpenRakorDay = "", *, at: PlanOptions, writing: Writing) -> int:
    """Close the minutes of a rakor."""
    reading = at.read()
    rakor = rakor_on(reading.plan, day, "rakor close")
    edit = edited(reading, closed(reading.plan, rakor))
    texts = edit.texts_after()
    refuse_second(at.data, rakor.date, texts)
    news = Text(
        f"Notulen rakor {short_date(rakor.date, 'id')} ditutup; laporan tetap dapat dicatat.",
        f"The minutes of the rakor of {short_date(rakor.date, 'en')} are closed; reports can be added.",
    )

    def archive() -> str:
        folder = keep(at.data, rakor.date, texts)
        shown = escape_invisible(folder)
        say(Text(f"Arsip: {shown}.", f"Archive: {shown}.").for_lang(context.lang))
        return folder

    return carry_out(edit, lambda: [news.for_lang(context.lang)], at.data, writing, context, archive)
