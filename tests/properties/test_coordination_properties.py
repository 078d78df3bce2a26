"""Laws of coordination: a smallest move solves its clash, order never matters, nothing is lost or made up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.analysis.actions.dependencies import Need, open_needs, order_needs
from serang_plan.analysis.actions.precedence_conflicts import OrderClash, Remedy, Shift
from serang_plan.analysis.coordination.interdependence import Interdependence, interdependence
from serang_plan.page import Cell, Matrix, MatrixRow
from serang_plan.rendering.tables.column_parts import in_parts
from serang_plan.reports.checklist import data as checklist_data
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.checklist.room import shares
from serang_plan.reports.coordination import data as coordination_data
from serang_plan.reports.coordination import page as coordination
from tests.conftest import AS_OF, read

Fields = dict[str, Any]
OPD = ("DLH", "DPUPR", "DISHUB")
INDICATORS = ("M01", "M02", "M03")


# -- plans ---------------------------------------------------------------------------------

quarters = st.builds("{}-TW{}".format, st.integers(2025, 2028), st.integers(1, 4))
days = st.dates(date(2025, 1, 1), date(2028, 12, 31)).map(date.isoformat)
times = st.one_of(quarters, quarters, st.integers(2025, 2028).map(str), days)


@st.composite
def actions(draw: st.DrawFn, loops: bool = False) -> list[Fields]:
    """Actions that mostly need earlier ones; with `loops` any."""
    count = draw(st.integers(2, 9))
    return [draw(action(nth, count if loops else nth)) for nth in range(count)]


@st.composite
def action(draw: st.DrawFn, nth: int, before: int) -> Fields:
    first, last = sorted((draw(times), draw(times)))
    needs = draw(st.lists(st.integers(0, before - 1), max_size=3, unique=True)) if before else []
    fields: Fields = {
        "code": f"A{nth}",
        "name": draw(st.sampled_from(("Taman kota", "Lahan taman", "Jalan", "Drainase jalan", "Halte"))),
        "opd": draw(st.sampled_from((*OPD, *OPD, None))),
        "start": draw(st.sampled_from((first, first, first, None))),
        "finish": draw(st.sampled_from((last, last, last, None))),
        "status": draw(st.sampled_from((None, None, "rencana", "berjalan", "selesai", "geser", "batal"))),
        "needs": [f"A{need}" for need in needs],
        "indicators": [{"code": code} for code in draw(st.lists(st.sampled_from(INDICATORS), max_size=2))],
        "place": draw(st.sampled_from((None, None, {"site": "Jalan A"}))),
    }
    if draw(st.integers(0, 4)) == 0:
        fields["moves"] = [{"to": draw(times)}]
    return {name: value for name, value in fields.items() if value not in (None, [])}


@st.composite
def plans(draw: st.DrawFn, loops: bool = True) -> dict[str, list[Fields]]:
    assigned = st.fixed_dictionaries(
        {"indicator": st.sampled_from(INDICATORS)},
        optional={
            "lead": st.sampled_from(OPD),
            "support": st.lists(st.sampled_from(OPD), max_size=2),
            "partners": st.just(["BPS"]),
            "from": quarters,
            "until": quarters,
        },
    )
    return {
        "opd": [{"code": code, "name": f"Dinas {code}"} for code in OPD],
        "partners": [{"code": "BPS", "name": "Statistik", "kind": "pusat"}],
        "indicators": [
            {"code": code, "name": f"N{code}", "aspect": "a", "unit": "ha", "direction": "naik"}
            for code in INDICATORS
        ],
        "assignments": draw(st.lists(assigned, max_size=5, unique_by=str)),
        "actions": draw(actions(loops)),
    }


def flow(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {flow(part)}' for name, part in value.items())}}}"
    return f"[{', '.join(map(flow, value))}]" if isinstance(value, list) else str(value)


def looked_at(sections: dict[str, list[Fields]], as_of: date = AS_OF) -> Interdependence:
    found = read(as_of, **typed(sections))
    assert not found.findings
    return interdependence(found.plan)


def typed(sections: dict[str, list[Fields]]) -> dict[str, str]:
    """Write the sections as somebody would type them."""
    return {name: "\n".join(f"- {flow(one)}" for one in of) for name, of in sections.items() if of}


# -- the smallest move -----------------------------------------------------------------------


def after(sections: dict[str, list[Fields]], shifts: Remedy) -> dict[str, list[Fields]]:
    """Write what each shift says into the plan, as a planner would."""
    by_code = {shift.scheduled.code: shift for shift in shifts}
    return {**sections, "actions": [written(one, by_code.get(one["code"])) for one in sections["actions"]]}


def written(fields: Fields, shift: Shift | None) -> Fields:
    if shift is None:
        return fields
    name, _, value = shift.typed.partition(": ")
    if name == "moves":
        to = value.removeprefix("[{to: ").removesuffix("}]")
        return {**fields, "moves": [*fields.get("moves", []), {"to": to}]}
    return {**fields, name: value}


def late(found: Interdependence) -> set[tuple[str, str]]:
    return {(need.taker.code, need.giver.code) for clash in found.order_clashes for need in clash.late}


@given(plans(loops=True), st.dates(date(2025, 6, 1), date(2027, 12, 31)))
def test_a_smallest_move_removes_its_clash_and_makes_no_other(
    sections: dict[str, list[Fields]], day: date
) -> None:
    found = looked_at(sections, day)

    for clash in found.order_clashes:
        for way in ways_out(clash):
            left = late(looked_at(after(sections, way), day))

            assert left == late(found) - {(need.taker.code, need.giver.code) for need in clash.late}


def ways_out(clash: OrderClash) -> Iterator[Remedy]:
    yield clash.smallest
    if clash.alternative:
        yield clash.alternative


@given(plans(loops=True))
def test_nothing_is_put_off_further_than_it_must_be(sections: dict[str, list[Fields]]) -> None:
    for clash in looked_at(sections).order_clashes:
        later = next(way for way in ways_out(clash) if not way[0].is_earlier)
        moved = {shift.scheduled.code: shift for shift in later}
        for shift in later:
            ready = [
                ready_after(need, moved) for need in clash.needs if need.taker.code == shift.scheduled.code
            ]
            begins = shift.start or shift.to

            assert max(ready) >= begins.first, "a step earlier would do"
            assert max(ready) <= begins.last, "it begins before what it needs is ready"


def ready_after(need: Need, moved: dict[str, Shift]) -> date:
    shift = moved.get(need.giver.code)
    ready = need.ready if shift is None else shift.finish
    assert ready is not None
    return max(ready.first, AS_OF) if ready.last < AS_OF else ready.first


# -- order never matters -----------------------------------------------------------------------


@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(sections: dict[str, list[Fields]], chance: Any) -> None:
    shuffled = {name: chance.sample(records, len(records)) for name, records in sections.items()}

    assert said(sections) == said(shuffled)


def said(sections: dict[str, list[Fields]]) -> list[Any]:
    plan = read(**typed(sections)).plan
    found, lists = coordination.build(plan, lambda at: ""), checklist.build(plan)
    return [
        coordination_data.data(found, "id"),
        coordination.page(found, "id"),
        [checklist_data.opd_record(lists, asked, "id") for asked in lists.opd.values()],
        checklist.page_of_all(lists, "id"),
    ]


# -- nothing lost, nothing made up --------------------------------------------------------------


@given(plans())
def test_every_handover_is_in_one_chain_unless_it_lies_in_a_loop(sections: dict[str, list[Fields]]) -> None:
    found = looked_at(sections)
    order = order_needs(open_needs(found.plan, found.actions))
    crossing = sorted(need.link.at for need in order.needs if need.crosses)

    assert sorted(need.link.at for chain in found.chains for need in chain.handovers) == crossing
    assert all(ends_meet(chain.needs) for chain in found.chains)


def ends_meet(needs: Sequence[Any]) -> bool:
    return all(one.taker.code == other.giver.code for one, other in pairwise(needs))


@given(plans())
def test_who_shares_a_matter_is_told_of_it_on_both_sides(sections: dict[str, list[Fields]]) -> None:
    lists = checklist.build(read(**typed(sections)).plan)
    found = lists.facts

    for pair in found.pairs:
        assert pair.first != pair.second
        assert set(pair.opd) <= set(lists.opd)
    for need in (need for chain in found.chains for need in chain.handovers):
        assert need in lists.opd[need.giver.opd or ""].gives
        assert need in lists.opd[need.taker.opd or ""].takes


@given(plans())
def test_money_that_nobody_stated_stays_unknown(sections: dict[str, list[Fields]]) -> None:
    plan = read(**typed(sections)).plan

    assert all(one.money is None for one in coordination.build(plan, lambda at: "").loads)


@given(
    st.integers(1, 60),
    st.integers(1, 30),
    st.sets(st.tuples(st.integers(0, 9), st.integers(0, 59)), max_size=40),
)
def test_a_matrix_in_parts_keeps_every_cell_in_its_place(
    columns: int, most: int, pairs: Iterable[tuple[int, int]]
) -> None:
    cells = {(line, column) for line, column in pairs if column < columns}
    rows = tuple(
        MatrixRow(
            f"R{line}",
            tuple((column, Cell(f"{line}.{column}")) for row, column in sorted(cells) if row == line),
        )
        for line in range(10)
    )
    titles = tuple(f"K{column}" for column in range(columns))
    found = list(in_parts(Matrix("", "", titles, rows), most))

    assert tuple(title for part in found for title in part.columns) == titles
    assert all(len(part.columns) <= most for part in found)
    shown = {
        (row.label, title, cell.text)
        for part in found
        for row in part.rows
        for title, cell in zip(part.columns, row.cells, strict=True)
        if cell
    }
    assert shown == {(f"R{line}", f"K{column}", f"{line}.{column}") for line, column in cells}
    assert all(any(row.cells) for part in found for row in part.rows)


@pytest.mark.parametrize("room", range(30))
@pytest.mark.parametrize("wanted", [[0, 0], [40, 40, 40], [1, 30, 2], [5]])
def test_shared_lines_are_never_more_than_there_is_room_for_or_than_two_each(
    wanted: list[int], room: int
) -> None:
    given_ = shares(wanted, room)

    assert sum(given_) <= max(room, sum(min(want, 2) for want in wanted))
    assert all(most <= want for most, want in zip(given_, wanted, strict=True))
