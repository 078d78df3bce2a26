"""Bagian `plan` ditulis dalam lebih dari satu berkas.

The section `plan` is written in more than one file.

Mengapa: judul, tahun dan pengaturan rencana hanya dibaca dari bagian `plan` yang pertama. Perubahan
di bagian yang lain tidak berpengaruh apa-apa, dan tidak ada yang menyadarinya.

Why: the plan's title, years and settings are read from the first `plan` section only. A change in
another has no effect, and nobody notices.

Salah:

    plan: {title: Perumahan menuju kota metropolis, city: Kota Serang, first_year: 2020, last_year: 2024}

Benar:

    # plan: induk.yaml
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.plan import Plan
from serang_plan.places import FILE_SHIFT
from serang_plan.wording import Text

RULE = Rule("L212", "second-header", why=__doc__)
_HELP = Text("pindahkan isinya ke sana, lalu hapus yang ini", "move what it says there, then delete this one")

_FIRST = Text("yang dipakai hanya yang ini", "only this one is used")


def check(plan: Plan) -> Iterator[Finding]:
    seen: set[int] = set()
    for header in plan.headers:
        file = header.anchor >> FILE_SHIFT
        if seen and file not in seen:  # twice in one file is a repeated key
            yield RULE.finding(
                Text("bagian `plan` sudah ada di berkas lain", "another file has the section `plan` already"),
                header.at("title"),
                (Label(_FIRST, plan.headers[0].at("title")),),
                _HELP,
            )
        seen.add(file)
