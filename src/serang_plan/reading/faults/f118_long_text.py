"""Teks terlalu panjang.

A text is too long.

Mengapa: isian adalah bahan laporan satu halaman. Notulen lengkap atau isi peraturan lebih baik
tetap di berkasnya sendiri, dan di sini cukup disebut alamatnya.

Why: entries feed reports of one page. Full minutes or the text of a regulation are better off in a
file of their own, with only its address here.

Salah:

    note: |
      Notulen lengkap rakor, kata demi kata.
      Wakil Wali Kota: dari 16 indikator, baru 8 yang terpenuhi.

Benar:

    note: Notulen lengkap ada di arsip Bappeda, map Rakor 2020.
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.model.fields import LONGEST_TEXT
from serang_plan.places import Location
from serang_plan.wording import Text, number

RULE = Rule("F118", "long-text", why=__doc__)


def finding(at: Location, length: int) -> Finding:
    message = Text(
        f"teks ini {number(length, 'id')} huruf, sedangkan batasnya {number(LONGEST_TEXT, 'id')}",
        f"this text has {number(length, 'en')} letters, and the limit is {number(LONGEST_TEXT, 'en')}",
    )
    advice = Text(
        "tulis ringkasannya, dan sebut di mana teks lengkapnya disimpan",
        "write a summary, and say where the full text is kept",
    )
    return RULE.finding(message, at, help=advice)
