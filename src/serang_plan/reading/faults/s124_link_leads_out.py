"""Tautan keluar dari folder rencana.

A link leads out of the plan's folder.

Mengapa: siapa pun yang mengusulkan perubahan dapat menaruh tautan ke berkas lain di komputer yang
memeriksanya, misalnya yang berisi kata sandi. Isinya tidak boleh terbaca dalam temuan atau laporan.

Why: whoever proposes a change could place a link to another file of the computer that checks it, such
as one with a password. What is in there must not come up in a finding or a report.

Salah:

    # data/opd.yaml -> ../.git/config

Benar:

    # data/opd.yaml
    opd:
      - {code: DLH, name: Dinas Lingkungan Hidup}
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted_path

RULE = Rule("S124", "link-leads-out", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    file = backquoted_path(typed)
    message = Text(
        f"{file} adalah tautan yang keluar dari folder rencana",
        f"{file} is a link that leads out of the plan's folder",
    )
    advice = Text(
        "taruh berkasnya sendiri di sini sebagai ganti tautan", "put the file itself in place of the link"
    )
    return RULE.finding(message, at, help=advice)
