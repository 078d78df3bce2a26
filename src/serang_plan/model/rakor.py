"""Rakor: the meeting, its agenda, its decisions and what became of them."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, WithJsonSchema

from serang_plan.model.fields import (
    Code,
    Count,
    Day,
    DecisionCode,
    FieldFacts,
    Flag,
    IndicatorCode,
    MatterCode,
    OpdCode,
    OpdOrEverybody,
    Prose,
    Remark,
    SourceCode,
    Task,
    Term,
    Time,
    optional,
    optional_list,
    required,
)
from serang_plan.model.record import Record
from serang_plan.model.short_form import ShortForm
from serang_plan.model.statement import known_field, public_field
from serang_plan.wording import Text

EVERYBODY = "semua"
DecisionStatus = Literal["menunggu", "proses", "selesai"]
Verified = Literal["sesuai", "belum-sesuai", "belum-ditindaklanjuti", "tidak-dapat-ditindaklanjuti"]
MeetingState = Literal["rencana", "berlangsung", "selesai"]


def _list_of_everybody(value: object) -> object:
    return (EVERYBODY,) if value == EVERYBODY else value


class DecisionEntry(Record):
    """What became known of a decision on a day: a report, another due date, a verdict, or its end."""

    known: Time = required("Kapan diketahui.", typed="diketahui")
    by: OpdCode | None = optional("Kode OPD yang melaporkan atau menilai.", typed="oleh")
    opd: OpdCode | None = optional("Kode OPD yang dilaporkan, bila `lead` adalah `semua`.")
    status: DecisionStatus | None = optional("menunggu, proses atau selesai.")
    due: Day | None = optional("Batas waktu yang baru; yang pertama tetap tertulis di keputusan.")
    evidence: Remark | None = optional("Bukti dukung.", typed="bukti")
    verified: Verified | None = optional(
        "Hasil pemeriksaan oleh selain penanggung jawab: sesuai, belum-sesuai, belum-ditindaklanjuti atau "
        "tidak-dapat-ditindaklanjuti. Hanya `sesuai` yang menutup keputusan.",
        typed="diperiksa",
    )
    superseded_by: DecisionCode | None = optional("Kode keputusan yang menggantikan.", typed="digantikan")
    reason: Prose | None = optional("Alasan.", typed="alasan")
    source: SourceCode | None = optional("Kode sumber.")
    public: Flag = public_field()
    note: Prose | None = optional("Catatan atau kendala.")


class Decision(Record):
    """What a rakor decided: who does what by when, and what became of it."""

    code: Code | None = optional("Kode keputusan, misalnya `R1-1`.")
    text: Task = required("Isi keputusan.", Text("isi", "text"), "teks")
    done_when: Prose | None = optional(
        "Apa yang membuktikan keputusan ini selesai.",
        Text("tanda selesai", "proof of completion"),
        "selesai_bila",
    )
    lead: OpdOrEverybody | None = optional("Kode OPD penanggung jawab, atau `semua`.")
    support: tuple[OpdCode, ...] = optional_list("Kode OPD pendukung.")
    due: Day | None = optional("Batas waktu yang pertama; tidak diubah.", typed="batas_waktu tenggat")
    about: tuple[MatterCode, ...] = optional_list(
        "Kode indikator dan kegiatan yang dituju.", Text("menyangkut", "about"), "tentang"
    )
    waits_for: tuple[DecisionCode, ...] = optional_list(
        "Kode keputusan yang ditunggu.", Text("menunggu keputusan", "waits for"), "menunggu"
    )
    indicator: IndicatorCode | None = optional("Kode indikator yang dituju; bentuk lama dari `about`.")
    status: DecisionStatus | None = optional("Keadaan yang pertama diketahui: menunggu, proses atau selesai.")
    updated: Day | None = optional(
        "Kapan status terakhir dilaporkan; bentuk lama dari `history`.", typed="diubah"
    )
    evidence: Remark | None = optional("Bukti dukung; bentuk lama dari `history`.")
    history: tuple[DecisionEntry, ...] = optional_list(
        "Laporan, perubahan batas waktu dan pemeriksaan; hanya ditambah.",
        Text("riwayat", "history"),
        "riwayat",
        counts=False,
    )
    public: Flag = public_field()
    note: Prose | None = optional("Catatan atau kendala.")

    @property
    def matters(self) -> tuple[str, ...]:
        """The codes of what it is about, in both forms."""
        return self.about if self.indicator is None else (self.indicator, *self.about)


class AgendaItem(Record):
    """One item of an agenda."""

    text: Prose = required("Pokok acara.", typed="acara")
    minutes: Count | None = optional("Waktu dalam menit.", typed="menit")
    decision: DecisionCode | None = optional("Kode keputusan yang dibahas.")


_SENTENCE: dict[str, object] = {"type": "string", "minLength": 1, "pattern": r"\S"}


class Attendance(Record):
    """Who came for an OPD; a position, not a name."""

    opd: OpdCode = required("Kode OPD.")
    by: Prose | None = optional("Jabatan yang hadir, bukan nama orang.", typed="oleh")
    present: Flag = optional("Hadir atau tidak.", default=True, typed="hadir")


class Closing(Record):
    """When the minutes were closed, and the fingerprint of what may not change since."""

    date: Day = required("Tanggal notulen ditutup.")
    fingerprint: Term = required(
        "Sidik tanggal, kehadiran, acara dan isi keputusan; diisi program.",
        Text("sidik", "fingerprint"),
        "sidik",
    )


class Rakor(Record):
    """One coordination meeting."""

    section: ClassVar[FieldFacts] = FieldFacts(
        "Rakor, acara dan keputusannya.", typed="rapat rapat_koordinasi"
    )
    code: Code | None = optional("Kode rakor, misalnya `R1`.")
    date: Day = required("Tanggal rakor.")
    known: Time | None = known_field()
    state: MeetingState | None = optional(
        "rencana, berlangsung atau selesai; tanpa ini menurut tanggalnya.",
        Text("keadaan", "state"),
        "keadaan",
    )
    place: Prose | None = optional("Tempat.")
    chair: Prose | None = optional("Jabatan pemimpin rapat.", typed="ketua pimpinan")
    invited: Annotated[
        tuple[OpdOrEverybody, ...],
        BeforeValidator(_list_of_everybody),
        WithJsonSchema({"anyOf": [{"const": EVERYBODY}, {"type": "array", "items": {"type": "string"}}]}),
    ] = optional_list("`semua`, atau daftar kode OPD.", Text("undangan", "invited"), "diundang undangan")
    attendance: tuple[Attendance, ...] = optional_list(
        "Siapa yang hadir.", Text("kehadiran", "attendance"), "kehadiran hadir"
    )
    agenda: tuple[Annotated[AgendaItem, ShortForm("text", _SENTENCE)], ...] = optional_list(
        "Acara rapat: kalimat, atau `text` dengan `minutes` dan `decision`.", Text("acara", "agenda"), "acara"
    )
    decisions: tuple[Decision, ...] = optional_list("Keputusan.", typed="keputusan")
    closed: Closing | None = optional(
        "Bila notulen sudah ditutup.", Text("penutupan notulen", "closing of the minutes")
    )
    source: SourceCode | None = optional("Kode sumber.")
    public: Flag = public_field()
    note: Prose | None = optional("Catatan.")
