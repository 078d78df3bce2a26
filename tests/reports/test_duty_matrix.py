"""The matrix shows who has what part in which indicator, and where a clash or an open decision sits."""

from __future__ import annotations

from serang_plan.model.plan import Plan
from serang_plan.page import Matrix
from serang_plan.reports.coordination import page as coordination
from serang_plan.reports.coordination.sheets import sheets
from tests.worlds.small_city import city

ACTIONS = """
    - {code: A1, name: Beli lahan, indicators: [{code: M01}], opd: DPUPR, status: rencana, start: 2027, finish: 2028-12}
    - {code: A2, name: Tanam pohon, indicators: [{code: M01}], opd: DLH, status: rencana, start: 2027-01, finish: 2027-06,
       needs: [A1]}
"""
DECISION = """
    - date: 2026-03-12
      decisions: [{code: R1-1, text: Ukur ulang, lead: %s, due: 2026-09-30, about: [M01], status: menunggu}]
"""


def cells(plan: Plan) -> dict[str, str]:
    page = coordination.page(coordination.build(plan, str), "id")
    (matrix,) = (block for block in page.blocks if isinstance(block, Matrix) and block.columns == ("M01",))
    return {row.label: cell.text for row in matrix.rows for _, cell in row.cells}


def test_a_part_is_a_letter_small_where_nothing_is_done() -> None:
    assert cells(city()) == {"DLH": "p", "DPUPR": "d", "PEMPROV": "M"}


def test_a_clash_is_marked_at_both_that_it_concerns() -> None:
    assert cells(city(actions=ACTIONS)) == {"DLH": "P!", "DPUPR": "D!", "PEMPROV": "M"}


def test_a_decision_is_marked_where_it_is_open() -> None:
    assert cells(city(rakor=DECISION % "DPUPR")) == {"DLH": "p", "DPUPR": "d*", "PEMPROV": "M"}
    assert cells(city(rakor=(DECISION % "DPUPR").replace("menunggu", "selesai")))["DPUPR"] == "d"


def test_a_decision_for_all_is_marked_at_the_lead() -> None:
    assert cells(city(rakor=DECISION % "semua")) == {"DLH": "p*", "DPUPR": "d", "PEMPROV": "M"}


def test_a_spreadsheet_has_the_same_matrix_and_says_what_its_letters_mean() -> None:
    plan = city(actions=ACTIONS, rakor=DECISION % "DPUPR")

    (matrix,) = (sheet for sheet in sheets(coordination.build(plan, str), "id") if sheet.name == "Matriks")

    assert matrix.columns == ("OPD atau mitra", "M01")
    assert dict(matrix.rows) == cells(plan) == {"DLH": "P!", "DPUPR": "D!*", "PEMPROV": "M"}
    assert "! bentrok" in matrix.note
