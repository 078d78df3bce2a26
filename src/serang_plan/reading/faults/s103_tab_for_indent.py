r"""Baris menjorok dengan tab.

A line is indented with a tab.

Mengapa: lebar tab berbeda di setiap layar, sehingga tidak terlihat isian mana yang memuat baris
ini. YAML hanya menerima spasi.

Why: a tab is as wide as each screen likes, so nobody can see which entry the line belongs to.
YAML takes spaces only.

Salah:

    - code: M01
    \tunit: "%"  # Tab

Benar:

    - code: M01
      unit: "%"
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

# From Python 3.13 on a tab in a docstring becomes spaces, so ours is spelt out.
RULE = Rule("S103", "tab-for-indent", why=(__doc__ or "").replace(r"\t", "\t"))


def finding(at: Location) -> Finding:
    message = Text(
        "baris ini menjorok dengan tab, bukan spasi", "this line is indented with a tab, not with spaces"
    )
    advice = Text(
        "hapus tab itu, lalu ketik spasi sampai sejajar dengan kunci lain dalam isian yang sama",
        "delete the tab and type spaces until the line stands below the other keys of its entry",
    )
    return RULE.finding(message, at, help=advice)
