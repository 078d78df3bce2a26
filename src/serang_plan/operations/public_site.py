"""Public site: the published part of a plan as pages that lead to each other, in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec

from serang_plan.analysis.known.public_plan import known_to_everybody
from serang_plan.analysis.outlook.gaps import Filters, gaps_of
from serang_plan.findings import Faults
from serang_plan.operations.checking.check import checked
from serang_plan.operations.files.loading import as_known
from serang_plan.operations.reporting.report import BuiltReport, Stamp, drawn_report
from serang_plan.page import Item, Items, Page
from serang_plan.reading.folder import Reading
from serang_plan.rendering.formats import PAGE_FORMATS
from serang_plan.rendering.web import html
from serang_plan.rendering.web.surroundings import STYLE, Surroundings
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.criteria import page as criteria
from serang_plan.reports.forecast import page as forecast
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.reports.registry import CHECKLIST, CRITERIA, FORECAST, GAPS, STAGES, STATUS, Report
from serang_plan.reports.stages import page as stages
from serang_plan.reports.status import page as status
from serang_plan.reports.website.pages import menu, pages
from serang_plan.reports.website.value import FILES, Download, RuleCount, Site
from serang_plan.wording import LANGS, Lang, Text


def site_files(reading: Reading, stamp: Stamp) -> Iterator[tuple[str, bytes]]:
    """Give the files of the site of a plan of which nothing is hidden yet, each with its path.

    The same plan as of the same day gives the same bytes.
    """
    site = _site(reading)
    yield STYLE, html.site_style_sheet().encode()
    yield "index.html", _entrance(site, stamp).encode()
    menus = {lang: menu(site, lang) for lang in LANGS}
    by_text = {lang: site.by_text(lang) for lang in LANGS}
    for page in pages(site):
        for lang in LANGS:
            around = Surroundings(page.path, menus[lang], site.addresses.by_code, by_text[lang])
            laid_out = page.page(lang)._replace(stamp=stamp.text(lang))
            yield f"{lang}/{page.path}", html.render(laid_out, around).encode()
    for lang in LANGS:
        yield from _drawn(site, stamp, lang)


def _site(reading: Reading) -> Site:
    counts = Counter(located.finding.rule for located in checked(as_known(reading)).shown)
    ordered = sorted(counts.items(), key=lambda counted: (-counted[0].severity, counted[0].code))
    faults = Faults.counted(rule.severity for rule in counts.elements())
    plan = known_to_everybody(reading.plan)
    downloads = tuple(
        Download(title, tuple(f"{name}.{format}" for format in _formats()))
        for name, (title, _) in _DOWNLOADS.items()
    )
    return Site(plan, faults, tuple(RuleCount(*counted) for counted in ordered), downloads)


def _entrance(site: Site, stamp: Stamp) -> str:
    """Return the page in front of both languages."""
    names = {_OWN_NAME.for_lang(lang): f"{lang}/index.html" for lang in LANGS}
    page = Page(plan_title(site.plan, "id"), "", (Items(tuple(map(Item, names))),), stamp.text("id"))
    return html.render(page, Surroundings("index.html", by_text=names, root=""))


_OWN_NAME = Text("Bahasa Indonesia", "English")


# -- what can be downloaded ------------------------------------------------------------------

_DOWNLOADS: Mapping[str, tuple[Text, Callable[[Site], Report]]] = {
    "status": (Text("Status", "Status"), lambda site: STATUS.of(status.build(site.plan, site.faults))),
    "criteria": (Text("Kriteria", "Criteria"), lambda site: CRITERIA.of(criteria.build(site.plan))),
    "gaps": (Text("Kesenjangan", "Gaps"), lambda site: GAPS.of(gaps_of(site.plan, Filters()))),
    "checklist": (
        Text("Daftar periksa tiap OPD", "Checklist of each OPD"),
        lambda site: CHECKLIST.of(checklist.build(site.plan)),
    ),
    "stages": (Text("Tahapan", "Stages"), lambda site: STAGES.of(stages.build(site.plan))),
    "forecast": (Text("Prakiraan", "Forecast"), lambda site: FORECAST.of(forecast.build(site.plan))),
}


def _formats() -> Iterator[str]:
    """Give the formats for programs and spreadsheets whose packages are installed."""
    for name in ("json", "csv", "xlsx"):
        if all(map(find_spec, PAGE_FORMATS[name].packages)):
            yield name


def _drawn(site: Site, stamp: Stamp, lang: Lang) -> Iterator[tuple[str, bytes]]:
    for name, (_, build) in _DOWNLOADS.items():
        report = BuiltReport(build(site), stamp)
        for format in _formats():
            content = drawn_report(report, format, lang).content
            written = content.encode() if isinstance(content, str) else content
            yield f"{lang}/{FILES}/{name}.{format}", written
