r"""Garis miring terbalik di dalam tanda kutip ganda.

There is a backslash inside double quotes.

Mengapa: di dalam tanda kutip ganda, `\` mengubah arti huruf di belakangnya: `\n` menjadi ganti
baris. Nama folder Windows menjadi rusak karenanya. Di dalam tanda kutip tunggal, `\` tetap `\`.

Why: inside double quotes `\` changes the letter behind it: `\n` becomes a line break. The name of a
Windows folder is spoilt by it. Inside single quotes `\` stays as it is.

Salah:

    - code: R1-1
      text: Setiap OPD memaparkan program prioritas
      evidence: "D:\Rakor\2020"

Benar:

    - code: R1-1
      text: Setiap OPD memaparkan program prioritas
      evidence: 'D:\Rakor\2020'
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S123", "bad-escape", why=__doc__)


def finding(at: Location) -> Finding:
    message = Text(
        "di belakang `\\` dalam tanda kutip ganda ada huruf yang tidak dikenal",
        "behind `\\` in double quotes stands a letter that means nothing there",
    )
    advice = Text(
        "ganti `\"` di awal dan akhir teks dengan `'`, atau ketik `\\\\` untuk setiap `\\`",
        "change `\"` at both ends of the text to `'`, or type `\\\\` for every `\\`",
    )
    return RULE.finding(message, at, help=advice)
