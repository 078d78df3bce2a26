"""Checklist: what each OPD brings to the rakor, puts right, settles, hands over and waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from serang_plan.analysis.coordination.interdependence import Interdependence, interdependence
from serang_plan.analysis.coordination.obligations import Obligations, obligations, of_everybody
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.duties.opd_lifetime import successor_on
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Callout,
    Cell,
    Checklist,
    Column,
    Group,
    Heading,
    Item,
    Items,
    Page,
    PageBreak,
    Paragraph,
    Table,
    Task,
)
from serang_plan.reports.checklist.tasks import (
    ReportRow,
    Todo,
    decided,
    handed_over,
    put_right,
    rows,
    settled,
    waited_for,
)
from serang_plan.reports.parts.phrases import NEXT, NOTHING, as_of_line, banners, plan_title, titled
from serang_plan.wording import Lang, Text, capitalised, listed, many

SCHEMA_VERSION = 1
ROOM = 26
"""Lines for what there is to tick, so that all of it fits on one A4 page as Markdown."""


class Checklists(NamedTuple):
    """The checklists of all OPD that exist on a date, and what binds all of them."""

    plan: Plan
    facts: Interdependence
    opd: Mapping[str, Obligations]
    everybody: tuple[FollowedDecision, ...]


class OpdChecklist(NamedTuple):
    """One OPD's checklist in one language, nothing left out."""

    asked: Obligations
    rows: tuple[ReportRow, ...]
    sections: tuple[tuple[Text, tuple[Todo, ...]], ...]


def build(plan: Plan) -> Checklists:
    """Look at the plan on its date."""
    found = interdependence(plan)
    return Checklists(plan, found, obligations(found), of_everybody(found))


def there(found: Checklists) -> Iterator[Obligations]:
    """Give the OPD that exist on the plan's date."""
    yield from (one for one in found.opd.values() if exists_on(one.opd, found.plan.as_of))


def sheet(found: Checklists, one: Obligations, lang: Lang) -> OpdChecklist:
    """Say what one OPD has to do, in the order in which it matters."""
    facts = found.facts
    decisions = tuple(decided(facts, one, found.everybody, lang))
    return OpdChecklist(
        one,
        tuple(rows(facts, one, lang)),
        (
            (PUT_RIGHT, tuple(put_right(facts, one, lang))),
            (SETTLE, tuple(settled(facts, one, lang))),
            (HAND_OVER, tuple(handed_over(one, lang))),
            (WAIT_FOR, tuple(waited_for(one, lang))),
            (DECISIONS, decisions),
        ),
    )


BRING = Text("Bawa ke rakor", "Bring to the rakor")
PUT_RIGHT = Text("Benahi", "Put right")
SETTLE = Text("Sepakati", "Settle")
HAND_OVER = Text("Serahkan kepada yang menunggu", "Hand over to those who wait")
WAIT_FOR = Text("Tagih dari OPD lain", "Ask of other OPD")
DECISIONS = Text("Keputusan rakor yang masih terbuka", "Open decisions of earlier rakor")


# -- one OPD -----------------------------------------------------------------------------


def page(found: Checklists, code: str, lang: Lang) -> Page:
    """Lay out the checklist of one OPD, on one sheet of paper."""
    one = found.opd[code]
    blocks = (*banners(found.plan, lang), *_sheet(found, one, lang, level=2))
    return Page(_titled(one, lang), as_of_line(found.plan.as_of, lang), blocks, compact=True)


def _titled(one: Obligations, lang: Lang) -> str:
    words = Text("Daftar periksa rakor", "Checklist for the rakor").for_lang(lang)
    return f"{words}: {one.opd.code}, {one.opd.name}"


def _sheet(found: Checklists, one: Obligations, lang: Lang, level: int) -> Iterator[Block]:
    yield from _gone(found, one, lang)
    yield Paragraph(_in_numbers(one, lang))
    whole = sheet(found, one, lang)
    lines = shares([len(whole.rows), *(len(todos) for _, todos in whole.sections)], ROOM)
    if whole.rows:
        yield _table(whole.rows, lines[0], lang)
    for (title, todos), most in zip(whole.sections, lines[1:], strict=True):
        if todos:
            yield Heading(title.for_lang(lang), level)
            tasks = tuple(Task(todo.text) for todo in todos[: _shown(len(todos), most)])
            yield Checklist(tasks, _rest(len(todos), most, lang))


def _gone(found: Checklists, one: Obligations, lang: Lang) -> Iterator[Block]:
    """Say that an OPD does not exist on the date, and who carries on."""
    if exists_on(one.opd, found.plan.as_of):
        return
    after = successor_on(found.plan, one.opd, found.plan.as_of)
    code = one.opd.code
    words = Text(f"{code} tidak ada pada tanggal ini.", f"{code} does not exist on this date.").for_lang(lang)
    if after is not None:
        words += Text(f" Penerusnya {after.code}.", f" {after.code} carries on its work.").for_lang(lang)
    yield Callout(words)


def _in_numbers(one: Obligations, lang: Lang) -> str:
    """Say in one line what part an OPD has, or that it has none."""
    if not one.has_duty:
        return Text(
            "Belum mendapat tugas dalam rencana ini: bawa usulan program prioritas untuk indikator yang "
            "belum terpenuhi.",
            "It has no duty in this plan yet: bring a proposal of priority programmes for what is not met.",
        ).for_lang(lang)
    words = "; ".join(_parts(one, lang))
    return f"{capitalised(words)}."


def _parts(one: Obligations, lang: Lang) -> Iterator[str]:
    named = (
        (_LEADS, [verdict.indicator.code for verdict in one.leads]),
        (_TAKES_PART, [part.indicator for part in one.parts]),
        (_DELIVERS, [verdict.indicator.code for verdict in one.provides]),
    )
    for words, codes in named:
        if codes:
            yield f"{words.for_lang(lang)} {listed(codes, lang, most=8)}"
    running = sum(each.is_open for each in one.reports)
    if running or one.later:
        after = (
            Text(f", {one.later} sesudahnya", f", {one.later} after it").for_lang(lang) if one.later else ""
        )
        words = Text(f"{running} kegiatan sampai tahun ini", f"{many(running, 'action')} up to this year")
        yield f"{words.for_lang(lang)}{after}"


_LEADS = Text("mengampu", "leads")
_TAKES_PART = Text("ikut dalam", "takes part in")
_DELIVERS = Text("menyediakan data", "delivers the figures of")


TICKS = (
    Text("Realisasi", "Realised"),
    Text("Pendorong", "Helped by"),
    Text("Penghambat", "Held up by"),
    Text("Tindak lanjut", "Follow-up"),
    Text("Bukti", "Evidence"),
)
BOX = "☐"


def _table(found: Sequence[ReportRow], most: int, lang: Lang) -> Table:
    columns = (
        Column(BRING.for_lang(lang), wrap=True),
        Column(Text("Keadaan", "Standing").for_lang(lang), drop=1, wrap=True, bare=True),
        *(Column(tick.for_lang(lang)) for tick in TICKS),
    )
    lines = [
        (Cell(row.name), Cell(row.state, row.tone), *(Cell(BOX) for _ in TICKS))
        for row in found[: _shown(len(found), most)]
    ]
    if rest := _rest(len(found), most, lang):
        lines.append((Cell(rest, "muted"), *(Cell(NOTHING) for _ in range(len(TICKS) + 1))))
    caption = Text(
        "Tiap indikator dan kegiatan: realisasi, faktor pendorong dan penghambat, tindak lanjut, "
        "bukti dukung",
        "For each indicator and action: what was realised, what helped and held it up, follow-up, evidence",
    )
    return Table(caption.for_lang(lang), columns, (Group("", tuple(lines)),))


# -- what there is room for --------------------------------------------------------------


def shares(wanted: Sequence[int], room: int) -> list[int]:
    """Share lines out, one to each in turn, until all have what they want or there is no room.

    Everybody gets at least two, or what they want.
    """
    given = [min(want, 2) for want in wanted]
    room -= sum(given)
    while room > 0 and given != list(wanted):
        for nth, want in enumerate(wanted):
            if given[nth] < want and room > 0:
                given[nth] += 1
                room -= 1
    return given


def _shown(count: int, most: int) -> int:
    """Return how many are shown: one line is kept to say how many are not."""
    return count if count <= most else most - 1


def _rest(count: int, most: int, lang: Lang) -> str:
    more = count - _shown(count, most)
    return Text(f"… dan {more} lainnya", f"… and {more} more").for_lang(lang) if more else ""


# -- all OPD -----------------------------------------------------------------------------


def page_of_all(found: Checklists, lang: Lang) -> Page:
    """Lay out the checklists of all OPD, each on a sheet of its own."""
    title = Text("daftar periksa rakor semua OPD", "checklists of all OPD for the rakor").for_lang(lang)
    blocks: list[Block] = [*banners(found.plan, lang)]
    for nth, one in enumerate(there(found)):
        blocks += [PageBreak()] if nth else []
        blocks += [Heading(_titled(one, lang)), *_sheet(found, one, lang, level=3)]
    return Page(f"{plan_title(found.plan, lang)}: {title}", as_of_line(found.plan.as_of, lang), tuple(blocks))


def overview(found: Checklists, lang: Lang) -> Page:
    """Lay out the list of all OPD with what is asked of each, in numbers."""
    title = Text("daftar periksa rakor", "checklists for the rakor").for_lang(lang)
    return Page(
        f"{plan_title(found.plan, lang)}: {title}",
        as_of_line(found.plan.as_of, lang),
        tuple(_overview(found, lang)),
        compact=True,
    )


def _overview(found: Checklists, lang: Lang) -> Iterator[Block]:
    yield from banners(found.plan, lang)
    busy = [one for one in there(found) if one.has_duty]
    idle = [one.opd.code for one in there(found) if not one.has_duty]
    if busy:
        columns = titled(_COLUMNS, lang)
        lines = tuple(_counted(sheet(found, one, lang)) for one in busy)
        caption = Text("Yang diminta dari tiap OPD", "What is asked of each OPD").for_lang(lang)
        yield Table(caption, columns, (Group("", lines),))
    if idle:
        words = Text(f"Belum mendapat tugas: {listed(idle, 'id')}.", f"Without a duty: {listed(idle, 'en')}.")
        yield Paragraph(words.for_lang(lang), "warn")
    if found.everybody:
        codes = listed([one.called.strip("`") for one in found.everybody], lang, most=4)
        words = Text(f"Keputusan terbuka untuk semua OPD: {codes}.", f"Open decisions for all OPD: {codes}.")
        yield Paragraph(words.for_lang(lang))
    yield Heading(NEXT.for_lang(lang))
    yield Items(tuple(_commands(busy, lang)), hints=True)


_COLUMNS = (
    (Text("OPD", "OPD"), Column("")),
    (Text("Nama", "Name"), Column("", drop=9, wrap=True, redundant=True)),
    (Text("Mengampu", "Leads"), Column("", "right")),
    (Text("Kegiatan", "Actions"), Column("", "right")),
    (Text("Benahi", "Put right"), Column("", "right")),
    (Text("Sepakati", "Settle"), Column("", "right")),
    (Text("Serahkan", "Hand over"), Column("", "right", drop=2)),
    (Text("Tagih", "Ask"), Column("", "right", drop=8, redundant=True)),
    (Text("Keputusan", "Decisions"), Column("", "right", drop=1)),
)


def _counted(one: OpdChecklist) -> tuple[Cell, ...]:
    counts = [len(todos) for _, todos in one.sections]
    counts[-1] = len(one.asked.decisions)
    numbers = (len(one.asked.leads), len(one.asked.reports), *counts)
    cells = (Cell(str(count) if count else NOTHING) for count in numbers)
    return Cell(one.asked.opd.code), Cell(one.asked.opd.name), *cells


def _commands(busy: Sequence[Obligations], lang: Lang) -> Iterator[Item]:
    if busy:
        most = max(busy, key=lambda one: len(one.issues) + len(one.figures) + len(one.gives))
        one = Text("Satu OPD, pada satu halaman", "One OPD, on one page")
        yield Item(one.for_lang(lang), f"serang-plan checklist --opd {most.opd.code}")
    paper = Text("Semua OPD untuk dicetak, satu halaman tiap OPD", "All OPD for printing, a page for each")
    yield Item(paper.for_lang(lang), "serang-plan checklist --all --format markdown")


# -- for programs -----------------------------------------------------------------------

_KEYS = {
    PUT_RIGHT: "put_right",
    SETTLE: "settle",
    HAND_OVER: "hand_over",
    WAIT_FOR: "wait_for",
    DECISIONS: "decisions",
}


def data(found: Checklists, opd: Iterable[Obligations], lang: Lang) -> dict[str, Any]:
    """Return the checklists of some OPD for programs."""
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "checklist",
        "title": plan_title(found.plan, lang),
        "as_of": found.plan.as_of.isoformat(),
        "opd": [_opd(found, one, lang) for one in opd],
    }


def _opd(found: Checklists, one: Obligations, lang: Lang) -> dict[str, Any]:
    whole = sheet(found, one, lang)
    return {
        "code": one.opd.code,
        "name": one.opd.name,
        "leads": [verdict.indicator.code for verdict in one.leads],
        "takes_part_in": [part.indicator for part in one.parts],
        "actions_later": one.later,
        "bring": [_row(row) for row in whole.rows],
        **{_KEYS[title]: [_todo(todo) for todo in todos] for title, todos in whole.sections},
    }


def _row(row: ReportRow) -> dict[str, Any]:
    return {"code": row.code, "name": row.name, "state": row.state}


def _todo(todo: Todo) -> dict[str, Any]:
    return {"kind": todo.kind, "codes": list(todo.codes), "opd": list(todo.opd), "text": todo.text}
