"""An OPD that was abolished meets nobody, carries nothing and is drawn nowhere; its duties stay to be moved."""

from __future__ import annotations

from datetime import date

from serang_plan.model.plan import Plan
from serang_plan.rendering.text import markdown
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.coordination import page as coordination
from serang_plan.reports.coordination.value import build
from tests.reports.test_briefing import note
from tests.worlds.small_city import city, shown

ABOLISHED = {
    "opd": """
        - {code: DLH, name: Dinas Lingkungan Hidup, until: 2025}
        - {code: DPUPR, name: Dinas PUPR}
        - {code: DISHUB, name: Dinas Perhubungan}
    """,
    "assignments": "- {indicator: M01, lead: DLH, support: [DPUPR, DISHUB]}",
    "actions": """
        - {code: A1, name: Taman, opd: DLH, indicators: [{code: M01, adds: 8}], start: 2025, finish: 2027}
        - {code: A2, name: Trotoar, opd: DPUPR, start: 2026, finish: 2027, needs: [A1]}
    """,
    "rakor": "- {date: 2025-01-10, decisions: [{code: R1-1, text: Lahan, lead: DLH, support: [DPUPR]}]}",
}


def coordination_on(plan: Plan) -> str:
    return shown(coordination.page(build(plan, str), "id"))


def test_an_abolished_opd_is_not_told_to_meet_and_not_drawn() -> None:
    text = coordination_on(city(**ABOLISHED))

    assert (
        "DLH" in coordination_on(city(date(2025, 6, 30), **ABOLISHED)).split("OPD yang perlu bersepakat")[1]
    )
    assert "OPD yang perlu bersepakat" not in text
    assert "Ganti pengampu yang tak berlaku: M01 RTH publik" in text


def test_an_abolished_opd_carries_nothing_from_then_on() -> None:
    text = coordination_on(city(**ABOLISHED)).split("Kegiatan tiap tahun")[1]

    assert text.split("DPUPR")[0].split() == ["OPD", "2025", "2026", "2027", "DLH", "1", "·", "·"]


def test_nobody_is_told_to_settle_anything_with_an_abolished_opd() -> None:
    text = shown(checklist.page(checklist.build(city(**ABOLISHED), "DISHUB"), "id"))

    assert "tetapkan kegiatan DISHUB" in text
    assert "DLH" not in text


def test_an_abolished_opd_carries_out_no_decision() -> None:
    text = markdown.render(note(city(**ABOLISHED), "bappeda"))

    assert "Penetapan target tahunan M01 RTH publik. Pelaksana: Sekretaris Daerah." in text
    assert "Penyelarasan jadwal A2 Trotoar dengan kegiatan yang ditunggunya. Pelaksana: DPUPR." in text
