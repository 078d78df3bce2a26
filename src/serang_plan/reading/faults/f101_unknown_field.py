"""Kunci atau bagian tidak dikenal.

A key or a section is not known.

Mengapa: nilai di bawah kunci yang salah eja tidak akan pernah terbaca, dan tidak ada yang
menyadarinya.

Why: a value below a misspelt key would never be read, and nobody would notice.

Salah:

    - code: M01
      units: "%"

Benar:

    - code: M01
      unit: "%"
"""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.findings import Finding, Rule
from serang_plan.reading.indonesian_keys import translated
from serang_plan.places import Location
from serang_plan.wording import Text, did_you_mean, only_near, quoted, backquoted as show

RULE = Rule("F101", "unknown-field", why=__doc__)
_MOST = 24


def finding(
    at: Location,
    typed: str,
    known: Sequence[str],
    lost: str = "",
    cut: tuple[str, str] | None = None,
    *,
    section: bool = False,
) -> Finding:
    """Return the finding; `cut` is the key before it and the whole text that a comma in braces parts."""
    if cut is not None:
        return RULE.finding(_message(typed, section), at, help=_quote(*cut))
    return RULE.finding(
        _message(typed, section), at, help=_advice(typed, known, lost), instead=_instead(typed, known)
    )


def _quote(name: str, text: str) -> Text:
    whole = show(f'{name}: "{text}"', 120)
    return Text(
        f"koma di dalam kurung memisahkan kunci; beri tanda kutip: {whole}",
        f"inside braces a comma parts keys; quote the text: {whole}",
    )


def _message(typed: str, section: bool) -> Text:
    if section:
        return Text(f"bagian {show(typed)} tidak dikenal", f"the section {show(typed)} is not known")
    return Text(f"kunci {show(typed)} tidak dikenal di sini", f"the key {show(typed)} is not known here")


def _advice(typed: str, known: Sequence[str], lost: str) -> Text | None:
    name, colon, value = typed.partition(":")
    if colon and name in known:
        return Text(f"ketik {show(f'{name}: {value}')}", f"type {show(f'{name}: {value}')}")
    if near := did_you_mean(translated(typed, known), known):
        return near
    if lost:
        return Text(
            f"maksud Anda {show(lost)}? kunci wajib itu belum ada",
            f"did you mean {show(lost)}? that required key is missing",
        )
    words = quoted(known, _MOST)
    return Text(f"ketik salah satu: {words}", f"type one of {words}") if words else None


def _instead(typed: str, known: Sequence[str]) -> str | None:
    near = only_near(typed, known)
    return near if translated(typed, known) in (typed, near) else None
