"""Records: the page of a thing of which no report tells alone: what is known of it, and where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from serang_plan.model.action import Action, ActionEntry
from serang_plan.model.opd import Opd, Partner
from serang_plan.model.rakor import Decision, DecisionEntry, Rakor
from serang_plan.model.source import Claim, Dispute, Source
from serang_plan.model.when import When
from serang_plan.page import Block, Cell, Column, Fact, Facts, Table
from serang_plan.reports.briefing.meeting import STATUSES
from serang_plan.reports.parts.phrases import NOTHING, table
from serang_plan.reports.site.addresses import meeting_title
from serang_plan.wording import Lang, Text, full_date, money, number

PARTICULARS = Text("Keterangan", "Particulars")
_SOURCE = Text("Sumber", "Source")
_KINDS = {
    "resmi": Text("resmi", "official"),
    "laporan": Text("laporan", "report"),
    "berita": Text("berita", "press"),
    "perkiraan": Text("perkiraan", "estimate"),
    "salinan": Text("salinan", "copy"),
    "formulir": Text("formulir", "form"),
}
_STATES = {
    "rencana": Text("rencana", "planned"),
    "berjalan": Text("berjalan", "running"),
    "selesai": Text("selesai", "done"),
    "geser": Text("geser", "put off"),
    "batal": Text("batal", "cancelled"),
}
_CHECKED = {
    "sesuai": Text("sesuai", "as decided"),
    "belum-sesuai": Text("belum sesuai", "not as decided"),
    "belum-ditindaklanjuti": Text("belum ditindaklanjuti", "not followed up"),
    "tidak-dapat-ditindaklanjuti": Text("tidak dapat ditindaklanjuti", "cannot be followed up"),
}
Line = tuple[Text, str | None]


def _facts(lines: Iterable[Line], lang: Lang) -> Facts:
    facts = (Fact(label.for_lang(lang), text) for label, text in lines if text)
    return Facts(PARTICULARS.for_lang(lang), tuple(facts))


def _day(day: date | When | None, lang: Lang) -> str | None:
    return day.text(lang) if isinstance(day, When) else full_date(day, lang) if day else None


def _codes(codes: Iterable[str | None]) -> str:
    return ", ".join(code for code in codes if code)


def of_source(source: Source, lang: Lang) -> Iterator[Block]:
    """Say who published it, when, and how weak it is."""
    lines: tuple[Line, ...] = (
        (Text("Penerbit", "Publisher"), source.publisher),
        (Text("Terbit", "Published"), _day(source.published, lang) or _UNDATED.for_lang(lang)),
        (Text("Jenis", "Kind"), _KINDS[source.kind].for_lang(lang)),
        (Text("Kelemahan", "Weakness"), source.weakness),
        (Text("Alamat", "Address"), source.url),
    )
    yield _facts(lines, lang)


_UNDATED = Text("tanpa tanggal", "undated")


def of_opd(opd: Opd, lang: Lang) -> Iterator[Block]:
    """Say what it is called, who heads it, and when it existed."""
    lines: tuple[Line, ...] = (
        (Text("Nama", "Name"), opd.name),
        (Text("Nama lain", "Other names"), ", ".join(opd.aliases)),
        (Text("Pimpinan", "Head"), opd.head),
        (Text("Berlaku mulai", "Exists from"), _day(opd.from_, lang)),
        (Text("Berlaku sampai", "Exists until"), _day(opd.until, lang)),
        (Text("Penerus", "Successor"), opd.successor),
        (_SOURCE, _codes((*opd.sources, *(name.source for name in opd.names)))),
    )
    yield _facts(lines, lang)


_PARTNERS = {
    "provinsi": Text("provinsi", "province"),
    "pusat": Text("pusat", "national government"),
    "daerah": Text("daerah lain", "another region"),
    "bumn": Text("BUMN", "state company"),
    "swasta": Text("swasta", "private"),
    "masyarakat": Text("masyarakat", "civil society"),
}


def of_partner(partner: Partner, lang: Lang) -> Iterator[Block]:
    """Say what it is."""
    lines: tuple[Line, ...] = (
        (Text("Jenis", "Kind"), _PARTNERS[partner.kind].for_lang(lang)),
        (Text("Nama lain", "Other names"), ", ".join(partner.aliases)),
    )
    yield _facts(lines, lang)


def of_claim(claim: Claim, lang: Lang) -> Iterator[Block]:
    """Say who said what, when, and of which list."""
    number_of = claim.met is not None and claim.indicators is not None
    lines: tuple[Line, ...] = (
        (Text("Menurut", "By"), claim.by),
        (Text("Tanggal", "Date"), _day(claim.date, lang) or _UNDATED.for_lang(lang)),
        (
            Text("Terpenuhi", "Met"),
            Text(f"{claim.met} dari {claim.indicators}", f"{claim.met} of {claim.indicators}").for_lang(lang)
            if number_of
            else None,
        ),
        (Text("Daftar", "List"), claim.criteria),
        *((Text(f"Butir {item}", f"Item {item}"), _SAID[said].for_lang(lang)) for item, said in claim.said),
        (_SOURCE, claim.source),
    )
    yield _facts(lines, lang)


_SAID = {"terpenuhi": Text("terpenuhi", "met"), "belum": Text("belum", "not met")}
_SIDES = (
    (Text("Tanggal", "Date"), Column("")),
    (Text("Yang dinyatakan", "What is stated"), Column("", wrap=True, bare=True)),
    (_SOURCE, Column("")),
)


def of_dispute(dispute: Dispute, lang: Lang) -> Iterator[Block]:
    """Set the sides beside each other."""
    settled = dispute.resolution or Text("belum diselesaikan", "not settled").for_lang(lang)
    lines: tuple[Line, ...] = (
        (Text("Pokok", "Topic"), dispute.topic),
        (Text("Indikator", "Indicators"), _codes(dispute.indicators)),
        (Text("Penyelesaian", "Resolution"), settled),
        (_SOURCE, _codes(entry.source for entry in dispute.history)),
    )
    yield _facts(lines, lang)
    rows = (
        (Cell(_day(side.date, lang) or NOTHING), Cell(side.text), Cell(side.source))
        for side in dispute.statements
    )
    yield table(Text("Sisi-sisinya", "Its sides"), _SIDES, rows, lang)


# -- actions ---------------------------------------------------------------------------------

_HISTORY = (
    (Text("Diketahui", "Known"), Column("")),
    (Text("Yang berubah", "What changed"), Column("", wrap=True, bare=True)),
    (_SOURCE, Column("", drop=1)),
)


def of_action(action: Action, lang: Lang) -> Iterator[Block]:
    """Say who does it, when, with what money and for what, and what became of it."""
    status = _STATES[action.status].for_lang(lang) if action.status else None
    effects = (effect.code for effect in action.indicators)
    lines: tuple[Line, ...] = (
        (Text("Pelaksana", "Carried out by"), action.opd),
        (Text("Indikator", "Indicators"), _codes(effects)),
        (Text("Status", "Status"), status),
        (Text("Diketahui sejak", "Known since"), _day(action.known, lang)),
        (Text("Mulai", "Start"), _day(action.start, lang)),
        (Text("Rencana selesai", "Planned finish"), _day(action.finish, lang)),
        (Text("Selesai", "Done"), _day(action.done, lang)),
        (Text("Menunggu", "Waits for"), _codes(action.needs)),
        (Text("Tempat", "Place"), action.place.site if action.place else None),
        (Text("Dana", "Funding"), "; ".join(_funding(action, lang))),
        (Text("Budaya lokal", "Local culture"), action.culture),
        (_SOURCE, _codes((*action.sources, *action.evidence))),
    )
    yield _facts(lines, lang)
    if action.history:
        rows = (_entry(entry.known, _changes(entry, lang), entry.source, lang) for entry in action.history)
        yield table(Text("Riwayat", "History"), _HISTORY, rows, lang)


def _funding(action: Action, lang: Lang) -> Iterator[str]:
    for funding in action.funding:
        amount = money(funding.amount, lang) if funding.amount is not None else None
        year = str(funding.year) if funding.year else None
        yield " ".join(part for part in (funding.source, year, amount) if part)


def _changes(entry: ActionEntry, lang: Lang) -> Iterator[Line]:
    yield Text("status", "status"), _STATES[entry.status].for_lang(lang) if entry.status else None
    yield Text("mulai", "start"), _day(entry.start, lang)
    yield Text("rencana selesai", "planned finish"), _day(entry.finish, lang)
    yield Text("selesai", "done"), _day(entry.done, lang)
    yield Text("pelaksana", "carried out by"), entry.opd
    yield (
        Text("kemajuan fisik", "physical progress"),
        f"{number(entry.progress, lang)}%" if entry.progress is not None else None,
    )
    yield Text("realisasi", "spent"), money(entry.spent, lang) if entry.spent is not None else None
    yield Text("alasan", "reason"), entry.reason


def _entry(known: When, changes: Iterable[Line], source: str | None, lang: Lang) -> tuple[Cell, ...]:
    words = "; ".join(f"{label.for_lang(lang)}: {text}" for label, text in changes if text)
    return Cell(known.text(lang)), Cell(words or NOTHING), Cell(source or NOTHING)


# -- meetings --------------------------------------------------------------------------------

_DECISIONS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Keputusan", "Decision"), Column("", wrap=True, bare=True)),
    (Text("Penanggung jawab", "In charge"), Column("", drop=1)),
    (Text("Batas waktu", "Due"), Column("", drop=2)),
    (Text("Keadaan", "State"), Column("", drop=3)),
)


def of_meeting(rakor: Rakor, lang: Lang) -> Iterator[Block]:
    """Say where it was held, who came, what was on the agenda and what was decided."""
    lines: tuple[Line, ...] = (
        (Text("Tanggal", "Date"), full_date(rakor.date, lang)),
        (Text("Tempat", "Place"), rakor.place),
        (Text("Pimpinan", "Chair"), rakor.chair),
        (Text("Diundang", "Invited"), _codes(rakor.invited)),
        (Text("Hadir", "Present"), _codes(each.opd for each in rakor.attendance if each.present)),
        *((Text("Acara", "Agenda"), item.text) for item in rakor.agenda),
        (_MINUTES, _day(rakor.closed.date, lang) if rakor.closed else None),
        (_SOURCE, rakor.source),
    )
    yield _facts(lines, lang)
    if rakor.decisions:
        yield decisions_table(Text("Keputusan", "Decisions"), rakor.decisions, lang)


_MINUTES = Text("Notulen ditutup", "Minutes closed")


def decisions_table(caption: Text, decisions: Iterable[Decision], lang: Lang) -> Table:
    """List decisions with who is in charge, by when, and how they stand."""
    rows = (
        (
            Cell(decision.code or NOTHING),
            Cell(decision.text),
            Cell(decision.lead or NOTHING),
            Cell(_day(decision.due, lang) or NOTHING),
            Cell(STATUSES[decision.status].for_lang(lang)),
        )
        for decision in decisions
    )
    return table(caption, _DECISIONS, rows, lang)


def of_decision(rakor: Rakor, decision: Decision, lang: Lang) -> Iterator[Block]:
    """Say who does it by when, what it is about, and what became of it."""
    lines: tuple[Line, ...] = (
        (Text("Rakor", "Meeting"), meeting_title(rakor, lang)),
        (Text("Penanggung jawab", "In charge"), decision.lead),
        (Text("Pendukung", "Support"), _codes(decision.support)),
        (Text("Batas waktu", "Due"), _day(decision.due, lang)),
        (Text("Menyangkut", "About"), _codes(decision.matters)),
        (Text("Menunggu", "Waits for"), _codes(decision.waits_for)),
        (Text("Selesai bila", "Done when"), decision.done_when),
        (Text("Keadaan", "State"), STATUSES[decision.status].for_lang(lang)),
        (Text("Per", "As of"), _day(decision.updated, lang)),
        (Text("Bukti", "Evidence"), decision.evidence),
        (_SOURCE, rakor.source),
    )
    yield _facts(lines, lang)
    if decision.history:
        rows = (_entry(entry.known, _reports(entry, lang), entry.source, lang) for entry in decision.history)
        yield table(Text("Tindak lanjut", "Follow-up"), _HISTORY, rows, lang)


def _reports(entry: DecisionEntry, lang: Lang) -> Iterator[Line]:
    yield Text("oleh", "by"), entry.by
    yield Text("OPD", "OPD"), entry.opd
    yield Text("keadaan", "state"), STATUSES[entry.status].for_lang(lang) if entry.status else None
    yield Text("batas waktu baru", "new due date"), _day(entry.due, lang)
    yield Text("bukti", "evidence"), entry.evidence
    yield Text("diperiksa", "checked"), _CHECKED[entry.verified].for_lang(lang) if entry.verified else None
    yield Text("digantikan", "superseded by"), entry.superseded_by
    yield Text("alasan", "reason"), entry.reason
