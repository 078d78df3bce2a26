"""The Indonesian words that people type for keys and sections, which are English ones."""

from __future__ import annotations

from collections.abc import Iterable

KEYS = {
    "alamat": "url site", "alasan": "reason", "ambang": "threshold", "anggaran": "funding",
    "arah": "direction", "aspek": "aspect", "awal": "start first_year", "bagian": "part parts",
    "batas_waktu": "due", "biaya": "funding", "budaya": "culture", "bukti": "evidence", "cakupan": "scope",
    "catatan": "note", "dari": "from", "dasar": "basis", "diubah": "updated", "diumumkan": "announced",
    "diundang": "invited", "fokus": "focus", "hingga": "until", "indikator": "indicators indicator",
    "jenis": "kind", "judul": "title", "jumlah": "amount total", "kegiatan": "actions",
    "keputusan": "decisions", "keseluruhan": "whole", "keterangan": "note", "ketua": "chair",
    "kewenangan": "authority", "kode": "code", "kota": "city", "lokasi": "place site", "mitra": "partners",
    "mulai": "start from since", "nama": "name", "nilai": "value measurements", "oleh": "by",
    "pelaporan": "reporting", "pendanaan": "funding", "pendukung": "support", "penerbit": "publisher",
    "pengampu": "lead", "pengukuran": "measurements", "penugasan": "assignments", "penyedia": "provider",
    "penyelesaian": "resolution", "pernyataan": "claims statements", "pertentangan": "disputes",
    "pilar": "pillars", "pimpinan": "chair", "rapat": "rakor", "rapat_koordinasi": "rakor",
    "rencana": "plan", "rincian": "breakdown", "sampai": "until", "satuan": "unit", "sejak": "since from",
    "selesai": "finish done", "singkatan": "short", "sumber": "source sources", "tahap": "stages",
    "tahapan": "stages", "tahun": "year as_of", "tahun_akhir": "last_year", "tahun_awal": "first_year",
    "tanggal": "date as_of", "tautan": "url", "teks": "text", "tempat": "place", "tenggat": "due",
    "terbit": "published", "terpenuhi": "met", "tugas": "assignments", "undangan": "invited",
    "verifikasi": "verification", "wilayah": "regions region",
}  # fmt: skip
"""What each Indonesian word can stand for, depending on where it is typed."""


def translated(typed: str, known: Iterable[str]) -> str:
    """Return the one known key that an Indonesian word stands for, or nothing; other words as typed."""
    keys = KEYS.get("_".join(typed.casefold().replace("-", " ").split()))
    if keys is None:
        return typed
    words = set(keys.split()) & set(known)
    return words.pop() if len(words) == 1 else ""
