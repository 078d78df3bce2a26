"""Indonesian options: what somebody may call an option who looks for it in Indonesian, or by its content."""

from __future__ import annotations

from collections.abc import Collection

_ALSO_CALLED = {
    "alasan": "reason",
    "ambang": "of",
    "aspek": "aspect",
    "aturan": "rule",
    "bahasa": "lang",
    "bentuk": "format",
    "berkas": "output",
    "biaya": "cost",
    "bukti": "evidence",
    "cakupan": "scope",
    "catatan": "note",
    "daftar": "list",
    "dana": "cost",
    "dari": "from",
    "dasar": "basis",
    "date": "at on due as-of",
    "day": "at on due as-of",
    "deret": "series",
    "dinas": "opd",
    "hari": "on at as-of",
    "indikator": "indicator",
    "jenis": "kind",
    "judul": "title",
    "keadaan": "status",
    "keluaran": "output",
    "kemajuan": "progress",
    "kendala": "obstacle",
    "kota": "city",
    "mulai": "start from since",
    "nama": "name",
    "nilai": "value",
    "oleh": "by",
    "penanggung-jawab": "lead",
    "pendukung": "support",
    "penerbit": "publisher",
    "penerus": "successor",
    "pengampu": "lead opd",
    "per": "as-of",
    "pilar": "pillar",
    "realisasi": "spent",
    "rencana": "data",
    "sampai": "until",
    "sejak": "since from",
    "selesai": "finish until",
    "semua": "all",
    "sumber": "source",
    "tahun": "year",
    "tanggal": "at due as-of",
    "tenggat": "due",
    "tentang": "about",
    "terbit": "published",
    "untuk": "for",
    "verifikasi": "verification",
    "waktu": "at",
    "ya": "yes",
}


def option_called(word: str, known: Collection[str]) -> str | None:
    """Return the option of a command that somebody calls by an Indonesian word, if it has one."""
    names = (f"--{name}" for name in _ALSO_CALLED.get(word.lstrip("-").casefold(), "").split())
    return next((name for name in names if name in known), None)
