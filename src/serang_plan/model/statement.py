"""Statements: since when a thing is known, how one that was wrong is withdrawn, and who may see it."""

from typing import Any

from serang_plan.model.fields import Prose, Time, optional, required
from serang_plan.model.record import Record
from serang_plan.wording import Text


class Withdrawal(Record):
    """A statement that was wrong: since when that is known, and why."""

    known: Time = required("Kapan ditarik.")
    reason: Prose = required("Mengapa ditarik.", typed="alasan")


def known_field() -> Any:
    """Return the field of the day from which a thing was surely public."""
    return optional(
        "Sejak kapan diketahui umum, bila bukan sejak tanggal yang sudah tertulis.",
        Text("waktu diketahui", "time known"),
        "diketahui",
    )


def withdrawn_field() -> Any:
    """Return the field by which a statement is withdrawn."""
    return optional(
        "Bila pernyataan ini keliru: kapan ditarik dan mengapa. Tidak dihapus.",
        Text("penarikan", "withdrawal"),
        "ditarik dicabut",
    )


def public_field() -> Any:
    """Return the mark by which everybody may see what otherwise stays in."""
    return optional(
        "`true`: semuanya di sini boleh dilihat umum, juga catatan, konsep dan angka yang belum diterima.",
        typed="umum publik",
        default=False,
        counts=False,
    )
