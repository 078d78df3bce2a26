"""Tanggal atau waktu tidak ditulis mulai dari tahunnya.

A date or time is not written with the year first.

Mengapa: `10/03/2020` adalah 10 Maret di sini dan 3 Oktober di tempat lain. Bentuk `2020-03-10`
dibaca sama oleh semua orang dan semua program, dan dapat diurutkan.

Why: `10/03/2020` is 10 March here and 3 October elsewhere. The form `2020-03-10` reads the same to
everybody and every program, and it can be sorted.

Salah:

    - code: S1
      published: 10 Maret 2020
      kind: berita

Benar:

    - code: S1
      published: 2020-03-10
      kind: berita
"""

from __future__ import annotations

import re

from serang_plan.findings import Finding, Rule
from serang_plan.model.fields import Wanted
from serang_plan.model.when import as_semester
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F109", "date-form", why=__doc__)
_WITHOUT_DAY = re.compile(r"\s*\d{4}(-TW[1-4]|-\d{2})?\s*")


def finding(at: Location, typed: str, wanted: Wanted, instead: str) -> Finding:
    advice = as_semester(typed) if wanted != "day" else None
    return RULE.finding(_message(typed, wanted), at, help=advice or _advice(instead, wanted))


def _message(typed: str, wanted: Wanted) -> Text:
    if wanted == "day" and _WITHOUT_DAY.fullmatch(typed):
        return Text(f"{show(typed)} belum menyebut tanggalnya", f"{show(typed)} does not say which day")
    if wanted == "day":
        return Text(
            f"tanggal {show(typed)} tidak berbentuk seperti `2020-03-10`",
            f"the date {show(typed)} does not have the form `2020-03-10`",
        )
    return Text(
        f"waktu {show(typed)} tidak berbentuk seperti `2020-03-10` atau `2020-TW1`",
        f"the time {show(typed)} does not have a form such as `2020-03-10` or `2020-TW1`",
    )


def _advice(instead: str, wanted: Wanted) -> Text:
    if instead and wanted == "day":
        return Text(f"ketik `{instead}`", f"type `{instead}`")
    if wanted == "day":
        return Text("ketik tanggal lengkap, seperti `2020-03-10`", "type a full date, as in `2020-03-10`")
    if instead:
        return Text(
            f"ketik `{instead}`; bentuk lain: `2020`, `2020-03`, `2020-TW1`",
            f"type `{instead}`; other forms are `2020`, `2020-03`, `2020-TW1`",
        )
    return Text(
        "ketik salah satu bentuk ini: `2020`, `2020-03`, `2020-TW1`, `2020-03-10`",
        "type one of these forms: `2020`, `2020-03`, `2020-TW1`, `2020-03-10`",
    )
