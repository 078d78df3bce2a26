"""Recording: what is said becomes changes, if it is not so already and nothing speaks against it."""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from serang_plan.analysis.actions.schedule import schedule_of
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.editing.changes import AddRecord, AppendItem, Change, Value
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.model.when import When, parse_when
from serang_plan.operations.editing.plan_edit import edited
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.recording.action_entry import entry_of
from serang_plan.operations.recording.action_figures import costs_of, effects_of
from serang_plan.operations.recording.consequences import consequences
from serang_plan.operations.recording.duty import duty_of, end_of_duty
from serang_plan.operations.recording.measurement import NewMeasurement, new_source
from serang_plan.operations.recording.new_codes import next_code
from serang_plan.operations.recording.new_records import new_record
from serang_plan.operations.recording.opd_end import ended
from serang_plan.operations.recording.opd_names import renamed
from serang_plan.operations.recording.target import target_of
from serang_plan.operations.recording.threshold import threshold_of
from serang_plan.operations.recording.undoing import forget, last_edit, remember, still_written
from serang_plan.operations.recording.withdrawal import withdrawable
from serang_plan.reading.folder import Reading, read_texts
from serang_plan.rendering.findings.patch import FileChange
from serang_plan.wording import Text
from tests.conftest import AS_OF

TEXT = """\
plan: {title: X, city: X, first_year: 2020, last_year: 2030}
sources:
  - {code: S1, kind: resmi, published: 2021-01-01}
  - {code: S2, kind: resmi, published: 2024-01-01}
claims:
  - {code: K1, by: Sekda, indicators: 16, met: 8, date: 2020-03-10, source: S1}
criteria:
  - {code: L1, name: Enam, by: BPIW, scope: kawasan, complete: false, items: [{code: L1-1, name: A}]}
indicators:
  - code: M01
    name: RTH
    aspect: sosial
    unit: ha
    direction: naik
    thresholds: [{value: 20, kind: hukum, basis: UU, source: S1, verification: terverifikasi}]
    series: [{code: utama, name: A}, {code: kedua, name: B}]
    measurements:
      - {as_of: 2020, value: 12, source: S1, verification: terverifikasi}
    targets: [{year: 2027, value: 18, basis: rkpd, source: S1}]
opd: [{code: DLH, name: A}, {code: PU, name: B}]
assignments: [{indicator: M01, lead: DLH, from: 2020}]
actions:
  - {code: A01, name: A, opd: DLH, start: 2025, finish: 2027, status: berjalan, known: 2025}
  - {code: A02, name: B, opd: DLH, start: 2025, finish: 2027, status: rencana, known: 2025}
  - {code: A03, name: C, opd: DLH, status: batal, known: 2025}
"""


@pytest.fixture(name="reading")
def reading_fixture() -> Reading:
    return read_texts([("plan.yaml", TEXT)], AS_OF)


def when(text: str) -> When:
    parsed = parse_when(text)
    assert parsed is not None
    return parsed


def m01(reading: Reading) -> Indicator:
    return reading.plan.indicator_by_code["M01"]


def written(reading: Reading, changes: tuple[Change, ...]) -> str:
    """Return the lines that are new."""
    patch = edited(reading, changes).patch()
    return "\n".join(
        line[1:].strip() for line in patch.splitlines() if line.startswith("+") and line[1] != "+"
    )


# -- values -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "value", "more", "is_there", "rivals"),
    [
        ("2020", "12", {}, True, 0),
        ("2020", "12.0", {"source": "S1"}, True, 0),
        ("2020", "12", {"source": "S2"}, False, 0),
        ("2020", "13", {}, False, 1),
        ("2020", "13", {"series": "kedua"}, False, 0),
        ("2020", "13", {"series": "utama"}, False, 1),
        ("2020", "13", {"scope": "kawasan"}, False, 0),
        ("2020", "13", {"scope": "kota"}, False, 1),
        ("2021", "12", {}, False, 0),
        ("2020-12", "12", {}, False, 0),
    ],
)
def test_a_value_is_there_or_has_rivals_by_time_series_and_scope(
    reading: Reading, as_of: str, value: str, more: dict[str, str], is_there: bool, rivals: int
) -> None:
    new = NewMeasurement(m01(reading), when(as_of), Decimal(value), more)

    assert (new.is_there, len(new.rivals)) == (is_there, rivals)
    assert len(new.changes()) == (not is_there)


def test_a_withdrawn_value_is_no_rival_and_may_be_recorded_again(reading: Reading) -> None:
    (value, *_) = withdrawable(reading.plan, "M01")
    after = edited(reading, [value.withdrawn(date(2026, 1, 1), "Salah")]).after

    assert NewMeasurement(m01(after), when("2020"), Decimal(12)).changes()
    assert NewMeasurement(m01(after), when("2020"), Decimal(13)).rivals == ()


def test_a_value_comes_with_its_new_source(reading: Reading) -> None:
    code, added = new_source(
        reading.plan, {"title": "A: b", "kind": "berita", "published": when("2026-01-05")}
    )
    value = NewMeasurement(m01(reading), when("2025"), Decimal("21.5"), {"source": code})

    edit = edited(reading, (added, *value.changes()))

    assert '{code: S3, title: "A: b", published: 2026-01-05, kind: berita}' in edit.patch()
    assert "{as_of: 2025, value: 21.5, source: S3}" in edit.patch()
    assert list(consequences(edit.before.plan, edit.after.plan, "en")) == [
        "M01 RTH: now met, from 12 ha (2020) to 21.5 ha (2025); threshold ≥ 20; weak source",
        "M01 RTH: new value 21.5 ha (2025), source S3",
        "Source S3 A: b: new source",
    ]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), "S1"), (("S1", "S9"), "S10"), (("S01", "S09"), "S10"), (("S1", "R7", "S2"), "S3"),
        (("UU-26",), "UU-27"), (("lama",), "S1"),
    ],
)  # fmt: skip
def test_the_next_code_is_written_as_its_neighbours_are(codes: tuple[str, ...], expected: str) -> None:
    assert next_code(codes, "S1") == expected


# -- actions -----------------------------------------------------------------------------------

KNOWN = when("2026-06-01")


@pytest.mark.parametrize(
    ("code", "fields", "expected"),
    [
        ("A02", {"status": "berjalan"}, "{known: 2026-06-01, status: berjalan}"),
        ("A01", {"status": "berjalan"}, None),
        ("A01", {"status": "geser", "finish": when("2028")}, "{known: 2026-06-01, finish: 2028}"),
        ("A02", {"status": "geser", "finish": when("2028")}, "{known: 2026-06-01, status: geser, finish: 2028}"),
        ("A01", {"status": "selesai", "evidence": ("S2",)}, "{known: 2026-06-01, status: selesai, evidence: [S2]}"),
        ("A03", {"status": "batal"}, None),
    ],
)  # fmt: skip
def test_what_became_of_an_action_is_added_unless_it_is_so(
    reading: Reading, code: str, fields: dict[str, object], expected: str | None
) -> None:
    changes = entry_of(reading.plan, reading.plan.action_by_code[code], {"known": KNOWN, **fields})  # type: ignore[dict-item]

    assert bool(changes) == (expected is not None)
    assert expected is None or expected in written(reading, changes)


def test_nothing_more_becomes_of_an_action_that_is_over(reading: Reading) -> None:
    with pytest.raises(ProblemError, match="action `A03` is cancelled already"):
        entry_of(reading.plan, reading.plan.action_by_code["A03"], {"known": KNOWN, "status": "berjalan"})


# -- targets, duties -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "value", "fields", "expected"),
    [
        (2028, 19, {}, "{year: 2028, value: 19}"),
        (2027, 18, {}, None),
        (2027, 19, {}, "{year: 2027, value: 19, basis: rkpd, known: 2026-06-30}"),
        (2027, 17, {"reason": "Lahan"}, "{year: 2027, value: 17, basis: rkpd, known: 2026-06-30, reason: Lahan}"),
        (2027, 19, {"known": when("2026-05")}, "{year: 2027, value: 19, basis: rkpd, known: 2026-05}"),
    ],
)  # fmt: skip
def test_a_target_stands_beside_the_one_that_it_replaces(
    reading: Reading, year: int, value: int, fields: dict[str, object], expected: str | None
) -> None:
    changes = target_of(reading.plan, m01(reading), year, Decimal(value), fields)  # type: ignore[arg-type]

    assert bool(changes) == (expected is not None)
    assert expected is None or expected in written(reading, changes)


def test_a_target_is_not_made_easier_without_a_reason(reading: Reading) -> None:
    with pytest.raises(ProblemError, match="becomes easier"):
        target_of(reading.plan, m01(reading), 2027, Decimal(17), {})


def duty(plan: Plan, since: str, **fields: str) -> tuple[Change, ...]:
    return duty_of(plan, "M01", when(since) if since else None, fields)


def test_who_led_before_hands_over_on_the_day_before(reading: Reading) -> None:
    edit = edited(reading, duty(reading.plan, "2027", lead="PU"))

    assert "{indicator: M01, lead: DLH, from: 2020, until: 2026}" in edit.patch()
    assert "{indicator: M01, lead: PU, from: 2027, known: 2026-06-30}" in edit.patch()
    assert duty(edit.after.plan, "2027", lead="PU") == ()
    assert (
        next(consequences(edit.before.plan, edit.after.plan, "en"))
        == "M01 RTH: lead DLH (from 2020) → DLH (2020–2026) and PU (from 2027)"
    )


@pytest.mark.parametrize(
    ("since", "fields", "goes_on"),
    [
        ("2027", {"lead": "DLH"}, True),
        ("", {"lead": "DLH"}, True),
        ("2027", {"lead": "DLH", "source": "S1", "known": "2026-06", "note": "SK"}, True),
        ("2027", {"lead": "DLH", "basis": "keputusan"}, False),
        ("2027", {"lead": "DLH", "until": "2028"}, False),
        ("2019", {"lead": "DLH"}, False),
    ],
)
def test_who_leads_already_is_given_no_second_duty(
    since: str, fields: dict[str, str], goes_on: bool, reading: Reading
) -> None:
    assert (duty(reading.plan, since, **fields) == ()) is goes_on


def test_a_duty_that_ends_does_not_go_on_for_ever(reading: Reading) -> None:
    ends = end_of_duty(reading.plan, "M01", "DLH", when("2028"))

    assert duty(edited(reading, ends).after.plan, "2027", lead="DLH") != ()


def test_two_do_not_lead_at_once(reading: Reading) -> None:
    with pytest.raises(ProblemError, match="`M01` is led by `DLH` already"):
        duty(reading.plan, "", lead="PU")
    (only,) = duty_of(reading.plan, "M09", None, {"lead": "PU"})
    assert isinstance(only, AddRecord)


# -- thresholds, OPD, new records ------------------------------------------------------------------


FUNDED = TEXT.replace(
    "status: berjalan, known: 2025}",
    "status: berjalan, known: 2025, indicators: [{code: M01, adds: 2}], "
    "funding: [{source: APBD, year: 2026, amount: 10}, {source: APBN, year: 2026, amount: 20}]}",
)


def test_a_figure_that_replaces_another_says_what_it_was() -> None:
    action = read_texts([("plan.yaml", FUNDED)], AS_OF).plan.action_by_code["A01"]

    assert [*effects_of(action, [{"code": "M01", "adds": Decimal(2)}, {"code": "M01"}])] == []
    assert [figure.was for figure in effects_of(action, [{"code": "M01", "adds": 3}])] == [
        "dampak M01 semula 2"
    ]
    assert [figure.was for figure in effects_of(action, [{"code": "M02", "adds": 3}])] == [""]
    cost = {"source": "APBN", "year": 2026, "amount": 30}
    assert [figure.was for figure in costs_of(action, [cost], when("2026-06"))] == ["dana 2026 semula 20", ""]
    with pytest.raises(ProblemError, match="several pay for A01 in 2026: `APBD`, `APBN`"):
        [*costs_of(action, [{"year": 2026, "amount": 30}], when("2026-06"))]


@pytest.mark.parametrize(
    ("cost", "counted"),
    [({"year": 2027, "amount": 5}, [10, 20]), ({"source": "APBN", "year": 2026, "amount": 30}, [10])],
)
def test_money_that_is_recorded_today_is_not_counted_for_a_day_before(
    cost: dict[str, Value], counted: list[int]
) -> None:
    reading = read_texts([("plan.yaml", FUNDED)], AS_OF)
    figures = costs_of(reading.plan.action_by_code["A01"], [cost], when("2026-06-30"))

    (file,) = edited(reading, [figure.change for figure in figures]).files
    before = known_plan(read_texts([("plan.yaml", file.after)], date(2026, 6, 29)).plan)

    assert [fund.amount for fund in before.actions[0].funding] == counted


@pytest.mark.parametrize(
    ("cost", "lost"),
    [
        (
            {"source": "APBN", "year": 2026, "amount": 30},
            [
                "A01 A: before 30 Jun 2026 the money of 2026 is not known any more; Rp20 stays only in a note of "
                "its history"
            ],
        ),
        ({"year": 2027, "amount": 5}, []),
    ],
)
def test_it_is_told_which_money_is_known_no_more(cost: dict[str, Value], lost: list[str]) -> None:
    dated = FUNDED.replace("amount: 10}", "amount: 10, known: 2026-01}")
    reading = read_texts([("plan.yaml", dated)], AS_OF)
    action = reading.plan.action_by_code["A01"]
    news = AppendItem(
        action.at("history"), {"known": AS_OF, "reason": "Revisi", "note": "dana 2026 semula 20"}
    )
    figures = [figure.change for figure in costs_of(action, [cost], when("2026-06-30"))]

    edit = edited(reading, [*figures, news])

    told = consequences(edit.before.plan, edit.after.plan, "en")
    assert [sentence for sentence in told if "not known any more" in sentence] == lost


def test_a_duty_may_end_without_a_successor(reading: Reading) -> None:
    said = "indicator: M01, lead: DLH, from: 2020, until: 2026"

    assert said in written(reading, end_of_duty(reading.plan, "M01", "", when("2026")))
    assert said in written(reading, end_of_duty(reading.plan, "M01", "DLH", when("2026")))
    for lead, until, problem in (
        ("", "2019", "M01` is not led by anybody in 2019"),
        ("PU", "2026", "M01` is not led by `PU` in 2026"),
    ):
        with pytest.raises(ProblemError, match=problem):
            end_of_duty(reading.plan, "M01", lead, when(until))


def test_of_several_who_lead_it_is_said_whose_duty_ends() -> None:
    both = TEXT.replace("from: 2020}]", "from: 2020}, {indicator: M01, lead: PU, from: 2021}]")
    plan = read_texts([("plan.yaml", both)], AS_OF).plan

    with pytest.raises(ProblemError, match="several lead `M01`: `DLH`, `PU`"):
        end_of_duty(plan, "M01", "", when("2026"))
    assert len(end_of_duty(plan, "M01", "PU", when("2026"))) == 1


def test_a_threshold_of_the_old_form_becomes_the_first_of_the_list(reading: Reading) -> None:
    old = read_texts(
        [
            (
                "plan.yaml",
                TEXT.replace("thresholds: [{", "threshold: {").replace(
                    "terverifikasi}]", "terverifikasi}", 1
                ),
            )
        ],
        AS_OF,
    )
    fields = {"value": Decimal(25), "kind": "nasional", "basis": "RPJMN", "for": when("2025")}

    for before in (reading, old):
        after = edited(before, threshold_of(m01(before), fields)).after
        assert [bar.value for bar in m01(after).thresholds] == [20, 25]
        assert threshold_of(m01(after), fields) == ()


def test_an_opd_bears_another_name_or_ends(reading: Reading) -> None:
    opd = reading.plan.opd_by_code["DLH"]
    name = {"name": "Dinas Hijau", "aliases": ("DH",), "from": when("2026-05")}
    changes = [
        *renamed(opd, name),
        *ended(reading.plan, opd, {"until": when("2029"), "successor": "PU"}, {"known": AS_OF}),
    ]

    after = edited(reading, changes).after.plan.opd_by_code["DLH"]

    assert (after.names[0].name, after.until, after.successor) == ("Dinas Hijau", when("2029"), "PU")
    assert renamed(after, name) == ()


def test_a_new_record_gets_the_next_code_unless_it_is_there(reading: Reading) -> None:
    fields = {"name": "D", "opd": "DLH", "status": "rencana"}

    after = edited(reading, new_record(reading.plan, "actions", fields)).after.plan

    assert after.actions[-1].code == "A04"
    assert new_record(after, "actions", fields) == ()


# -- withdrawing, taking back ------------------------------------------------------------------


def test_every_statement_can_be_withdrawn_once(reading: Reading) -> None:
    for code, many in (("M01", 4), ("K1", 1), ("L1", 1), ("M99", 0)):
        statements = withdrawable(reading.plan, code)
        assert len(statements) == many
        for each in statements:
            after = edited(reading, [each.withdrawn(date(2026, 6, 1), "Salah kutip")]).after
            assert len(withdrawable(after.plan, code)) == many - 1


def test_what_is_withdrawn_is_said_first(reading: Reading) -> None:
    (value, *_) = withdrawable(reading.plan, "M01")
    edit = edited(reading, [value.withdrawn(date(2026, 6, 1), "Salah kutip")])

    assert next(consequences(edit.before.plan, edit.after.plan, "en", Text("", "M01"))) == "Withdrawn: M01"


@pytest.mark.parametrize(
    ("action", "news", "status"),
    [
        ("A01", [{"status": "selesai"}], "berjalan"),
        ("A02", [{"status": "batal"}], "rencana"),
        ("A01", [{"status": "geser", "finish": "2028", "reason": "x"}, {"status": "selesai"}], "geser"),
    ],
)
def test_an_end_that_is_withdrawn_leaves_an_action_as_it_was_before(
    action: str, news: list[dict[str, str]], status: str, reading: Reading
) -> None:
    history = reading.plan.action_by_code[action].at("history")
    over = edited(reading, [AppendItem(history, {"known": "2026-03", **entry}) for entry in news]).after
    (end,) = withdrawable(over.plan, action)

    after = edited(over, [end.withdrawn(AS_OF, "Keliru")]).after.plan

    assert schedule_of(after, after.action_by_code[action]).is_open
    assert after.action_by_code[action].history[-1].status == status
    assert withdrawable(after, action) == ()
    before = after.on(date(2026, 5, 1))
    assert not schedule_of(before, before.action_by_code[action]).is_open


@pytest.mark.parametrize(("start", "status"), [("2026-06", "berjalan"), ("2026-08", "rencana")])
def test_an_action_that_was_over_from_the_first_goes_back_to_what_its_start_says(
    start: str, status: str
) -> None:
    text = TEXT.replace("status: batal, known: 2025", f"status: batal, known: 2025, start: {start}")
    plan = read_texts([("plan.yaml", text)], AS_OF).plan

    assert [end.reopened for end in withdrawable(plan, "A03")] == [status]


def test_no_end_is_withdrawn_before_it_is_known(reading: Reading) -> None:
    history = reading.plan.action_by_code["A01"].at("history")
    over = edited(reading, [AppendItem(history, {"known": "2026-03", "status": "selesai"})]).after
    (end,) = withdrawable(over.plan, "A01")

    assert end.withdrawn(date(2026, 3, 31), "Keliru")
    for early in (date(2026, 3, 30), when("2026-02")):
        with pytest.raises(ProblemError, match="became known only Mar 2026"):
            end.withdrawn(early, "Keliru")


def test_the_last_edit_is_kept_until_it_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("b\n", "utf-8")
    store, change = str(tmp_path), FileChange(str(file), "a\n", "b\n")

    remember(store, "data", [change])
    (back,) = last_edit(store, "data").files
    assert (Path(back.path).resolve(), back.before, back.after) == (file, "b\n", "a\n")
    assert still_written([back]) == (back,)
    file.write_text("a\n", "utf-8")
    assert still_written([back]) == ()
    file.write_text("c\n", "utf-8")
    with pytest.raises(ProblemError, match="has changed since it was last recorded in"):
        still_written([back])
    forget(store, "data")
    with pytest.raises(ProblemError, match="nothing recorded"):
        last_edit(store, "data")


def test_of_many_plans_only_the_last_ones_are_kept(tmp_path: Path) -> None:
    other = tmp_path / "catatan.json"
    other.write_text("{}", "utf-8")
    for nth in range(12):
        before = {*tmp_path.iterdir()}
        remember(str(tmp_path), f"rencana {nth}", [])
        for made in {*tmp_path.iterdir()} - before:
            os.utime(made, (nth, nth))

    assert other.exists()
    assert len([*tmp_path.iterdir()]) == 1 + 10
    for gone in ("rencana 0", "rencana 1"):
        with pytest.raises(ProblemError, match="nothing recorded"):
            last_edit(str(tmp_path), gone)
    assert last_edit(str(tmp_path), "rencana 2") is not None


@pytest.mark.parametrize("content", ["", "{", "[1]", json.dumps([["a"]])])
def test_a_store_that_is_damaged_keeps_nothing(tmp_path: Path, content: str) -> None:
    remember(str(tmp_path), "data", [])
    (kept,) = tmp_path.iterdir()
    kept.write_text(content, "utf-8")

    with pytest.raises(ProblemError, match="nothing recorded"):
        last_edit(str(tmp_path), "data")
