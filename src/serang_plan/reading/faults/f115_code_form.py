"""Kode memuat tanda yang tidak dipakai dalam kode, atau terlalu panjang.

A code has a character that codes do not have, or is too long.

Mengapa: kode dipakai untuk merujuk dari tempat lain, dan diketik ulang oleh banyak orang. Tanda
seperti `/` dan `,` mudah disangka pemisah. Kode memuat huruf, angka, `-`, `.` dan `_`, paling
banyak 60.

Why: codes refer to things from elsewhere, and many people type them again. Marks such as `/` and
`,` are easily taken for separators. A code holds letters, digits, `-`, `.` and `_`, 60 at most.

Salah:

    - code: A/01
      name: Taman Deduluran

Benar:

    - code: A-01
      name: Taman Deduluran
"""

from __future__ import annotations

import re

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, quoted, backquoted as show, escape_invisible

RULE = Rule("F115", "code-form", why=__doc__)
MOST = 60
_STRANGE = re.compile(r"[^\w. -]")
_SEVERAL = re.compile(r"[\w.-]+(?:\s*[,;]\s*[\w.-]+)+")


def finding(at: Location, typed: str) -> Finding:
    return RULE.finding(_message(typed), at, help=_advice(typed))


def _message(typed: str) -> Text:
    if not typed.strip():
        return Text("kode di sini kosong", "the code here is empty")
    if strange := _STRANGE.findall(typed):
        marks = quoted(escape_invisible(mark.replace("`", "'")) for mark in dict.fromkeys(strange))
        return Text(f"kode {show(typed)} memuat {marks}", f"the code {show(typed)} has {marks} in it")
    if len(typed) > MOST:
        return Text(
            f"kode {show(typed)} lebih dari {MOST} huruf",
            f"the code {show(typed)} has more than {MOST} letters",
        )
    return Text(
        f"kode {show(typed)} memuat spasi di tepi atau spasi ganda",
        f"the code {show(typed)} has a space at its end or two in a row",
    )


def _advice(typed: str) -> Text:
    if _SEVERAL.fullmatch(typed):
        return Text("ketik satu kode saja di sini", "type one code only here")
    better = re.sub(r"[^\w.]+", "-", typed).strip("-")
    if not better or len(typed) > MOST:
        return Text(
            f"ketik huruf, angka, `-`, `.`, atau `_`, paling banyak {MOST}, misalnya `A-01`",
            f"type letters, digits, `-`, `.` or `_`, {MOST} at most, such as `A-01`",
        )
    return Text(
        f"ketik misalnya `{better}`: huruf, angka, `-`, `.`, atau `_`",
        f"type for example `{better}`: letters, digits, `-`, `.` or `_`",
    )
