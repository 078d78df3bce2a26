"""Nilai diawali penanda jenis seperti `!!str`.

A value starts with a type mark such as `!!str`.

Mengapa: penanda yang diawali tanda seru menyuruh program membaca nilai dengan cara lain dari yang
tampak. Tanda kutip sudah cukup untuk membuat nilai menjadi teks.

Why: a mark that starts with an exclamation mark tells programs to read the value otherwise than it
looks. Quotes are enough to make a value text.

Salah:

    title: Kota Serang Menuju Kota Metropolis
    region: !!str 36.73

Benar:

    title: Kota Serang Menuju Kota Metropolis
    region: "36.73"
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("S109", "explicit-tag", why=__doc__)
_STANDARD = "tag:yaml.org,2002:"


def finding(at: Location, typed: str) -> Finding:
    return RULE.finding(_message(typed), at, help=_advice(typed))


def _message(typed: str) -> Text:
    mark = _mark(typed)
    return Text(f"nilai ini diawali penanda jenis {mark}", f"this value starts with the type mark {mark}")


def _advice(typed: str) -> Text:
    mark = _mark(typed)
    return Text(
        f"hapus {mark}, lalu beri tanda kutip bila nilainya teks atau kode",
        f"delete {mark}, and put quotes around the value if it is text or a code",
    )


def _mark(typed: str) -> str:
    """Show the mark as it was typed; the parser spells the standard ones out."""
    return show(typed.replace(_STANDARD, "!!", 1))
