"""The letters of the matrix: what a part is called where there is room for a letter only."""

from __future__ import annotations

from serang_plan.analysis.coordination.duty_matrix import DutyCell
from serang_plan.analysis.duties.roles import Role
from serang_plan.reports.coordination.value import Coordination
from serang_plan.wording import Lang, Text, code_order

MATRIX = Text("OPD dan mitra × indikator", "OPD and partners × indicators")
MATRIX_LEGEND = Text(
    "P pengampu · D pendukung · M mitra · K menjalankan kegiatan tanpa tugas · "
    "huruf kecil: belum punya kegiatan untuk indikator itu · ! bentrok · * keputusan rakor masih terbuka",
    "L lead · S support · P partner · A runs an action without a duty · "
    "small letter: has no action for that indicator yet · ! clash · * a decision of a rakor is open",
)
_LETTERS = {
    Role.LEAD: Text("P", "L"),
    Role.SUPPORT: Text("D", "S"),
    Role.PARTNER: Text("M", "P"),
    Role.RUNS: Text("K", "A"),
}


def letter(cell: DutyCell, lang: Lang) -> str:
    """Write a cell: `P`, `d`, `K!`, `P*`; only the sign where somebody has no part."""
    part = _LETTERS[cell.part.role].for_lang(lang) if cell.part else ""
    signs = f"{'!' if cell.clashes else ''}{'*' if cell.decides else ''}"
    return f"{part if acts(cell) else part.lower()}{signs}"


def acts(cell: DutyCell) -> bool:
    """Whether somebody does something for the indicator; partners are not asked."""
    return cell.part is None or cell.part.acts or cell.part.role is Role.PARTNER


def indicators_in(coordination: Coordination) -> tuple[str, ...]:
    """Return the columns of the matrix."""
    codes = (coverage.indicator.code for coverage in coordination.facts.coverage)
    return tuple(sorted(codes, key=code_order))
