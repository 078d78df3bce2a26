"""Writing options: what commands that write into a plan share, and what may be said of every record."""

from __future__ import annotations

from typing import Annotated, NamedTuple, get_args

from serang_plan.cli.arguments.code_lookup import codes as codes
from serang_plan.cli.arguments.options import argument, option
from serang_plan.cli.arguments.typed_values import time_of
from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.editing.changes import Value
from serang_plan.model.source import SourceKind
from serang_plan.model.when import When

IndicatorCode = Annotated[
    str,
    argument(
        "CODE",
        "Kode indikator, atau sebagian namanya.",
        "An indicator's code, or a part of its name.",
        completion=codes("indicators"),
    ),
]
ActionCode = Annotated[
    str,
    argument(
        "CODE",
        "Kode kegiatan, atau sebagian namanya.",
        "An action's code, or a part of its name.",
        completion=codes("actions"),
    ),
]
OpenActionCode = Annotated[
    str,
    argument(
        "CODE",
        "Kode kegiatan, atau sebagian namanya.",
        "An action's code, or a part of its name.",
        completion=codes("open_actions"),
    ),
]


def fields_of(**values: Value | When | None) -> dict[str, Value]:
    """Return the fields that something was said of."""
    return {name.rstrip("_"): value for name, value in values.items() if value not in (None, "", ())}


class Writing(NamedTuple):
    """Whether it is only shown, or written without a question."""

    dry_run: Annotated[
        bool,
        option(
            "--dry-run",
            "Tampilkan perubahannya saja, tidak menulis apa-apa.",
            "Only show the change, write nothing.",
        ),
    ] = False
    yes: Annotated[bool, option("--yes -y", "Tulis tanpa bertanya.", "Write without asking.")] = False


On = Annotated[
    str,
    option(
        "--on",
        "Hari hal ini mulai diketahui; baku untuk kegiatan dan penarikan: hari ini.",
        "The day on which this became known; default for actions and withdrawals: today.",
        metavar="WHEN",
    ),
]
Reason = Annotated[str, option("--reason", "Alasannya.", "The reason.", metavar="TEXT")]
Note = Annotated[str, option("--note", "Catatan.", "A note.", metavar="TEXT")]


class SourceOptions(NamedTuple):
    """Where it was published: a source of the plan, or a new one in the same breath."""

    source: Annotated[
        str,
        option(
            "--source",
            "Kode sumber; untuk sumber baru boleh dikosongkan.",
            "A source's code; may be left out for a new one.",
            metavar="CODE",
            completion=codes("sources"),
        ),
    ] = ""
    title: Annotated[
        str, option("--title", "Sumber baru: judulnya.", "A new source: its title.", metavar="TEXT")
    ] = ""
    publisher: Annotated[
        str,
        option("--publisher", "Sumber baru: penerbitnya.", "A new source: who published it.", metavar="TEXT"),
    ] = ""
    published: Annotated[
        str,
        option("--published", "Sumber baru: kapan terbit.", "A new source: when published.", metavar="WHEN"),
    ] = ""
    url: Annotated[
        str, option("--url", "Sumber baru: alamatnya.", "A new source: its address.", metavar="URL")
    ] = ""
    kind: Annotated[
        str,
        option(
            "--kind",
            "Sumber baru: jenisnya.",
            "A new source: its kind.",
            metavar="|".join(get_args(SourceKind)),
            choices=get_args(SourceKind),
        ),
    ] = ""

    def fields(self) -> dict[str, Value]:
        """Return what is said of a new source. Raises UsageProblemError for a time that is none."""
        published = time_of(self.published, "--published") if self.published else None
        return fields_of(
            code=self.source,
            title=self.title,
            publisher=self.publisher,
            published=published,
            url=self.url,
            kind=self.kind,
        )


def when_known(typed: str) -> When | None:
    """Return the day on which something became known, if one is said."""
    return if_time(typed, "--on")


def if_time(typed: str, option: str) -> When | None:
    """Return the time that was typed for an option, if any was. Raises UsageProblemError for other text."""
    return time_of(typed, option) if typed else None


def if_word(typed: str, words: object, option: str) -> str:
    """Return the word that was typed for an option, if one was. Raises UsageProblemError for any other."""
    return one_of(typed, get_args(words), option) if typed else ""
