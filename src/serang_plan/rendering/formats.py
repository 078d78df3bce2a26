"""The formats: what each is called, how its files end, what it needs, and the module that draws it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from serang_plan.page import Page, Sheet
    from serang_plan.rendering.findings.outcome import CheckOutcome


class PageRenderer(Protocol):
    """A module that draws a page."""

    def render(self, page: Page, /) -> str | bytes:
        """Return the page in one format."""


class SheetRenderer(Protocol):
    """A module that draws sheets; the page says what they are about."""

    def render(self, page: Page, sheets: tuple[Sheet, ...], /) -> str | bytes:
        """Return the sheets in one format."""


class FindingRenderer(Protocol):
    """A module that draws what a check found."""

    def render(self, outcome: CheckOutcome, /) -> str:
        """Return the findings in one format."""


class PageFormat(NamedTuple):
    """One format of reports: its module, how its files end, the extra it needs, and what does without one."""

    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    extra: str = ""
    packages: tuple[str, ...] = ()
    instead: str = "html"


PAGE_FORMATS: dict[str, PageFormat] = {
    "terminal": PageFormat("screen.terminal", (".txt",)),
    "markdown": PageFormat("text.markdown", (".md", ".markdown")),
    "html": PageFormat("web.html", (".html", ".htm")),
    "json": PageFormat("json.report", (".json",)),
    "xlsx": PageFormat(
        "tables.xlsx", (".xlsx",), binary=True, extra="xlsx", packages=("xlsxwriter",), instead="csv"
    ),
    "csv": PageFormat("tables.csv", (".csv",)),
    "docx": PageFormat("word.document", (".docx",), binary=True, extra="docx", packages=("docx", "resvg_py")),
    "pdf": PageFormat("paper.pdf", (".pdf",), binary=True, extra="pdf", packages=("typst",)),
    "whatsapp": PageFormat("text.whatsapp", (".wa.txt",)),
}


class FindingFormat(NamedTuple):
    """One format of findings: how its files may end, and whether programs read it.

    For programs, paths start at the root of the repository.
    """

    endings: tuple[str, ...] = ()
    for_programs: bool = True


FINDING_FORMATS: dict[str, FindingFormat] = {
    "text": FindingFormat((".txt",), for_programs=False),
    "concise": FindingFormat((".txt",), for_programs=False),
    "json": FindingFormat((".json",)),
    "github": FindingFormat(),
    "gitlab": FindingFormat((".json",)),
    "sarif": FindingFormat((".sarif", ".json")),
    "junit": FindingFormat((".xml",)),
    "markdown": FindingFormat((".md", ".markdown")),
    "rdjson": FindingFormat((".rdjson", ".json")),
}


def page_renderer(format: str) -> PageRenderer:
    """Return what draws a page. Raises ModuleNotFoundError for a package that is not installed."""
    return cast("PageRenderer", import_module(f"serang_plan.rendering.{PAGE_FORMATS[format].module}"))


def sheet_renderer(format: str) -> SheetRenderer:
    """Return what draws sheets. Raises ModuleNotFoundError for a package that is not installed."""
    return cast("SheetRenderer", import_module(f"serang_plan.rendering.{PAGE_FORMATS[format].module}"))


def finding_renderer(format: str) -> FindingRenderer:
    """Return what draws findings."""
    return cast("FindingRenderer", import_module(f"serang_plan.rendering.findings.{format}"))
