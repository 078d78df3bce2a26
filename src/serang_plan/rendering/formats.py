"""The formats: what each is called, how its files end, what it needs, and the module that draws it."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from serang_plan.page import Event, Page, Sheet
    from serang_plan.rendering.findings.outcome import CheckOutcome


class PageRenderer(Protocol):
    """A module that draws a page."""

    def render(self, page: "Page", /) -> str | bytes:
        """Return the page in one format."""


class SheetRenderer(Protocol):
    """A module that draws sheets; the page says what they are about."""

    def render(self, page: "Page", sheets: "tuple[Sheet, ...]", /) -> str | bytes:
        """Return the sheets in one format."""


class CalendarRenderer(Protocol):
    """A module that draws days; the page says what they are about."""

    def render(self, page: "Page", events: "tuple[Event, ...]", /) -> bytes:
        """Return the days in one format."""


class FindingRenderer(Protocol):
    """A module that draws what a check found."""

    def render(self, outcome: "CheckOutcome", /) -> str:
        """Return the findings in one format."""


class PageFormat(NamedTuple):
    """One format of reports: its module, how its files end, the extra it needs, and what does without one.

    `draws` is what its module takes; `also_called` is what else people call it, besides its suffixes;
    `has_pictures`, whether it can draw.
    """

    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    extra: str = ""
    packages: tuple[str, ...] = ()
    instead: str = "html"
    draws: Literal["page", "sheets", "data", "events"] = "page"
    also_called: tuple[str, ...] = ()
    has_pictures: bool = False


PAGE_FORMATS: dict[str, PageFormat] = {
    "terminal": PageFormat("screen.terminal", (".txt",), also_called=("text", "layar")),
    "markdown": PageFormat("text.markdown", (".md", ".markdown")),
    "html": PageFormat("web.html", (".html", ".htm"), has_pictures=True),
    "json": PageFormat("json.report", (".json",), draws="data"),
    "xlsx": PageFormat(
        "tables.xlsx", (".xlsx",), True, "xlsx", ("xlsxwriter",), "csv", "sheets", ("excel",), True
    ),
    "csv": PageFormat("tables.csv", (".csv",), draws="sheets"),
    "tsv": PageFormat("tables.tsv", (".tsv",), draws="sheets"),
    "docx": PageFormat(
        "word.document",
        (".docx",),
        True,
        "docx",
        ("docx", "resvg_py"),
        also_called=("word",),
        has_pictures=True,
    ),
    "pdf": PageFormat("paper.pdf", (".pdf",), True, "pdf", ("typst",), has_pictures=True),
    "plain": PageFormat("text.plain", (".plain.txt",), also_called=("polos",)),
    "whatsapp": PageFormat("text.whatsapp", (".wa.txt",), also_called=("wa",)),
    "ics": PageFormat(
        "days.ics", (".ics",), True, "ics", ("icalendar",), "csv", "events", also_called=("kalender",)
    ),
}
ALSO_CALLED = {
    alias: name
    for name, form in PAGE_FORMATS.items()
    for alias in (*(suffix.removeprefix(".") for suffix in form.suffixes), *form.also_called)
}
"""What else people call a format of reports."""

CODE_QUALITY = "gl-code-quality-report.json"


class FindingFormat(NamedTuple):
    """One format of findings: its module, the suffixes that ask for it, and whether programs read it.

    Files that are `also` called so hold it only if it is named. For programs, paths start at the root of the
    repository.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    for_programs: bool = True


FINDING_FORMATS: dict[str, FindingFormat] = {
    "text": FindingFormat("findings.text", (".txt",), for_programs=False),
    "concise": FindingFormat("findings.concise", also=(".txt",), for_programs=False),
    "plain": FindingFormat("findings.plain", (".plain.txt",), also=(".txt",), for_programs=False),
    "json": FindingFormat("findings.json", (".json",)),
    "github": FindingFormat("findings.github"),
    "gitlab": FindingFormat("findings.gitlab", (CODE_QUALITY,), also=(".json",)),
    "sarif": FindingFormat("findings.sarif", (".sarif", ".sarif.json"), also=(".json",)),
    "junit": FindingFormat("findings.junit", (".xml",)),
    "markdown": FindingFormat("findings.markdown", (".md", ".markdown")),
    "rdjson": FindingFormat("findings.rdjson", (".rdjson",), also=(".json",)),
}


def by_suffix(file: str, formats: Mapping[str, PageFormat | FindingFormat]) -> str:
    """Return the format that a file's name asks for, by its longest suffix; nothing if it asks for none."""
    asking = (
        (len(suffix), name)
        for name, form in formats.items()
        for suffix in form.suffixes
        if file.lower().endswith(suffix)
    )
    return max(asking, default=(0, ""))[1]


def page_renderer(format: str) -> PageRenderer:
    """Return what draws a page. Raises ModuleNotFoundError for a package that is not installed."""
    return cast("PageRenderer", import_module(f"{__package__}.{PAGE_FORMATS[format].module}"))


def sheet_renderer(format: str) -> SheetRenderer:
    """Return what draws sheets. Raises ModuleNotFoundError for a package that is not installed."""
    return cast("SheetRenderer", import_module(f"{__package__}.{PAGE_FORMATS[format].module}"))


def calendar_renderer(format: str) -> CalendarRenderer:
    """Return what draws days. Raises ModuleNotFoundError for a package that is not installed."""
    return cast("CalendarRenderer", import_module(f"{__package__}.{PAGE_FORMATS[format].module}"))


def finding_renderer(format: str) -> FindingRenderer:
    """Return what draws findings."""
    return cast("FindingRenderer", import_module(f"{__package__}.{FINDING_FORMATS[format].module}"))
