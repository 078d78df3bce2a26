"""Berkas tidak tersimpan sebagai UTF-8.

A file is not saved as UTF-8.

Mengapa: huruf dan tanda di luar A sampai Z, seperti `²` dan `–`, berubah atau hilang bila berkas
tersimpan dengan pengodean lain, misalnya oleh Notepad atau Excel lama.

Why: letters and signs beyond A to Z, such as `²` and `–`, change or vanish when a file is saved in
another encoding, as an old Notepad or Excel does.

Salah:

    - code: M02
      unit: m� per jiwa

Benar:

    - code: M02
      unit: m² per jiwa
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S112", "not-utf8", why=__doc__)


def finding(at: Location, guess: str) -> Finding:
    advice = Text(
        'simpan ulang dengan pilihan pengodean ("encoding") UTF-8, lalu periksa huruf di tempat ini',
        'save it again with the encoding set to "UTF-8", then check the letter at this place',
    )
    return RULE.finding(_message(guess), at, help=advice)


def _message(guess: str) -> Text:
    if guess:
        return Text(
            f"berkas ini tersimpan sebagai {guess}, bukan UTF-8",
            f"this file is saved as {guess}, not as UTF-8",
        )
    return Text("berkas ini tidak tersimpan sebagai UTF-8", "this file is not saved as UTF-8")
