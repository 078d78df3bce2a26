"""Pages of the site: which there are, and how each is laid out, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, cast

from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.analysis.lookups.mentions import Mention
from serang_plan.model.opd import Opd
from serang_plan.model.rakor import Rakor
from serang_plan.page import Block, Cell, Column, Heading, Item, Items, Page, Signature
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.criteria import page as criteria
from serang_plan.reports.parts.criteria_words import name_of
from serang_plan.reports.parts.phrases import banners, full_name, table
from serang_plan.reports.progress import page as progress
from serang_plan.reports.stages import page as stages
from serang_plan.reports.website import actions, indicator, meetings, records
from serang_plan.reports.website.addresses import (
    DOWNLOADS,
    INDEX,
    KINDS,
    QUALITY,
    START,
    Kind,
    meeting_code,
    meeting_title,
)
from serang_plan.reports.website.mentioned import NAMED, RESTS, mentioned, noted
from serang_plan.reports.website.start import DOWNLOADS_TITLE, QUALITY_TITLE, downloads, quality, start
from serang_plan.reports.website.value import Site
from serang_plan.wording import Lang, Text, untranslated

LayOut = Callable[[Lang], Page]


class SitePage(NamedTuple):
    """One page: where it lies below the folder of a language, and what lays it out."""

    path: str
    lay_out: LayOut

    def page(self, lang: Lang) -> Page:
        """Lay it out for everybody: nothing to type, and no print so small that it fits on one sheet."""
        page = self.lay_out(lang)
        return page._replace(blocks=tuple(_without_commands(page.blocks)), compact=False, lang=lang)


class SiteEntry(NamedTuple):
    """What there is a page for: its code and name, and what lays it out."""

    code: str
    name: Text
    lay_out: LayOut


def pages(site: Site) -> Iterator[SitePage]:
    """Give every page, one kind after the other; what it takes is built when its turn comes."""
    yield SitePage(START, partial(start, site))
    for kind in KINDS:
        paths, names = site.addresses.of(kind.section), []
        for entry in _ENTRIES[kind.section](site):
            names.append((entry.code, entry.name))
            yield SitePage(paths[entry.code], entry.lay_out)
        if names:
            yield SitePage(f"{kind.folder}/{INDEX}.html", partial(_index, site, kind, tuple(names)))
    yield SitePage(QUALITY, partial(quality, site))
    yield SitePage(DOWNLOADS, partial(downloads, site))


def _without_commands(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out what is to be typed, and the heading over nothing else."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Items) and block.hints:
            if kept and isinstance(kept[-1], Heading):
                kept.pop()
        elif isinstance(block, Items):
            items = (Item(item.text, "", item.tone, item.marks) for item in block.items if item.text)
            kept.append(block._replace(items=tuple(items)))
        else:
            kept.append(block)
    return iter(kept)


_COLUMNS = ((Text("Kode", "Code"), Column("")), (Text("Nama", "Name"), Column("", wrap=True)))


def _index(site: Site, kind: Kind, names: tuple[tuple[str, Text], ...], lang: Lang) -> Page:
    rows = ((Cell(code), Cell(name.for_lang(lang))) for code, name in names)
    return site.page(kind.title.for_lang(lang), [table(kind.title, _COLUMNS, rows, lang)], lang)


# -- what there is of each kind --------------------------------------------------------------


def _indicators(site: Site) -> Iterator[SiteEntry]:
    for code, known in site.plan.indicator_by_code.items():
        report = progress.build(site.plan, code)
        name = Text(full_name(known, "id"), full_name(known, "en"))
        yield SiteEntry(code, name, partial(indicator.page, site, report))


def _opd(site: Site) -> Iterator[SiteEntry]:
    for code, opd in site.plan.opd_by_code.items():
        yield SiteEntry(code, untranslated(opd.name), partial(_page_of_opd, site, opd))


def _page_of_opd(site: Site, opd: Opd, lang: Lang) -> Page:
    tasks = checklist.page(site.checklists._replace(code=opd.code), lang).blocks[
        len([*banners(site.plan, lang)]) :
    ]
    blocks = (
        *records.of_opd(opd, lang),
        Heading(Text("Daftar periksa rakor", "Checklist for the rakor").for_lang(lang)),
        *(block for block in tasks if not isinstance(block, Signature)),
        *mentioned(site, "opd", opd.code, lang),
    )
    return site.page(f"{opd.code} {opd.name}", blocks, lang)


def _years(site: Site) -> Iterator[SiteEntry]:
    for year in site.addresses.of("years"):
        focus = Text(f"Tahapan {year}", f"Stages {year}")
        report = site.stages._replace(year=int(year))
        noted_of = [Mention(stage, stage) for stage in site.plan.stages if stage.year == int(year)]
        yield SiteEntry(year, focus, partial(_with_notes, partial(stages.page, report), noted_of))


def _with_notes(lay_out: LayOut, parts: Iterable[Mention], lang: Lang) -> Page:
    page = lay_out(lang)
    return page._replace(blocks=(*page.blocks, *noted(parts, lang)))


def _actions(site: Site) -> Iterator[SiteEntry]:
    for code, scheduled in site.schedule.items():
        name = untranslated(scheduled.action.name)
        yield SiteEntry(code, name, partial(_page_of_action, site, scheduled))


def _page_of_action(site: Site, scheduled: Scheduled, lang: Lang) -> Page:
    blocks = (*actions.of_action(scheduled, lang), *mentioned(site, "actions", scheduled.code, lang))
    return site.page(f"{scheduled.code} {scheduled.action.name}", blocks, lang)


def _meetings(site: Site) -> Iterator[SiteEntry]:
    for rakor in site.plan.rakor:
        title = Text(meeting_title(rakor, "id"), meeting_title(rakor, "en"))
        yield SiteEntry(meeting_code(rakor), title, partial(_page_of_meeting, site, rakor))


def _page_of_meeting(site: Site, rakor: Rakor, lang: Lang) -> Page:
    lives = [life for life in site.lives if life.rakor is rakor]
    return site.page(meeting_title(rakor, lang), meetings.of_meeting(rakor, lives, lang), lang)


def _decisions(site: Site) -> Iterator[SiteEntry]:
    by_code = {life.decision.code: life for life in reversed(site.lives) if life.decision.code}
    for code, life in reversed(by_code.items()):
        yield SiteEntry(code, untranslated(life.decision.text), partial(_page_of_decision, site, life))


def _page_of_decision(site: Site, life: DecisionLife, lang: Lang) -> Page:
    title = f"{life.decision.code} {life.decision.text}"
    return site.page(title, meetings.of_decision(life, lang), lang)


def _criteria(site: Site) -> Iterator[SiteEntry]:
    report = criteria.build(site.plan)
    for check in report.lists:
        name = Text(name_of(check.criteria, "id"), name_of(check.criteria, "en"))
        lay_out = partial(criteria.page, report._replace(lists=(check,)))
        whole = Mention(check.criteria, check.criteria)
        yield SiteEntry(check.criteria.code, name, partial(_with_notes, lay_out, [whole]))


def _coded(
    section: str, name: Callable[[Any], str | None], blocks: Callable[[Any, Lang], Iterable[Block]]
) -> Callable[[Site], Iterator[SiteEntry]]:
    """Return what gives the entries of a section of which no report tells."""

    def entries(site: Site) -> Iterator[SiteEntry]:
        by_code = {
            record.code: record for record in reversed(cast("tuple[Any, ...]", site.plan.section(section)))
        }
        for code, record in reversed(by_code.items()):
            yield SiteEntry(code, untranslated(name(record) or ""), partial(lay_out, site, code, record))

    def lay_out(site: Site, code: str, record: Any, lang: Lang) -> Page:
        named = mentioned(site, section, code, lang, RESTS if section == "sources" else NAMED)
        title = f"{code} {name(record) or ''}".rstrip()
        return site.page(title, (*blocks(record, lang), *named), lang)

    return entries


_ENTRIES: Mapping[str, Callable[[Site], Iterator[SiteEntry]]] = {
    "indicators": _indicators,
    "opd": _opd,
    "years": _years,
    "actions": _actions,
    "rakor": _meetings,
    "decisions": _decisions,
    "criteria": _criteria,
    "claims": _coded("claims", lambda claim: claim.by, records.of_claim),
    "disputes": _coded("disputes", lambda dispute: dispute.topic, records.of_dispute),
    "sources": _coded("sources", lambda source: source.title, records.of_source),
    "partners": _coded("partners", lambda partner: partner.name, records.of_partner),
}


def menu(site: Site, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return what stands above every page: words, and the page that they lead to."""
    kinds = (
        (kind.title.for_lang(lang), f"{kind.folder}/{INDEX}.html")
        for kind in KINDS
        if site.addresses.of(kind.section)
    )
    return (
        (Text("Beranda", "Start").for_lang(lang), START),
        *kinds,
        (QUALITY_TITLE.for_lang(lang), QUALITY),
        (DOWNLOADS_TITLE.for_lang(lang), DOWNLOADS),
    )
