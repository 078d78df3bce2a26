"""help: what the program can do, and what may stand in the files of a plan."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.options import argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import draw_page
from serang_plan.model.plan import SECTIONS
from serang_plan.reports.reference import page as reference

FILES = "files"
FORMATS = ("terminal", "markdown")
TOPICS = (FILES, *SECTIONS)
INDONESIAN = {
    "berkas": FILES,
    **{word: name for name, kind in SECTIONS.items() for word in kind.section.typed.split()},
}

Topic = Annotated[
    str,
    argument(
        "TOPIC",
        "Perintah, `files` untuk daftar bagian berkas rencana, atau satu bagiannya: `indicators`.",
        "A command, `files` for the list of sections of a plan's files, or one of them: `indicators`.",
        completion=lambda: list(TOPICS),
    ),
]
Section = Annotated[
    str,
    argument(
        "SECTION",
        "Sesudah `files`: bagian yang dijelaskan, juga bila namanya sama dengan sebuah perintah.",
        "Behind `files`: the section to explain, also where a command has the same name.",
        completion=lambda: list(SECTIONS),
    ),
]
Format = Annotated[
    str,
    option("--format", "Bentuk keluaran.", "Form of the output.", metavar="|".join(FORMATS)),
]


def command(
    context: RunContext, topic: Topic = FILES, section: Section = "", format: Format = "terminal"
) -> int:
    """Explain a section of the plan's files, or list them."""
    one_of(format, FORMATS, "--format")
    word = section or topic
    name = topic_of(word) or one_of(word, TOPICS, "help")
    page = reference.overview(context.lang) if name == FILES else reference.page(name, context.lang)
    draw_page(page, format, context)
    return FINE


def topic_of(word: str) -> str | None:
    """Return the topic that a word names, also in Indonesian, if it names one."""
    return word if word in TOPICS else INDONESIAN.get(word.casefold())
