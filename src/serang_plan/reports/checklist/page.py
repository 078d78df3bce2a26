"""Checklist: what each OPD brings to the rakor, puts right, settles, hands over and waits for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from serang_plan.analysis.coordination.interdependence import Interdependence, interdependence
from serang_plan.analysis.coordination.obligations import Obligations, obligations, of_everybody
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.duties.opd_lifetime import successor_on
from serang_plan.analysis.rakor.meetings import coming_day
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
    Page,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Task,
)
from serang_plan.reports.checklist.room import left_out, lines_shown, shares
from serang_plan.reports.checklist.tasks import (
    ReportRow,
    Todo,
    decided,
    handed_over,
    issues_to_settle,
    put_right,
    rows,
    unknown,
    waited_for,
)
from serang_plan.reports.parts.offices import head_of
from serang_plan.reports.parts.phrases import NOTHING, as_of_line, banners, next_steps, report_page, table
from serang_plan.reports.parts.undated import undated_matters
from serang_plan.wording import Lang, Text, capitalised, listed, long_date, many, room_for

ROOM = 22
"""Lines for what there is to tick, so that all of it fits on one A4 page as Markdown."""


class Checklists(NamedTuple):
    """The checklists of all OPD that exist on a date, what binds all of them, and whose are asked for."""

    plan: Plan
    facts: Interdependence
    opd: Mapping[str, Obligations]
    everybody: tuple[FollowedDecision, ...]
    code: str = ""
    """The OPD whose checklist is asked for, if it is one."""
    on_paper: bool = False
    """Whether all are asked for, each on a sheet of its own."""
    packed: bool = False
    """Whether they share sheets, one behind the other."""

    @property
    def there(self) -> tuple[Obligations, ...]:
        """The OPD that exist on the plan's date."""
        day = self.plan.as_of
        return tuple(asked for asked in self.opd.values() if exists_on(asked.opd, day))

    @property
    def asked(self) -> tuple[Obligations, ...]:
        """The OPD whose checklists are asked for; of all, those that have something to do."""
        return (self.opd[self.code],) if self.code else tuple(filter(_is_asked, self.there))

    @property
    def idle(self) -> tuple[str, ...]:
        """The OPD of which nothing is asked."""
        return tuple(asked.opd.code for asked in self.there if not _is_asked(asked))


class OpdChecklist(NamedTuple):
    """One OPD's checklist in one language, nothing left out."""

    asked: Obligations
    rows: tuple[ReportRow, ...]
    sections: tuple[tuple[Text, tuple[Todo, ...]], ...]


def build(plan: Plan, code: str = "", *, on_paper: bool = False, packed: bool = False) -> Checklists:
    """Look at the plan on its date: at one OPD, or at all of them."""
    facts = interdependence(plan)
    return Checklists(plan, facts, obligations(facts), of_everybody(facts), code, on_paper, packed)


def _is_asked(asked: Obligations) -> bool:
    return asked.has_duty or bool(asked.issues)


def sheet(checklists: Checklists, asked: Obligations, lang: Lang) -> OpdChecklist:
    """Say what one OPD has to do, in the order in which it matters."""
    facts = checklists.facts
    return OpdChecklist(
        asked,
        tuple(rows(facts, asked, lang)),
        (
            (PUT_RIGHT, tuple(put_right(facts, asked, lang))),
            (SETTLE, tuple(issues_to_settle(facts, asked, lang))),
            (HAND_OVER, tuple(handed_over(asked, lang))),
            (WAIT_FOR, tuple(waited_for(asked, lang))),
            (DECISIONS, tuple(decided(facts, asked, lang))),
        ),
    )


BRING = Text("Bawa ke rakor", "Bring to the rakor")
PUT_RIGHT = Text("Benahi", "Put right")
SETTLE = Text("Sepakati", "Settle")
HAND_OVER = Text("Serahkan kepada yang menunggu", "Hand over to those who wait")
WAIT_FOR = Text("Tagih dari OPD lain", "Ask of other OPD")
DECISIONS = Text("Keputusan rakor sebelumnya", "Decisions of earlier rakor")


def page(checklists: Checklists, lang: Lang) -> Page:
    """Lay out the checklist of one OPD, those of all of them, or an overview."""
    if checklists.code:
        return page_of_one(checklists, checklists.code, lang)
    return page_of_all(checklists, lang) if checklists.on_paper else overview(checklists, lang)


# -- one OPD -----------------------------------------------------------------------------


def page_of_one(checklists: Checklists, code: str, lang: Lang) -> Page:
    """Lay out the checklist of one OPD, on one sheet of paper."""
    asked = checklists.opd[code]
    plan = checklists.plan
    blocks = (
        *banners(plan, lang),
        *_sheet(checklists, asked, lang, level=2),
        *undated_matters(plan, lang),
    )
    return Page(_titled(asked, lang), as_of_line(plan.as_of, lang), blocks, compact=True)


def _titled(asked: Obligations, lang: Lang) -> str:
    words = Text("Daftar periksa rakor", "Checklist for the rakor").for_lang(lang)
    return f"{words}: {asked.opd.code}, {asked.opd.name}"


def _sheet(checklists: Checklists, asked: Obligations, lang: Lang, level: int) -> Iterator[Block]:
    yield from _gone(checklists, asked, lang)
    yield from _in_numbers(checklists.plan, asked, lang)
    whole = sheet(checklists, asked, lang)
    wanted = [len(whole.rows), *(len(todos) for _, todos in whole.sections)]
    lines = shares(wanted, room_for(sum(wanted), ROOM))
    if whole.rows:
        yield _table(whole.rows, lines[0], lang)
    for (title, todos), most in zip(whole.sections, lines[1:], strict=True):
        if todos:
            yield Heading(title.for_lang(lang), level)
            tasks = tuple(Task(todo.text) for todo in todos[: lines_shown(len(todos), most)])
            yield Checklist(tasks, left_out(len(todos), most, lang))
    yield Signature((head_of(checklists.plan, asked.opd.code, lang),), ("NIP",))


def _gone(checklists: Checklists, asked: Obligations, lang: Lang) -> Iterator[Block]:
    """Say that an OPD does not exist on the date, and who carries on."""
    if exists_on(asked.opd, checklists.plan.as_of):
        return
    after = successor_on(checklists.plan, asked.opd, checklists.plan.as_of)
    code = asked.opd.code
    words = Text(f"{code} tidak ada pada tanggal ini.", f"{code} does not exist on this date.").for_lang(lang)
    if after is not None:
        words += Text(f" Penerusnya {after.code}.", f" {after.code} carries on its work.").for_lang(lang)
    yield Callout(words)


def _in_numbers(plan: Plan, asked: Obligations, lang: Lang) -> Iterator[Paragraph]:
    """Say in one line for which rakor it is, and what part an OPD has, or that it has none."""
    if coming := coming_day(plan):
        words = Text(
            f"Untuk rakor {long_date(coming, 'id')}.", f"For the rakor of {long_date(coming, 'en')}."
        )
        yield Paragraph(words.for_lang(lang))
    if not asked.has_duty:
        words = Text(
            "Belum mendapat tugas dalam rencana ini: bawa usulan program prioritas untuk indikator yang "
            "belum terpenuhi.",
            "It has no duty in this plan yet: bring a proposal of priority programmes for what is not met.",
        )
        yield Paragraph(words.for_lang(lang))
    elif parts := "; ".join(_parts(asked, lang)):
        yield Paragraph(f"{capitalised(parts)}.")


def _parts(asked: Obligations, lang: Lang) -> Iterator[str]:
    named = (
        (_LEADS, [verdict.indicator.code for verdict in asked.leads]),
        (_TAKES_PART, [part.indicator for part in asked.parts]),
        (_DELIVERS, [verdict.indicator.code for verdict in asked.provides]),
    )
    for words, codes in named:
        if codes:
            yield f"{words.for_lang(lang)} {listed(codes, lang, most=8)}"
    running = sum(action.is_open for action in asked.reports)
    if running or asked.later:
        after = (
            Text(f", {asked.later} sesudahnya", f", {asked.later} after it").for_lang(lang)
            if asked.later
            else ""
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


def _table(rows: Sequence[ReportRow], most: int, lang: Lang) -> Table:
    columns = (
        Column(BRING.for_lang(lang), wrap=True),
        Column(Text("Keadaan", "Standing").for_lang(lang), drop=1, wrap=True, bare=True),
        *(Column(tick.for_lang(lang)) for tick in TICKS),
    )
    lines = [
        (Cell(row.name), Cell(row.state, row.tone), *(Cell(BOX) for _ in TICKS))
        for row in rows[: lines_shown(len(rows), most)]
    ]
    if rest := left_out(len(rows), most, lang):
        lines.append((Cell(rest, "muted"), *(Cell(NOTHING) for _ in range(len(TICKS) + 1))))
    caption = Text(
        "Tiap indikator dan kegiatan: realisasi, faktor pendorong dan penghambat, tindak lanjut, "
        "bukti dukung",
        "For each indicator and action: what was realised, what helped and held it up, follow-up, evidence",
    )
    return Table(caption.for_lang(lang), columns, (Group("", tuple(lines)),))


# -- all OPD -----------------------------------------------------------------------------


def page_of_all(checklists: Checklists, lang: Lang) -> Page:
    """Lay out the checklists of all OPD of which something is asked, each on a sheet of its own or packed."""
    name = Text("daftar periksa rakor semua OPD", "checklists of all OPD for the rakor")
    blocks: list[Block] = []
    for asked in checklists.asked:
        blocks += [PageBreak()] if blocks and not checklists.packed else []
        blocks += [Heading(_titled(asked, lang)), *_sheet(checklists, asked, lang, level=3)]
    blocks += _of_idle(checklists, lang)
    blocks += undated_matters(checklists.plan, lang)
    return report_page(checklists.plan, name, blocks, lang, compact=False)


def _of_idle(checklists: Checklists, lang: Lang) -> Iterator[Paragraph]:
    idle = checklists.idle
    if idle:
        words = Text(f"Belum mendapat tugas: {listed(idle, 'id')}.", f"Without a duty: {listed(idle, 'en')}.")
        yield Paragraph(words.for_lang(lang), "warn")


def overview(checklists: Checklists, lang: Lang) -> Page:
    """Lay out the list of all OPD with what is asked of each, in numbers."""
    name = Text("daftar periksa rakor", "checklists for the rakor")
    return report_page(checklists.plan, name, _overview(checklists, lang), lang)


def _overview(checklists: Checklists, lang: Lang) -> Iterator[Block]:
    busy = checklists.asked
    if busy:
        lines = (_counted(sheet(checklists, asked, lang)) for asked in busy)
        yield table(Text("Yang diminta dari tiap OPD", "What is asked of each OPD"), _COLUMNS, lines, lang)
    yield from _of_idle(checklists, lang)
    if checklists.everybody:
        binding = Text("Keputusan untuk semua OPD", "Decisions for all OPD").for_lang(lang)
        named = [
            followed.called.strip("`") + unknown(followed, lang, " ({})") for followed in checklists.everybody
        ]
        yield Paragraph(f"{binding}: {listed(named, lang, most=4)}.")
    yield from undated_matters(checklists.plan, lang)
    yield from next_steps(_commands(busy, lang), lang)


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


def _counted(checklist: OpdChecklist) -> tuple[Cell, ...]:
    counts = [len(todos) for _, todos in checklist.sections]
    counts[-1] = len(checklist.asked.decisions)
    numbers = (len(checklist.asked.leads), len(checklist.asked.reports), *counts)
    cells = (Cell(str(count) if count else NOTHING) for count in numbers)
    return Cell(checklist.asked.opd.code), Cell(checklist.asked.opd.name), *cells


def _commands(busy: Sequence[Obligations], lang: Lang) -> Iterator[Item]:
    if busy:
        most = max(busy, key=lambda asked: len(asked.issues) + len(asked.figures) + len(asked.gives))
        words = Text("Satu OPD, pada satu halaman", "One OPD, on one page")
        yield Item(words.for_lang(lang), f"serang-plan checklist --opd {most.opd.code}")
    paper = Text("Semua OPD untuk dicetak, satu halaman tiap OPD", "All OPD for printing, a page for each")
    yield Item(paper.for_lang(lang), "serang-plan checklist --all --format markdown")
