"""What is different between two states of the plan: codes and values count, prose and order do not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from serang_plan.analysis.changes.change import Change, ChangeKind, What
from serang_plan.analysis.changes.comparison import Changes, compare
from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.model.plan import Plan
from serang_plan.model.record import all_fields
from serang_plan.model.when import parse_when
from serang_plan.reports.diff.sentences import happened
from tests.conftest import AS_OF, read
from tests.worlds.small_city import DUTY, GREEN, HEADER, OPD, SOURCES, city

TARGETS = "    targets: [{year: 2026, value: 14}, {year: 2027, value: 17}, {year: 2028, value: 20}]\n"
AIMED = GREEN.rstrip() + "\n  " + TARGETS
ACTION = "- {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 3}], start: 2026, finish: 2026-TW4, evidence: [S1]}"
RAKOR = """
    - date: 2026-03-01
      decisions:
        - {code: R1, text: Lahan, lead: DLH, due: 2026-06-01, status: menunggu}
"""


def told(before: Plan, after: Plan) -> list[tuple[str, str]]:
    return [(one.what.slug, one.code) for one in compare(before, after).changes]


def one(before: Plan, after: Plan) -> Change:
    (change,) = compare(before, after).changes
    return change


def green(*replaced: tuple[str, str], base: str = AIMED) -> Plan:
    text = base
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return city(indicators=text)


# -- nothing -----------------------------------------------------------------------------


def test_a_plan_is_no_different_from_itself() -> None:
    found = compare(city(), city())

    assert found.nothing
    assert (found.loads, found.years) == ((), ())


def test_prose_is_no_change() -> None:
    after = city(
        plan=HEADER.replace("title: Kota Kecil", "title: Kota Besar"),
        indicators=AIMED.replace("basis: UU 26/2007", "basis: UU 26 Tahun 2007, note: Catatan baru"),
    )

    assert compare(city(indicators=AIMED), after).nothing


def test_another_order_is_no_change() -> None:
    turned = "\n".join(reversed([line for line in OPD.splitlines() if line.strip()]))

    assert compare(city(), city(opd=turned)).nothing


def test_a_number_written_otherwise_is_no_change() -> None:
    assert compare(green(), green(("value: 12,", "value: 12.0,"))).nothing


# -- goalposts ---------------------------------------------------------------------------


def test_a_lowered_target_is_a_moved_goalpost_and_says_whether_there_is_a_reason() -> None:
    bare = one(green(), green(("2028, value: 20", "2028, value: 18")))
    reasoned = one(green(), green(("2028, value: 20", "2028, value: 18, reason: Lahan tidak bebas")))

    assert (bare.what, bare.before, bare.after) == (What.TARGET_LOWERED, (2028, 20), (2028, 18))
    assert bare.what.eases
    assert bare.reason is None
    assert reasoned.reason == "Lahan tidak bebas"
    assert bare.who == ("DLH",)


def test_a_reason_that_was_there_before_explains_nothing_new() -> None:
    before = green(("2028, value: 20", "2028, value: 18, reason: Lahan tidak bebas"))
    after = green(("2028, value: 20", "2028, value: 17.5, reason: Lahan tidak bebas"))

    assert one(before, after).reason is None


@pytest.mark.parametrize(
    "targets",
    [
        "2028, value: 18, reason: Lahan}, {year: 2029, value: 20}",
        "2028, value: 18}, {year: 2029, value: 20, reason: Lahan}",
    ],
)
def test_why_a_target_is_reached_later_may_be_said_at_either_year(targets: str) -> None:
    change = one(green(), green(("2028, value: 20}", targets)))

    assert (change.what, change.reason) == (What.TARGET_PUSHED_BACK, "Lahan")


def test_what_became_of_a_target_is_shown_where_it_stands_and_of_one_that_is_gone_where_it_stood() -> None:
    lowered = green(("2028, value: 20", "2028, value: 18"))
    removed = green((", {year: 2028, value: 20}", ""))

    for before, after, holder in (
        (green(), lowered, lowered),
        (removed, green(), green()),
        (green(), removed, green()),
    ):
        change = one(before, after)
        assert change.at == holder.indicators[0].targets[2].at("value")
        assert change.in_before == (after is removed)


def test_a_target_that_is_reached_later_is_pushed_back() -> None:
    shifted = TARGETS.replace("2028", "2029").replace("2027", "2028").replace("2026", "2027")

    found = compare(green(), green((TARGETS, shifted))).changes

    assert [(one.what, one.year, one.after.year) for one in found] == [
        (What.TARGET_PUSHED_BACK, 2026, 2027),
        (What.TARGET_PUSHED_BACK, 2027, 2028),
        (What.TARGET_PUSHED_BACK, 2028, 2029),
    ]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("{year: 2028, value: 20}", "{year: 2028, value: 21}", What.TARGET_RAISED),
        (", {year: 2028, value: 20}", "", What.TARGET_REMOVED),
        ("2028, value: 20}]", "2028, value: 20}, {year: 2029, value: 22}]", What.TARGET_ADDED),
        ("2028, value: 20", "2029, value: 20", What.TARGET_PUSHED_BACK),
        ("{value: 20,", "{value: 18,", What.THRESHOLD_EASED),
        ("{value: 20,", "{value: 25,", What.THRESHOLD_TIGHTENED),
    ],
)
def test_each_move_of_a_goalpost_has_its_name(old: str, new: str, what: What) -> None:
    change = one(green(), green((old, new)))

    assert change.what is what
    assert change.kind is ChangeKind.GOALPOSTS


def test_where_less_is_better_a_higher_target_is_the_easier_one() -> None:
    down = (("direction: naik", "direction: turun"), ("{value: 20,", "{value: 5,"))
    before = green(*down, (TARGETS, "    targets: [{year: 2028, value: 6}]\n"))
    after = green(*down, (TARGETS, "    targets: [{year: 2028, value: 8}]\n"))

    assert one(before, after).what is What.TARGET_LOWERED
    assert one(after, before).what is What.TARGET_RAISED


def test_a_target_brought_forward() -> None:
    after = green((", {year: 2028, value: 20}", ""), ("2027, value: 17", "2027, value: 20"))

    assert ("target-brought-forward", "M01") in told(green(), after)


def test_met_only_because_the_threshold_moved_is_no_achievement() -> None:
    found = compare(green(), green(("{value: 20,", "{value: 12, reason: Aturan baru,")))

    assert [one.what for one in found.changes] == [What.THRESHOLD_EASED, What.MET_BY_GOALPOSTS]
    assert found.changes[0].reason == "Aturan baru"
    assert found.counts_after[Standing.MET] == 1
    assert found.of(ChangeKind.BETTER) == ()


def test_the_plans_own_bounds_are_goalposts() -> None:
    after = (
        HEADER.replace("2029", "2031")
        + "    indicators_expected: 15\n    settings: {stale_after_months: 48}\n"
    )

    before = city(plan=HEADER + "    indicators_expected: 16\n")

    assert told(before, city(plan=after)) == [
        ("fewer-expected", "indicators_expected"),
        ("last-year-later", "last_year"),
        ("setting", "stale_after_months"),
    ]


def test_where_a_header_is_new_or_gone_no_bound_has_moved() -> None:
    headless = read(AS_OF, indicators=GREEN).plan

    for states in ((headless, city()), (city(), headless)):
        assert "last_year" not in {code for _, code in told(*states)}


@pytest.mark.parametrize(
    ("old", "new", "what"), [("", 1, "more-expected"), (1, "", "fewer-expected"), (2, 1, "fewer-expected")]
)
def test_to_expect_one_indicator_is_more_than_to_expect_none(old: object, new: object, what: str) -> None:
    before, after = (city(plan=f"{HEADER}    indicators_expected: {count}\n") for count in (old, new))

    assert told(before, after) == [(what, "indicators_expected")]


def test_a_threshold_that_neither_state_has_is_no_change() -> None:
    def without() -> Plan:
        return green(("      threshold: {value: 20, kind: hukum, basis: UU 26/2007}\n", ""))

    assert compare(without(), without()).nothing


# -- standing ----------------------------------------------------------------------------

NEWER = "- {as_of: 2025, published: 2026-02, value: 12, source: S1}"


@pytest.mark.parametrize(
    ("value", "what"),
    [("21", What.NOW_MET), ("13", What.IMPROVED), ("11", What.DECLINED)],
)
def test_a_new_value_moves_an_indicator(value: str, what: What) -> None:
    more = f"{NEWER}\n        - {{as_of: 2026-03, published: 2026-04, value: {value}, source: S1}}"

    assert (what.slug, "M01") in told(green(), green((NEWER, more)))
    assert ("measurement-new", "M01") in told(green(), green((NEWER, more)))


@pytest.mark.parametrize("value", ["21", "13", "11"])
def test_a_value_behind_a_break_of_the_series_is_neither_better_nor_worse(value: str) -> None:
    more = f"{NEWER}\n        - {{as_of: 2026-03, published: 2026-04, value: {value}, source: S1, break: Survei baru}}"

    assert ("measured-anew", "M01") in told(green(), green((NEWER, more)))


def test_a_value_that_is_revised_is_compared_though_its_series_begins_with_a_break() -> None:
    broken = (NEWER, NEWER.replace("value: 12", "value: 12, break: Survei baru"))
    revised = (NEWER, NEWER.replace("value: 12", "value: 13, break: Survei baru"))

    assert ("improved", "M01") in told(green(broken), green(revised))


def test_what_stands_in_for_a_value_is_not_compared_with_one() -> None:
    series = (
        "direction: naik\n      series: [{code: utama, name: Utama}, {code: luas, name: Luas, proxy: bawah}]"
    )
    stand_in = [("direction: naik", series), ("value: 10,", "value: 10, series: luas,")]

    after = green(*stand_in, ("value: 12,", "value: 25, series: luas,"))

    assert ("measured-anew", "M01") in told(green(), after)


def test_what_was_met_and_is_no_longer() -> None:
    met = green(("value: 12,", "value: 21,"))

    assert told(met, green()) == [("no-longer-met", "M01"), ("measurement-revised", "M01")]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("value: 12, source: S1", "value: 12", What.SOURCE_LOST),
        ("threshold: {value: 20, kind: hukum, basis: UU 26/2007}", "scope: kota", What.THRESHOLD_LOST),
    ],
)
def test_what_can_no_longer_be_judged_is_lost_sight_of(old: str, new: str, what: What) -> None:
    lost = compare(green(), green((old, new))).of(ChangeKind.LOST)
    found = compare(green((old, new)), green()).of(ChangeKind.SEEN)

    assert [one.what for one in lost] == [what]
    assert [one.what for one in found] == [What.NOW_JUDGED]


def test_values_that_are_gone_are_lost_sight_of_and_named() -> None:
    emptied = city(indicators=GREEN[: GREEN.index("      measurements:")])

    found = compare(city(), emptied)

    assert [one.what for one in found.changes] == [
        What.VALUE_LOST,
        What.MEASUREMENT_GONE,
        What.MEASUREMENT_GONE,
    ]
    assert all(one.in_before for one in found.of(ChangeKind.EVIDENCE_GONE))
    assert found.counts_after[Standing.UNKNOWN] == 1


def test_a_new_declaration_is_told_beside_the_value() -> None:
    said = "  declared: {standing: terpenuhi, by: Sekda}\n    "

    after = green(("targets:", f"{said.strip()}\n      targets:"))

    assert told(green(), after) == [("declared", "M01")]
    assert compare(green(), after).counts_after[Standing.CONTRADICTED] == 1


def test_a_figure_that_was_rewritten_is_named_as_such() -> None:
    change = compare(green(), green(("value: 10, source: S1", "value: 9, source: S1"))).changes[0]

    assert change.what is What.MEASUREMENT_REVISED
    assert (change.before.value, change.after.value) == (10, 9)


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("", ", verification: terverifikasi", What.BETTER_VERIFIED),
        (", verification: terverifikasi", "", What.LESS_VERIFIED),
    ],
)
def test_how_well_a_value_is_verified_counts(before: str, after: str, what: What) -> None:
    old, new = (NEWER.replace("source: S1", f"source: S1{more}") for more in (before, after))

    assert one(green((NEWER, old)), green((NEWER, new))).what is what


# -- duties ------------------------------------------------------------------------------


def test_another_lead_is_an_owner_changed_with_its_time() -> None:
    after = city(
        assignments="- {indicator: M01, lead: DLH, support: [DPUPR], partners: [PEMPROV], until: 2025}\n"
        "- {indicator: M01, lead: DPUPR, from: 2026}"
    )

    found = compare(city(), after)
    lead = found.changes[0]

    assert lead.what is What.LEAD
    assert [(duty.code, duty.since, duty.until) for duty in lead.before] == [("DLH", None, None)]
    assert [(duty.code, duty.since, duty.until) for duty in lead.after] == [
        ("DLH", None, parse_when("2025")),
        ("DPUPR", parse_when("2026"), None),
    ]
    assert {one.opd: (one.before.leads, one.after.leads) for one in found.loads} == {
        "DLH": (1, 0),
        "DPUPR": (0, 1),
    }


@pytest.mark.parametrize(
    ("more", "what", "who"),
    [
        (", support: [DPUPR]", What.SUPPORT, ("DPUPR",)),
        (", partners: [PEMPROV]", What.PARTNERS, ()),
    ],
)
def test_who_joins_in_and_who_leaves_is_told(more: str, what: What, who: tuple[str, ...]) -> None:
    alone, helped = (city(assignments=f"- {{indicator: M01, lead: DLH{helpers}}}") for helpers in ("", more))
    joined, left = one(alone, helped), one(helped, alone)

    assert (joined.what, joined.who, left.what, left.who) == (what, who, what, who)
    assert (joined.before, left.after) == ((), ())
    assert joined.after == left.before


def test_a_proposal_that_was_decided() -> None:
    before = city(assignments=DUTY.replace("}", ", basis: usulan}"))

    change = one(before, city(assignments=DUTY.replace("}", ", basis: keputusan}")))

    assert (change.what, change.before, change.after) == (What.DUTY_BASIS, "usulan", "keputusan")


# -- actions -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("finish: 2026-TW4", "finish: 2027-TW2", What.SLIPPED),
        ("finish: 2026-TW4", "finish: 2026-TW3", What.BROUGHT_FORWARD),
        ("finish: 2026-TW4", "status: rencana", What.TIME_LOST),
        ("finish: 2026-TW4", "finish: 2026-TW4, status: batal", What.CANCELLED),
        ("finish: 2026-TW4", "finish: 2026-TW4, status: selesai, done: 2026-05-01", What.DONE),
        ("opd: DLH", "opd: DPUPR", What.CARRIER),
        (", evidence: [S1]", "", What.EVIDENCE_GONE),
        ("name: Taman", "name: Taman kota", What.RENAMED),
        ("adds: 3", "adds: 2", What.DETAIL),
    ],
)
def test_what_happens_to_an_action(old: str, new: str, what: What) -> None:
    assert one(city(actions=ACTION), city(actions=ACTION.replace(old, new))).what is what


def test_a_move_with_its_reason() -> None:
    moved = ACTION.replace(
        "finish: 2026-TW4", "finish: 2026-TW4, status: geser, moves: [{to: 2027, reason: Lelang gagal}]"
    )

    change = one(city(actions=ACTION), city(actions=moved))

    assert (change.what, change.reason) == (What.SLIPPED, "Lelang gagal")
    assert change.after.iso == "2027"


def test_a_detail_of_an_action_concerns_whoever_it_was_handed_to() -> None:
    moved = ACTION.replace("finish: 2026-TW4", "finish: 2026-TW4, moves: [{to: 2027, opd: DPUPR}]")

    change = one(city(actions=moved), city(actions=moved.replace("adds: 3", "adds: 2")))

    assert (change.what, change.who) == (What.DETAIL, ("DPUPR",))


def test_an_action_that_was_handed_on_after_a_move_changes_its_owner_again() -> None:
    moved = ACTION.replace("TW4,", "TW4, history: [{known: 2026-03, finish: 2027, opd: DPUPR}],")
    handed_on = moved.replace("DPUPR}", "DPUPR}, {known: 2026-05, opd: DISHUB}")

    change = one(city(actions=moved), city(actions=handed_on))

    assert (change.what, change.before, change.after) == (What.CARRIER, "DPUPR", "DISHUB")


def test_what_was_cancelled_or_done_can_be_taken_up_again() -> None:
    cancelled = city(actions=ACTION.replace("start", "status: batal, start"))
    done = city(actions=ACTION.replace("start", "status: selesai, start"))

    assert one(cancelled, city(actions=ACTION)).what is What.REVIVED
    assert one(done, city(actions=ACTION)).what is What.REOPENED


# -- decisions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "whats"),
    [
        ("menunggu", "proses", [What.DECISION_STATUS]),
        ("menunggu}", "selesai, evidence: Berita acara}", [What.DECISION_CLOSED, What.EVIDENCE_NEW]),
        ("2026-06-01", "2026-07-01", [What.DECISION_POSTPONED]),
        ("2026-06-01", "2026-05-01", [What.DECISION_SOONER]),
        ("lead: DLH", "lead: DPUPR", [What.DECISION_LEAD]),
        ("text: Lahan", "text: Lahan taman", []),
        ("text: Lahan", "text: Daftar resmi", [What.DETAIL]),
    ],
)
def test_what_happens_to_a_decision(old: str, new: str, whats: list[What]) -> None:
    found = compare(city(rakor=RAKOR), city(rakor=RAKOR.replace(old, new)))

    assert [one.what for one in found.changes] == whats


@pytest.mark.parametrize(
    ("lead", "entries", "expected"),
    [
        ("DLH", "known: 2026-04-01, by: BAPPEDA, verified: belum-sesuai", "menunggu → belum sesuai"),
        (
            "DLH",
            "known: 2026-04-01, by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti, reason: Lahan terjual",
            "menunggu → tidak dapat ditindaklanjuti, alasan: “Lahan terjual”",
        ),
        ("DLH", "known: 2026-04-01, by: BAPPEDA, superseded_by: R2", "digantikan oleh R2"),
        ("semua", "known: 2026-04-01, opd: DLH, by: DLH, status: proses", "menunggu → proses"),
        ("DLH", "known: 2026-04-01, by: DLH, due: 2026-07-01, reason: Lahan", "batas waktunya mundur"),
    ],
)
def test_what_others_found_of_a_decision_is_told(lead: str, entries: str, expected: str) -> None:
    before = RAKOR.replace("lead: DLH", f"lead: {lead}")
    after = before.replace("menunggu}", f"menunggu, history: [{{{entries}}}]}}")

    change = one(city(rakor=before), city(rakor=after))

    assert expected in happened(change, "id")


def test_a_verdict_is_told_once_and_a_report_is_told_as_before() -> None:
    reported = RAKOR.replace(
        "menunggu}", "menunggu, history: [{known: 2026-04-01, by: DLH, status: selesai}]}"
    )
    accepted = reported.replace("selesai}]", "selesai}, {known: 2026-04-02, by: BAPPEDA, verified: sesuai}]")

    assert told(known_plan(city(rakor=RAKOR)), known_plan(city(rakor=reported))) == [
        ("decision-closed", "R1")
    ]
    assert told(known_plan(city(rakor=reported)), known_plan(city(rakor=accepted))) == [
        ("decision-standing", "R1")
    ]
    assert told(known_plan(city(rakor=RAKOR)), known_plan(city(rakor=accepted))) == [
        ("decision-standing", "R1")
    ]


def test_an_open_decision_that_is_no_longer_written_vanished() -> None:
    emptied = "- date: 2026-03-01"
    closed = RAKOR.replace("menunggu", "selesai")

    assert told(city(rakor=RAKOR), city(rakor=emptied)) == [("decision-vanished", "R1")]
    assert told(city(rakor=closed), city(rakor=emptied)) == [("decision-removed", "R1")]
    assert told(city(rakor=emptied), city(rakor=RAKOR)) == [("decision-opened", "R1")]


def test_a_decision_without_a_code_is_told_by_its_rakor_and_its_words() -> None:
    change = one(city(rakor="- date: 2026-03-01"), city(rakor=RAKOR.replace("code: R1, ", "")))

    assert (change.what, change.code) == (What.DECISION_OPENED, "2026-03-01 Lahan")


def test_to_whom_late_decisions_are_brought_is_written_out() -> None:
    levels = "    settings: {escalate: [{to: Sekda, late_days: 14}, {to: Wali Kota, late_days: 42}]}\n"

    change = one(city(), city(plan=HEADER + levels))

    assert happened(change, "id").endswith(
        ": belum ada → Sekda sesudah 14 hari dan Wali Kota sesudah 42 hari"
    )


# -- new, gone, renamed ------------------------------------------------------------------


def test_the_same_indicator_under_another_code_is_recoded_and_nothing_else() -> None:
    after = city(
        indicators=AIMED.replace("M01", "M1"),
        assignments=DUTY.replace("M01", "M1"),
        actions=ACTION.replace("M01", "M1"),
    )

    change = one(city(indicators=AIMED, actions=ACTION), after)

    assert (change.what, change.before, change.code) == (What.RECODED, "M01", "M1")


def test_what_bears_the_same_name_is_recoded_though_more_of_it_is_another() -> None:
    after = city(
        indicators=AIMED.replace("M01", "M1").replace("{value: 20,", "{value: 25,"),
        assignments=DUTY.replace("M01", "M1"),
    )

    assert told(green(), after) == [("threshold-tightened", "M1"), ("recoded", "M1")]


@pytest.mark.parametrize("called", ["title: Neraca", "url: https://serangkota.go.id/neraca"])
def test_a_source_is_known_again_by_its_title_or_its_address(called: str) -> None:
    before, after = (
        city(
            sources=f"- {{code: {code}, kind: resmi, published: 2020, {called}}}",
            indicators=GREEN.replace("S1", code),
        )
        for code in ("S1", "S2")
    )

    assert told(before, after) == [("recoded", "S2")]


def test_the_same_opd_under_another_code() -> None:
    after = city(opd=OPD.replace("code: DLH", "code: DINLH"), assignments=DUTY.replace("DLH", "DINLH"))

    assert told(city(), after) == [("recoded", "DINLH")]


def test_an_opd_under_another_code_is_the_same_beside_others_too() -> None:
    before, after = (
        city(
            opd=OPD.replace("code: DLH", f"code: {code}"),
            assignments=DUTY.replace("DLH", code),
            stages=f"- {{year: 2026, focus: Taman, opd: [{code}, DPUPR]}}",
        )
        for code in ("DLH", "DINLH")
    )

    assert told(before, after) == [("recoded", "DINLH")]


def test_a_decision_under_another_code_has_not_vanished() -> None:
    before = city(rakor=RAKOR)

    change = one(before, city(rakor=RAKOR.replace("R1", "R1-1")))

    assert (change.what, change.code, change.before) == (What.RECODED, "R1-1", "R1")


def test_a_rakor_whose_date_was_put_right_is_neither_new_nor_gone() -> None:
    for before in (RAKOR, RAKOR.replace("code: R1, ", "")):
        change = one(city(rakor=before), city(rakor=before.replace("2026-03-01", "2026-03-02")))

        assert (change.what.slug, change.code) == ("rakor-moved", "2026-03-02")
        assert (change.before, change.after) == (date(2026, 3, 1), date(2026, 3, 2))


def test_a_rakor_on_another_day_with_other_decisions_is_another_rakor() -> None:
    other = "- {date: 2026-03-02, decisions: [{code: R2, text: Taman}]}"

    whats = [what for what, _ in told(city(rakor=RAKOR), city(rakor=other))]

    assert sorted(whats) == ["decision-opened", "decision-vanished", "new", "removed"]


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("agenda: [{text: RTH}]", "agenda: [{text: RTH}]", True),
        ("agenda: [{text: RTH}]", "agenda: [{text: Air}]", False),
        ("note: Rapat", "note: Rapat", False),
    ],
    ids=["one agenda", "another agenda", "no agenda"],
)
def test_a_rakor_that_has_decided_nothing_is_known_again_by_its_agenda(
    before: str, after: str, same: bool
) -> None:
    old, new = city(rakor=f"- {{date: 2026-03-01, {before}}}"), city(rakor=f"- {{date: 2026-03-02, {after}}}")

    assert ("rakor-moved" in dict(told(old, new))) == same


def test_a_rakor_that_is_still_there_has_not_moved_to_another_day() -> None:
    first = "- {date: 2026-03-01, agenda: [{text: RTH}]}"
    both = f"{first}\n{first.replace('03-01', '03-02')}"

    assert told(city(rakor=first), city(rakor=both)) == [("new", "2026-03-02")]
    assert told(city(rakor=both), city(rakor=first)) == [("removed", "2026-03-02")]


def test_a_decision_that_is_given_a_code_has_not_vanished() -> None:
    assert compare(city(rakor=RAKOR.replace("code: R1, ", "")), city(rakor=RAKOR)).nothing


def test_two_decisions_in_the_same_words_are_not_taken_for_each_other() -> None:
    twice = RAKOR + RAKOR.splitlines()[-1].replace("R1", "R2") + "\n"

    found = told(city(rakor=twice), city(rakor=twice.replace("R2", "R4").replace("R1", "R3")))

    assert sorted({what for what, _ in found}) == ["decision-opened", "decision-vanished"]


# -- stages -------------------------------------------------------------------------------

STAGES = """
    - {year: 2026, focus: Taman kota, opd: [DLH]}
    - {year: 2027, focus: Angkutan, opd: [DPUPR]}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2026, focus: Taman", "2028, focus: taman", [("focus-later", "2028")]),
        ("2027, focus", "2025, focus", [("focus-sooner", "2025")]),
        ("focus: Angkutan", "focus: Angkutan kota dan desa", []),
        ("focus: Angkutan", "focus: Air minum", [("detail", "2027")]),
        ("opd: [DPUPR]", "opd: [DLH]", [("detail", "2027")]),
        ("focus: Angkutan, ", "", [("detail", "2027")]),
        ("    - {year: 2027, focus: Angkutan, opd: [DPUPR]}\n", "", [("removed", "2027")]),
    ],
)
def test_what_happens_to_the_focus_of_a_year(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert old in STAGES
    assert told(city(stages=STAGES), city(stages=STAGES.replace(old, new))) == expected


def test_a_year_that_could_not_be_read_hides_no_year_after_it() -> None:
    before, after = (
        read(AS_OF, plan=HEADER, opd=OPD, stages=STAGES.replace(old, new)).plan
        for old, new in (("Taman kota", "[]"), ("Angkutan", "Air minum"))
    )

    assert told(before, after) == [("detail", "2027")]


def test_two_years_that_changed_places_are_told_once_each() -> None:
    turned = STAGES.replace("2026", "x").replace("2027", "2026").replace("x", "2027")

    assert told(city(stages=STAGES), city(stages=turned)) == [
        ("focus-later", "2027"),
        ("focus-sooner", "2026"),
    ]


def test_what_a_moved_focus_took_the_place_of_is_named() -> None:
    after = "- {year: 2027, focus: Taman kota, opd: [DLH]}"

    later, detail = compare(city(stages=STAGES), city(stages=after)).changes

    assert (later.what, later.before, later.after) == (What.FOCUS_LATER, 2026, 2027)
    assert [(field.name, field.before) for field in detail.after] == [("focus", "Angkutan")]


# -- codes --------------------------------------------------------------------------------


def test_another_provider_is_an_owner_changed() -> None:
    change = one(green(), green(("      unit: ", "      provider: DLH\n      unit: ")))

    assert (change.kind, change.what, change.after) == (ChangeKind.OWNER, What.PROVIDER, "DLH")


def test_a_source_that_nothing_tells_apart_is_not_taken_for_another() -> None:
    after = city(sources=SOURCES.replace("S1", "S2"), indicators=GREEN.replace("S1", "S2"))

    assert ("recoded", "S2") not in told(city(), after)
    assert {("new", "S2"), ("removed", "S1")} <= set(told(city(), after))


def test_what_could_not_be_read_is_not_called_removed() -> None:
    broken = read(AS_OF, plan=HEADER, sources=SOURCES, opd=OPD, indicators=GREEN.replace("naik", "nik")).plan

    found = compare(city(), broken)

    assert ("indicators", "M01") in found.unread
    assert not [one for one in found.changes if one.section == "indicators"]
    assert [
        compare(*states).all_read for states in ((city(), city()), (city(), broken), (broken, city()))
    ] == [
        True,
        False,
        False,
    ]


def test_a_new_indicator_and_a_removed_one_mirror_each_other() -> None:
    two = GREEN + GREEN.replace("M01", "M02").replace("RTH publik", "RTH privat")

    assert told(city(), city(indicators=two)) == [("new", "M02")]
    assert told(city(indicators=two), city()) == [("removed", "M02")]


def test_who_led_an_indicator_is_told_of_what_became_of_it_after_the_duty_is_gone_too() -> None:
    two = GREEN + GREEN.replace("M01", "M02").replace("RTH publik", "RTH privat")
    before = city(indicators=two, assignments=f"{DUTY}\n- {{indicator: M02, lead: DPUPR}}")

    assert (one(before, city()).what, one(before, city()).who) == (What.REMOVED, ("DPUPR",))


# -- as it was known ---------------------------------------------------------------------


def test_one_folder_on_two_days_shows_what_became_known() -> None:
    early, late = known_plan(city(date(2024, 6, 30))), known_plan(city())

    assert told(early, late) == [("improved", "M01"), ("measurement-new", "M01")]
    assert compare(known_plan(city()), late).nothing


# -- every field has its place -----------------------------------------------------------

WORDS_THAT_COUNT = {
    *(("Share", "unit"), ("Breakdown", "unit"), ("Indicator", "unit"), ("Measurement", "unit")),
    *(("Funding", "source"), ("Source", "url"), ("Definition", "id"), ("Closing", "fingerprint")),
}
"""Texts that say what is measured, who pays, or which document is meant. A text of the type `Term` goes here, any other is prose."""


def test_every_text_of_the_model_is_prose_or_counts_on_purpose() -> None:
    in_full = {
        (kind.__name__, field.name)
        for kind, field in all_fields()
        if field.scalar and field.scalar.is_text and field.scalar.counts == "in full"
    }

    assert in_full == WORDS_THAT_COUNT


def test_counts_are_of_both_states() -> None:
    found: Changes = compare(green(), green(("value: 12,", "value: 21,")))

    assert (found.counts_before[Standing.MET], found.counts_after[Standing.MET]) == (0, 1)
    assert found.changes[0].after.gap == Decimal(-1)
