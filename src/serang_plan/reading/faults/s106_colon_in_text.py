"""Teks memuat titik dua tanpa tanda kutip.

A text has a colon in it but no quotes around it.

Mengapa: titik dua yang diikuti spasi memisahkan kunci dari nilai. Titik dua kedua pada baris yang
sama membuat teksnya tampak seperti kunci lagi.

Why: a colon with a space behind it parts a key from its value. A second one on the same line makes
the text look like another key.

Salah:

    - code: S13
      title: Alun-alun Kota Serang: paparan rancangan
      kind: berita

Benar:

    - code: S13
      title: "Alun-alun Kota Serang: paparan rancangan"
      kind: berita
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("S106", "colon-in-text", why=__doc__)
_MOST = 100


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"teks {show(typed)} memuat titik dua tanpa tanda kutip",
        f"the text {show(typed)} has a colon in it but no quotes around it",
    )
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    quoted = _in_quotes(typed.strip())
    if len(quoted) > _MOST or "`" in quoted:
        return Text("beri tanda kutip di awal dan akhir teks itu", "put quotes around the whole text")
    return Text(f"ketik {show(quoted, _MOST)}", f"type {show(quoted, _MOST)}")


def _in_quotes(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
