"""Addresses: under which name each page of the site lies, and which code leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.wording import Lang, Text, long_date

START, QUALITY, DOWNLOADS, INDEX = "index.html", "mutu.html", "unduhan.html", "index"


class Kind(NamedTuple):
    """One kind of pages: the folder they lie in, the section of the plan, what they are called."""

    folder: str
    section: str
    title: Text


KINDS = (
    Kind("indikator", "indicators", Text("Indikator", "Indicators")),
    Kind("opd", "opd", Text("OPD", "OPD")),
    Kind("tahun", "years", Text("Tahun", "Years")),
    Kind("kegiatan", "actions", Text("Kegiatan", "Actions")),
    Kind("rakor", "rakor", Text("Rakor", "Meetings")),
    Kind("keputusan", "decisions", Text("Keputusan", "Decisions")),
    Kind("kriteria", "criteria", Text("Kriteria", "Criteria")),
    Kind("pernyataan", "claims", Text("Pernyataan", "Claims")),
    Kind("pertentangan", "disputes", Text("Pertentangan", "Disputes")),
    Kind("sumber", "sources", Text("Sumber", "Sources")),
    Kind("mitra", "partners", Text("Mitra", "Partners")),
)
"""In the order in which the site lists them; where a code means two things, the first is linked."""


def meeting_code(rakor: Rakor) -> str:
    """Return by what a meeting is known: its code, else its date."""
    return rakor.code or rakor.date.isoformat()


def meeting_title(rakor: Rakor, lang: Lang) -> str:
    """Call a meeting by its code and its date."""
    day = Text(f"Rakor {long_date(rakor.date, 'id')}", f"Rakor of {long_date(rakor.date, 'en')}")
    return f"{rakor.code} {day.for_lang(lang)}" if rakor.code else day.for_lang(lang)


class Addresses:
    """Where the pages of a plan lie, each below the folder of its language."""

    def __init__(self, plan: Plan) -> None:
        """Give every code of the plan an address; codes that differ in case alone get different ones."""
        self._plan = plan
        self._paths = {kind.section: dict(_paths(kind, _codes(plan, kind.section))) for kind in KINDS}
        self.by_code: dict[str, str] = {}
        """What a code in running text leads to."""
        for section, paths in self._paths.items():
            if section != "years":
                for code, path in paths.items():
                    self.by_code.setdefault(code, path)
        for criteria in plan.criteria:
            for item in criteria.items:
                self.by_code.setdefault(item.code, self._paths["criteria"][criteria.code])

    def of(self, section: str) -> Mapping[str, str]:
        """Return the addresses of one kind of pages, by their codes."""
        return self._paths[section]

    def by_text(self, lang: Lang) -> Mapping[str, str]:
        """Return what a whole text leads to: the name of a year or a meeting, the address of a source."""
        years = {str(year): path for year, path in self._paths["years"].items()}
        meetings = {
            meeting_title(rakor, lang): self._paths["rakor"][meeting_code(rakor)]
            for rakor in self._plan.rakor
        }
        urls = {source.url: source.url for source in self._plan.sources if source.url and _is_web(source.url)}
        return {**years, **meetings, **urls}


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://")) and not any(mark in url for mark in " \t\n\"'<>\\")


def _codes(plan: Plan, section: str) -> Iterable[str]:
    if section == "years":
        return map(str, plan.years)
    if section == "decisions":
        named = (decision.code for rakor in plan.rakor for decision in rakor.decisions)
        return (code for code in named if code)
    if section == "rakor":
        return map(meeting_code, plan.rakor)
    return (str(getattr(record, "code", "")) for record in plan.section(section))


def _paths(kind: Kind, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    taken = {INDEX}
    for code in dict.fromkeys(codes):
        name, nth = code.replace(" ", "_"), 1
        while name.casefold() in taken:
            nth += 1
            name = f"{code.replace(' ', '_')}~{nth}"
        taken.add(name.casefold())
        yield code, f"{kind.folder}/{name}.html"
