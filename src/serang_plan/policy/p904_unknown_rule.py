"""Kode aturan yang disebut tidak ada.

A rule is named that does not exist.

Mengapa: pengaturan atau komentar yang menyebut aturan yang tidak ada tidak mengubah apa pun, dan
tidak ada yang menyadarinya.

Why: a setting or a comment that names a rule that does not exist changes nothing, and nobody notices.

Salah:

    severity: {V5O3: galat}

Benar:

    severity: {V503: galat}
"""

from __future__ import annotations

from collections.abc import Collection

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted, did_you_mean

RULE = Rule("P904", "unknown-rule", why=__doc__)
_LIST = Text("lihat daftarnya dengan `serang-plan explain`", "see the list with `serang-plan explain`")


def unknown_rule(code: str, known: Collection[str], at: Location, *, named: str | None = None) -> Finding:
    """Return the finding of a code that is none; `named` is the code of the rule that has it as a name."""
    typed = backquoted(code)
    message = Text(f"tidak ada aturan {typed}", f"there is no rule {typed}")
    return RULE.finding(message, at, help=_meant(named or code, known) or _LIST)


_LOOK_ALIKE = str.maketrans("OIL", "011")


def _meant(code: str, known: Collection[str]) -> Text | None:
    """Advise only where letters stand for digits, or the code is nearly written: `V50l`, `V-503`."""
    form = "".join(char for char in code.upper() if char.isalnum())
    form = form[:1] + form[1:].translate(_LOOK_ALIKE)
    return did_you_mean(form, known) if form in known or len(form) in (3, 5) else None
