"""Ada yang tidak dapat dibaca sebagai YAML.

Something cannot be read as YAML.

Mengapa: beberapa tanda punya arti khusus bila berdiri di depan nilai: `%`, `@`, `*`, `&`, `!`, `>`
dan `|`. Tanpa tanda kutip, tidak dapat ditentukan apa yang dimaksud. Isian ini dilewati, dan yang
lain tetap diperiksa.

Why: some characters mean something special at the start of a value: `%`, `@`, `*`, `&`, `!`, `>`
and `|`. Without quotes nobody can tell what was meant. This entry is left out, and the others are
still checked.

Salah:

    - code: M01
      name: Proporsi RTH publik terhadap luas kota
      unit: % luas wilayah

Benar:

    - code: M01
      name: Proporsi RTH publik terhadap luas kota
      unit: "% luas wilayah"
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S102", "broken-yaml", why=__doc__)


def finding(at: Location) -> Finding:
    message = Text("baris ini tidak terbaca mulai dari sini", "this line cannot be read from here on")
    advice = Text(
        'beri tanda kutip di awal dan akhir nilainya, seperti `unit: "%"`',
        'put quotes around the whole value, as in `unit: "%"`',
    )
    return RULE.finding(message, at, help=advice)
