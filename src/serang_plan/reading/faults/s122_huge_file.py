"""Berkas terlalu besar.

A file is too large.

Mengapa: rencana satu kota dengan ribuan kegiatan hanya beberapa megabita. Berkas yang jauh lebih
besar biasanya bukan rencana, dan dapat membuat program kehabisan memori.

Why: the plan of a city with thousands of actions takes a few megabytes. A much larger file is
usually no plan, and could make a program run out of memory.

Salah:

    # data/rencana.yaml: 65 MB
    actions:
      - {code: A01, name: Taman Deduluran, opd: DPRKP}

Benar:

    # data/dprkp.yaml: 1 MB
    actions:
      - {code: A01, name: Taman Deduluran, opd: DPRKP}
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, number

RULE = Rule("S122", "huge-file", why=__doc__)


ADVICE = Text(
    "bagi menjadi beberapa berkas, misalnya satu untuk setiap OPD",
    "split it into several files, such as one for each OPD",
)


def finding(at: Location, megabytes: int | None, most: int) -> Finding:
    return RULE.finding(_message(megabytes, most), at, help=ADVICE)


def too_many_entries(at: Location, most: int) -> Finding:
    message = Text(
        f"berkas ini berisi lebih dari {number(most, 'id')} isian; sisanya tidak dibaca",
        f"this file holds more than {number(most, 'en')} entries; the rest is not read",
    )
    return RULE.finding(message, at, help=ADVICE)


def too_many_items(at: Location, most: int) -> Finding:
    message = Text(
        f"daftar di dalam isian ini lebih panjang dari {number(most, 'id')} butir; isian ini tidak dibaca",
        f"a list in this entry has more than {number(most, 'en')} items; this entry is not read",
    )
    return RULE.finding(message, at, help=_SHORTER)


_SHORTER = Text(
    "bagi menjadi beberapa isian, atau hapus yang bukan bagian rencana",
    "split it into several entries, or take out what is no part of the plan",
)


def _message(megabytes: int | None, most: int) -> Text:
    if megabytes is None:
        return Text(f"berkas ini lebih besar dari {most} MB", f"this file is larger than {most} MB")
    return Text(
        f"berkas ini {megabytes} MB, sedangkan batasnya {most} MB",
        f"this file has {megabytes} MB, and the limit is {most} MB",
    )
