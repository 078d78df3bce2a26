"""Records: what is known of a source, an OPD, a partner, a claim and a dispute."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.model.opd import Opd, Partner
from serang_plan.model.source import Claim, Dispute, Source
from serang_plan.page import Block, Cell, Column
from serang_plan.reports.parts.phrases import NOTHING, table
from serang_plan.reports.website.particulars import NOTE, SOURCE, Line, day_or_time, particulars, together
from serang_plan.wording import Lang, Text

_KINDS = {
    "resmi": Text("resmi", "official"),
    "laporan": Text("laporan", "report"),
    "berita": Text("berita", "press"),
    "perkiraan": Text("perkiraan", "estimate"),
    "salinan": Text("salinan", "copy"),
    "formulir": Text("formulir", "form"),
}


def of_source(source: Source, lang: Lang) -> Iterator[Block]:
    """Say who published it, when, and how weak it is."""
    lines: tuple[Line, ...] = (
        (Text("Penerbit", "Publisher"), source.publisher),
        (Text("Terbit", "Published"), day_or_time(source.published, lang) or _UNDATED.for_lang(lang)),
        (Text("Jenis", "Kind"), _KINDS[source.kind].for_lang(lang)),
        (Text("Kelemahan", "Weakness"), source.weakness),
        (Text("Alamat", "Address"), source.url),
        (NOTE, source.note),
    )
    yield particulars(lines, lang)


_UNDATED = Text("tanpa tanggal", "undated")


def of_opd(opd: Opd, lang: Lang) -> Iterator[Block]:
    """Say what it is called, who heads it, and when it existed."""
    lines: tuple[Line, ...] = (
        (Text("Nama", "Name"), opd.name),
        (Text("Nama lain", "Other names"), ", ".join(opd.aliases)),
        (Text("Pimpinan", "Head"), opd.head),
        (Text("Berlaku mulai", "Exists from"), day_or_time(opd.from_, lang)),
        (Text("Berlaku sampai", "Exists until"), day_or_time(opd.until, lang)),
        (Text("Penerus", "Successor"), opd.successor),
        (SOURCE, together((*opd.sources, *(name.source for name in opd.names)))),
        (NOTE, opd.note),
    )
    yield particulars(lines, lang)


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
        (NOTE, partner.note),
    )
    yield particulars(lines, lang)


def of_claim(claim: Claim, lang: Lang) -> Iterator[Block]:
    """Say who said what, when, and of which list."""
    number_of = claim.met is not None and claim.indicators is not None
    lines: tuple[Line, ...] = (
        (Text("Menurut", "By"), claim.by),
        (Text("Tanggal", "Date"), day_or_time(claim.date, lang) or _UNDATED.for_lang(lang)),
        (
            Text("Terpenuhi", "Met"),
            Text(f"{claim.met} dari {claim.indicators}", f"{claim.met} of {claim.indicators}").for_lang(lang)
            if number_of
            else None,
        ),
        (Text("Daftar", "List"), claim.criteria),
        *((Text(f"Butir {item}", f"Item {item}"), _SAID[said].for_lang(lang)) for item, said in claim.said),
        (SOURCE, claim.source),
        (NOTE, claim.note),
    )
    yield particulars(lines, lang)


_SAID = {"terpenuhi": Text("terpenuhi", "met"), "belum": Text("belum", "not met")}
_SIDES = (
    (Text("Tanggal", "Date"), Column("")),
    (Text("Yang dinyatakan", "What is stated"), Column("", wrap=True, bare=True)),
    (SOURCE, Column("")),
)


def of_dispute(dispute: Dispute, lang: Lang) -> Iterator[Block]:
    """Set the sides beside each other."""
    settled = dispute.resolution or Text("belum diselesaikan", "not settled").for_lang(lang)
    lines: tuple[Line, ...] = (
        (Text("Pokok", "Topic"), dispute.topic),
        (Text("Indikator", "Indicators"), together(dispute.indicators)),
        (Text("Penyelesaian", "Resolution"), settled),
        (SOURCE, together(entry.source for entry in dispute.history)),
        *((NOTE, entry.note) for entry in dispute.history),
    )
    yield particulars(lines, lang)
    rows = (
        (Cell(day_or_time(side.date, lang) or NOTHING), Cell(side.text), Cell(side.source))
        for side in dispute.statements
    )
    yield table(Text("Sisi-sisinya", "Its sides"), _SIDES, rows, lang)
