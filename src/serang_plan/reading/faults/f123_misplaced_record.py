"""Isian berada di bagian yang salah.

An entry stands in the wrong section.

Mengapa: indikator di bawah `disputes` dibaca sebagai pertentangan, jadi tidak ikut dihitung. Biasanya
isian baru ditambahkan di akhir berkas, atau baris nama bagiannya terhapus.

Why: an indicator below `disputes` is read as a dispute, and so not counted. Mostly a new entry was
added at the end of a file, or the line with the name of its section was deleted.

Salah:

    disputes:
      - code: M04
        name: Akses air minum layak
        aspect: fisik-lingkungan
        unit: "% rumah tangga"
        direction: naik

Benar:

    indicators:
      - code: M04
        name: Akses air minum layak
        aspect: fisik-lingkungan
        unit: "% rumah tangga"
        direction: naik
"""

from __future__ import annotations

from serang_plan.findings import Finding, Label, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F123", "misplaced-record", why=__doc__)
LABEL = Text("bagian ini yang berlaku", "this is the section it stands in")


def finding(at: Location, typed: str, section: str, home: str, first: Location) -> Finding:
    return RULE.finding(_message(typed, section, home), at, (Label(LABEL, first),), _advice(home))


def _message(typed: str, section: str, home: str) -> Text:
    code = show(typed)
    which = Text(f"isian {code}", f"the entry {code}") if typed else Text("isian ini", "this entry")
    return Text(
        f"{which.id} adalah isian {show(home)}, tetapi berada di bawah {show(section)}",
        f"{which.en} is one of {show(home)}, but stands below {show(section)}",
    )


def _advice(home: str) -> Text:
    line = show(f"{home}:")
    return Text(
        f"pindahkan ke bawah {line}, juga isian sejenis sesudahnya; bila baris itu terhapus, tulis lagi",
        f"move it below {line}, and those like it that follow; if that line was deleted, write it again",
    )
