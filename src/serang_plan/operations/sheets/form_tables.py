"""Form tables: which columns an OPD's workbook has, said once for the way out and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple, get_args

from serang_plan.model.action import ActionStatus
from serang_plan.model.rakor import DecisionStatus


class CellKind(Enum):
    """What may stand in the cells of a column; the value is what Excel shows beside them."""

    SHOWN = ""
    NUMBER = "Angka dengan koma desimal, misalnya 73,5 atau 1.234,5."
    MONEY = "Rupiah penuh, misalnya 2.500.000.000."
    PERCENT = "Persen dari 0 sampai 100 tanpa desimal, misalnya 40."
    TIME = "Tahun, triwulan, bulan atau tanggal: 2026, TW III 2026, Maret 2026 atau 12-3-2026."
    YEAR = "Tahun dengan empat angka, misalnya 2027."
    WORD = "Pilih dari daftar."
    INDICATOR = "Pilih kode dan nama indikator dari daftar."
    OWN_INDICATOR = "Pilih indikator yang Anda ampu dari daftar."
    TEXT = "Tulis dengan kata-kata sendiri."


class FormColumn(NamedTuple):
    """A column: the key by which it is known, its heading, and what may be written in it."""

    key: str
    title: str
    width: int
    kind: CellKind = CellKind.SHOWN
    words: tuple[str, ...] = ()
    hint: str = ""
    recorded: str = ""
    """The key of the column beside it that tells what is recorded."""

    @property
    def help(self) -> str:
        """What Excel shows beside its cells."""
        return self.hint or self.kind.value

    @property
    def is_number(self) -> bool:
        """Whether numbers stand in it, one below the other."""
        return self.kind in (CellKind.NUMBER, CellKind.MONEY, CellKind.PERCENT) or self.key == "last"

    @property
    def is_asked(self) -> bool:
        """Whether an OPD fills it in."""
        return self.kind is not CellKind.SHOWN


class FormTable(NamedTuple):
    """A sheet: rows that are asked about, or free rows in which an OPD proposes something."""

    name: str
    caption: str
    columns: tuple[FormColumn, ...]
    free_rows: int

    @property
    def is_coded(self) -> bool:
        """Whether its rows are known by their codes."""
        return self.columns[0].key == CODE

    @property
    def by_key(self) -> Mapping[str, FormColumn]:
        """The columns by their keys."""
        return {column.key: column for column in self.columns}


CODE = "code"
REMARKS = "Catatan Bappeda"
"""The heading of the column in which a returned workbook says what could not be taken."""
_EXTRA, _PROPOSALS = 5, 15

TABLES: Mapping[str, FormTable] = {
    "figures": FormTable(
        "Angka",
        "Isi nilai yang lebih baru, dengan waktu dan sumbernya. Nilai lain dari kode yang sama, misalnya "
        "tahun lain, ditulis di baris kosong di bawahnya.",
        (
            FormColumn(CODE, "Kode", 9, hint="Pilih kode dari baris di atas."),
            FormColumn("name", "Indikator", 28),
            FormColumn("unit", "Satuan", 13),
            FormColumn("last", "Nilai tercatat", 10),
            FormColumn("last_time", "Waktu nilai tercatat", 11),
            FormColumn("asked", "Yang diminta", 18),
            FormColumn("value", "Nilai baru", 10, CellKind.NUMBER, recorded="last"),
            FormColumn("as_of", "Waktu nilai baru", 12, CellKind.TIME, recorded="last_time"),
            FormColumn(
                "source", "Sumber angka", 18, CellKind.TEXT, hint="Laporan beserta nomor dan tanggalnya."
            ),
            FormColumn("note", "Catatan", 14, CellKind.TEXT),
        ),
        _EXTRA,
    ),
    "actions": FormTable(
        "Kegiatan",
        "Isi yang berubah. Geser: waktu selesai yang baru dan alasannya. Selesai: kapan selesai.",
        (
            FormColumn(CODE, "Kode", 7),
            FormColumn("name", "Kegiatan", 24),
            FormColumn("state", "Status tercatat", 10),
            FormColumn("finish_known", "Rencana selesai tercatat", 11),
            FormColumn("status", "Status baru", 10, CellKind.WORD, get_args(ActionStatus), recorded="state"),
            FormColumn("finish", "Waktu selesai baru", 12, CellKind.TIME, recorded="finish_known"),
            FormColumn("progress", "Kemajuan fisik (%)", 10, CellKind.PERCENT),
            FormColumn("spent", "Realisasi (Rp)", 15, CellKind.MONEY),
            FormColumn("obstacle", "Kendala", 15, CellKind.TEXT),
            FormColumn("next", "Langkah berikutnya", 15, CellKind.TEXT),
            FormColumn("reason", "Alasan", 13, CellKind.TEXT, hint="Mengapa digeser atau batal."),
        ),
        0,
    ),
    "decisions": FormTable(
        "Keputusan",
        "Laporkan tindak lanjut keputusan rakor. Yang selesai disertai buktinya; Bappeda memeriksanya.",
        (
            FormColumn(CODE, "Kode", 8),
            FormColumn("text", "Keputusan rakor", 44),
            FormColumn("due", "Batas waktu", 12),
            FormColumn("state", "Status tercatat", 18),
            FormColumn(
                "status", "Status baru", 11, CellKind.WORD, get_args(DecisionStatus), recorded="state"
            ),
            FormColumn(
                "evidence", "Bukti dukung", 25, CellKind.TEXT, hint="Dokumen beserta nomor dan tanggalnya."
            ),
            FormColumn("note", "Kendala atau catatan", 24, CellKind.TEXT),
        ),
        0,
    ),
    "new_actions": FormTable(
        "Usulan kegiatan",
        "Usulkan program prioritas, satu baris satu kegiatan. Kode diberikan Bappeda.",
        (
            FormColumn("name", "Nama kegiatan", 28, CellKind.TEXT),
            FormColumn("indicator", "Indikator yang dituju", 26, CellKind.INDICATOR),
            FormColumn(
                "adds",
                "Perkiraan dampak",
                11,
                CellKind.NUMBER,
                hint="Tambahan pada nilai indikator: 2,5 atau -1.",
            ),
            FormColumn("start", "Mulai", 11, CellKind.TIME),
            FormColumn("finish", "Selesai", 11, CellKind.TIME),
            FormColumn("amount", "Biaya (Rp)", 16, CellKind.MONEY),
            FormColumn("year", "Tahun anggaran", 10, CellKind.YEAR),
            FormColumn(
                "funding", "Sumber dana", 13, CellKind.TEXT, hint="Misalnya APBD kota, APBD provinsi, APBN."
            ),
            FormColumn("site", "Lokasi", 16, CellKind.TEXT),
        ),
        _PROPOSALS,
    ),
    "new_targets": FormTable(
        "Usulan target",
        "Usulkan target tahunan untuk indikator yang Anda ampu. Semuanya dicatat sebagai usulan.",
        (
            FormColumn("indicator", "Indikator yang ditargetkan", 44, CellKind.OWN_INDICATOR),
            FormColumn("year", "Tahun target", 12, CellKind.YEAR),
            FormColumn("value", "Target yang diusulkan", 16, CellKind.NUMBER),
            FormColumn("reason", "Dasar atau alasan", 68, CellKind.TEXT),
        ),
        _PROPOSALS,
    ),
}
