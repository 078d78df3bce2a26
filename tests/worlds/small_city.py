"""A small city for the tests of planning: one indicator that falls short, and whatever a test adds."""

from __future__ import annotations

from datetime import date

from serang_plan.model.plan import Plan
from serang_plan.page import Page
from serang_plan.rendering.screen import terminal
from tests.conftest import read

AS_OF = date(2026, 6, 30)
HEADER = """
    title: Kota Kecil
    city: Kota Kecil
    first_year: 2024
    last_year: 2029
    origin: resmi
"""
SOURCES = "- {code: S1, kind: resmi, published: 2020}"
OPD = """
    - {code: DLH, name: Dinas Lingkungan Hidup, aliases: [Lingkungan]}
    - {code: DPUPR, name: Dinas PUPR}
"""
DUTY = "- {indicator: M01, lead: DLH, support: [DPUPR], partners: [PEMPROV]}"
PARTNERS = "- {code: PEMPROV, name: Pemerintah Provinsi, kind: provinsi}"
GREEN = """
    - code: M01
      name: RTH publik
      aspect: fisik
      pillars: [ramah]
      unit: "%"
      direction: naik
      threshold: {value: 20, kind: hukum, basis: UU 26/2007}
      measurements:
        - {as_of: 2021, published: 2022, value: 10, source: S1}
        - {as_of: 2025, published: 2026-02, value: 12, source: S1}
"""
"""12 % at the end of 2025, 8 points short; two points gained in four years."""


def city(as_of: date = AS_OF, **sections: str) -> Plan:
    """Return a plan that reads without a finding."""
    found = read(
        as_of,
        **{
            "plan": HEADER,
            "sources": SOURCES,
            "opd": OPD,
            "partners": PARTNERS,
            "assignments": DUTY,
            "indicators": GREEN,
            **sections,
        },
    )
    assert found.findings == ()
    return found.plan


def shown(page: Page, width: int | None = None) -> str:
    """Return what a user sees, as wide as it needs."""
    return terminal.render(page, width, colour=False)
