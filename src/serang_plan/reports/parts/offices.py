"""Offices: what the head of an OPD is called, by the name of the OPD."""

from __future__ import annotations

from serang_plan.model.plan import Plan
from serang_plan.wording import Lang, Text

_HEADS = (
    ("Sekretariat Daerah", Text("Sekretaris Daerah", "Regional Secretary")),
    ("Sekretariat ", Text("Sekretaris ", "Secretary, ")),
    ("Kecamatan ", Text("Camat ", "Head of Kecamatan ")),
    ("Inspektorat", Text("Inspektur", "Inspector")),
    ("RSUD ", Text("Direktur RSUD ", "Director, RSUD ")),
    ("Rumah Sakit ", Text("Direktur Rumah Sakit ", "Director, Rumah Sakit ")),
)


def head_of(plan: Plan, code: str, lang: Lang) -> str:
    """Call the head of an OPD by the office that its name has: `Camat Kasemen`, `Kepala Dinas Sosial`."""
    opd = plan.opd_by_code.get(code)
    name = opd.name if opd else code
    for beginning, office in _HEADS:
        if name.startswith(beginning):
            return f"{office.for_lang(lang)}{name.removeprefix(beginning)}"
    return f"{Text('Kepala', 'Head of').for_lang(lang)} {name}"
