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

from serang_plan.findings import Rule
from serang_plan.wording import Text, number

RULE = Rule("F118", "long-text", why=__doc__)


def message(length: int | None = None, most: int = 20_000, **_: object) -> Text:
    limit = Text(number(most, "id"), number(most, "en"))
    if length is None:
        return Text(f"teks ini lebih dari {limit.id} huruf", f"this text has more than {limit.en} letters")
    return Text(
        f"teks ini {number(length, 'id')} huruf, sedangkan batasnya {limit.id}",
        f"this text has {number(length, 'en')} letters, and the limit is {limit.en}",
    )


def advice(**_: object) -> Text:
    return Text(
        "tulis ringkasannya, dan sebut di mana teks lengkapnya disimpan",
        "write a summary, and say where the full text is kept",
    )
