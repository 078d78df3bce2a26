"""Actions together: who waits for whom, who gets into whose way, and in what order that is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from serang_plan.analysis.actions.dependencies import Timing
from serang_plan.analysis.actions.overlaps import nearly_same, telling_words
from serang_plan.analysis.actions.precedence import loops
from serang_plan.analysis.coordination.filtering import concerning, in_year
from serang_plan.analysis.coordination.interdependence import Interdependence, interdependence
from serang_plan.analysis.coordination.obligations import obligations
from serang_plan.analysis.coordination.opd_pairs import TopicKind
from serang_plan.analysis.coordination.open_issues import WaitingLoop, open_issues
from serang_plan.analysis.duties.opd_lifetime import opd_mentions
from serang_plan.analysis.lookups.references import code_fields, references
from serang_plan.analysis.meetings.risks import RiskKind, risks
from serang_plan.analysis.outlook.gaps import gaps_of
from serang_plan.analysis.outlook.scenario import Drop, compare
from serang_plan.analysis.outlook.stages import stages_of
from serang_plan.analysis.rakor.decision_order import repeated_decisions
from serang_plan.model.indicator import Indicator
from serang_plan.model.opd import Opd
from tests.conftest import read
from tests.worlds.small_city import AS_OF, DUTY, GREEN, HEADER, OPD, city

THREE = f"{OPD.rstrip()}\n    - {{code: DISHUB, name: Dinas Perhubungan}}\n"


def facts(*actions: str, **sections: str) -> Interdependence:
    return interdependence(
        city(opd=THREE, actions="\n".join(f"- {{{action}}}" for action in actions), **sections)
    )


# -- chains and clashes --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("start: 2027-TW3", "start: 2027-TW1", ["B2", "A2"]),
        ("start: 2026-TW4", "start: 2027-TW1", ["A2", "B2"]),
        ("start: 2029", "start: 2027-TW1", ["B2", "A2"]),
        ("note: kapan-kapan", "start: 2027-TW1", ["B2", "A2"]),
    ],
)
def test_chains_are_told_the_worst_first_then_by_what_is_wanted_first(
    first: str, second: str, order: list[str]
) -> None:
    found = facts(
        "code: A1, name: Lahan, opd: DPUPR, start: 2026, finish: 2028-TW2",
        f"code: A2, name: Taman, opd: DLH, {first}, finish: 2029, needs: [A1]",
        "code: B1, name: Kabel, opd: DPUPR, start: 2026, finish: 2028-TW2",
        f"code: B2, name: Lampu, opd: DISHUB, {second}, finish: 2029, needs: [B1]",
    )

    assert [chain.codes[-1] for chain in found.chains] == order


def test_what_a_chain_hands_over_first_decides_which_of_two_is_told_first() -> None:
    found = facts(
        "code: A1, name: Lahan, opd: DPUPR, start: 2026, finish: 2026",
        "code: A2, name: Taman, opd: DLH, start: 2028, finish: 2028, needs: [A1]",
        "code: B1, name: Kabel, opd: DPUPR, start: 2026, finish: 2026",
        "code: B2, name: Lampu, opd: DISHUB, start: 2027, finish: 2027, needs: [B1]",
        "code: B3, name: Halte, opd: DLH, start: 2029, finish: 2029, needs: [B2]",
    )

    assert [chain.codes[-1] for chain in found.chains] == ["B3", "A2"]


@pytest.mark.parametrize("last", ["finish: 2028", "note: kapan-kapan"])
def test_a_chain_follows_what_is_ready_last_and_a_time_that_nobody_knows_may_be_the_last(last: str) -> None:
    found = facts(
        f"code: L1, name: Lahan, opd: DPUPR, {last}",
        "code: L2, name: Kabel, opd: DPUPR, finish: 2027",
        "code: T1, name: Taman, opd: DLH, start: 2029, finish: 2029, needs: [L1, L2]",
        "code: U1, name: Halte, opd: DISHUB, start: 2030, finish: 2030, needs: [T1]",
    )

    assert {chain.codes for chain in found.chains} == {("L1", "T1", "U1"), ("L2", "T1")}


def test_a_chain_is_shown_to_every_opd_that_takes_part_in_it_and_to_no_other() -> None:
    found = facts(
        "code: L1, name: Lahan, opd: DPUPR, finish: 2026",
        "code: T1, name: Taman, opd: DLH, start: 2027, finish: 2027, needs: [L1]",
        "code: U1, name: Halte, start: 2028, finish: 2028, needs: [T1]",
    )

    assert [chain.opd for chain in found.chains] == [("DPUPR", "DLH")]
    assert [len(concerning(found, opd).chains) for opd in ("DLH", "DPUPR", "DISHUB")] == [1, 1, 0]


@pytest.mark.parametrize(
    ("finish", "start", "timing"),
    [
        ("finish: 2026-12", "start: 2027-01, finish: 2027", Timing.IN_TIME),
        ("finish: 2026-12", "note: kapan-kapan", Timing.UNKNOWN),
        ("note: kapan-kapan", "start: 2027-01, finish: 2027", Timing.UNKNOWN),
    ],
)
def test_whether_it_comes_in_time_is_known_only_with_both_times(
    finish: str, start: str, timing: Timing
) -> None:
    (need,) = facts(
        f"code: L1, name: Lahan, opd: DPUPR, {finish}",
        f"code: T1, name: Taman, opd: DLH, {start}, needs: [L1]",
    ).needs

    assert need.timing is timing


def test_whoever_waits_for_two_cannot_be_helped_by_finishing_one_of_them_earlier() -> None:
    giver = "name: Lahan, opd: DPUPR, start: 2026-TW4, finish: 2027-TW2"
    taker = "code: T1, name: Taman, opd: DLH, start: 2027-TW1, finish: 2027-TW3"

    (one,) = facts(f"code: L1, {giver}", f"{taker}, needs: [L1]").order_clashes
    (two,) = facts(f"code: L1, {giver}", f"code: L2, {giver}", f"{taker}, needs: [L1, L2]").order_clashes

    assert [len(clash.late) for clash in (one, two)] == [1, 2]
    assert [bool(clash.alternative) for clash in (one, two)] == [True, False]


def test_what_was_put_off_before_is_put_off_as_a_whole() -> None:
    (clash,) = facts(
        "code: L1, name: Lahan, opd: DPUPR, start: 2026-TW4, finish: 2028-TW2",
        "code: T1, name: Taman, opd: DLH, start: 2026-TW4, finish: 2027-TW2, moves: [{to: 2027-TW3}], needs: [L1]",
    ).order_clashes

    shift = next(shift for shift in (*clash.smallest, *clash.alternative) if shift.scheduled.code == "T1")
    assert (shift.start, shift.typed) == (None, "moves: [{to: 2028-TW2}]")


def test_what_is_put_off_to_the_very_day_of_the_report_may_still_be_ready_before_it() -> None:
    found = facts(
        "code: A1, name: Kabel, opd: DPUPR, start: 2026-TW1, finish: 2026-TW2",
        "code: B1, name: Lahan, opd: DLH, start: 2026-TW1, finish: 2026-TW1, needs: [A1]",
        "code: C1, name: Taman, opd: DISHUB, start: 2026-05, finish: 2026-12, needs: [B1]",
    )

    assert [need.codes for clash in found.order_clashes for need in clash.needs] == [("A1", "B1")]


def test_of_loops_that_share_a_link_one_is_given_and_others_are_given_each() -> None:
    def given(**needs: str) -> list[str]:
        actions = "\n".join(
            f"- {{code: {code}, name: Taman, opd: DLH, needs: [{', '.join(of)}]}}"
            for code, of in needs.items()
        )
        return ["".join(link.action.code for link in loop) for loop in loops(read(actions=actions).plan)]

    assert given(A="B", B="AC", C="A") == ["AB"]
    assert given(A="BC", B="A", C="A") == ["AB", "AC"]
    assert given(A="B", B="C", C="BDA", D="C") == ["BC", "CD"]
    assert given(A="B", B="C", C="D", D="CBA") == ["CD"]
    assert given(A="B", B="CA", C="B") == ["BC", "AB"]


# -- the same place, the same work ---------------------------------------------------------


def places(*opd: str, names: Iterable[str] = ("Saluran", "Jembatan", "Gardu")) -> Interdependence:
    return facts(
        *(
            f"code: A{nth}, name: {name}, opd: {code}, start: 2027, finish: 2027, place: {{site: Alun-alun}}"
            for nth, (code, name) in enumerate(zip(opd, names, strict=False))
        )
    )


def test_at_one_place_each_further_opd_is_set_beside_the_first() -> None:
    clashes = places("DLH", "DPUPR", "DISHUB").places

    assert [(clash.first.opd, clash.second.opd) for clash in clashes] == [("DLH", "DPUPR"), ("DLH", "DISHUB")]


def test_the_same_work_at_one_place_is_told_as_that_alone() -> None:
    found = places("DLH", "DPUPR", names=("Taman Bermain", "Taman Bermain"))

    assert (len(found.places), len(found.duplicates)) == (0, 1)


PONDS = ("Cilowong", "Cilowang", "Cipocok", "Unyur", "Lontar", "Sawah", "Banjaran", "Terumbu", "Walantaka")


@pytest.mark.parametrize(("names", "count"), [(8, 1), (9, 0)])
def test_a_word_in_more_than_eight_names_makes_no_pair(names: int, count: int) -> None:
    found = facts(
        *(
            f"code: A{nth}, name: Kolam {name}, opd: {'DLH' if nth else 'DPUPR'}, start: 2027, finish: 2027"
            for nth, name in enumerate(PONDS[:names])
        )
    )

    assert len(found.duplicates) == count


@pytest.mark.parametrize(("texts", "count"), [(8, 1), (9, 0)])
def test_a_word_in_more_than_eight_decisions_makes_none_of_them_a_repetition(texts: int, count: int) -> None:
    decisions = "".join(
        f"\n    - {{text: Kolam {name}, lead: DLH, status: proses}}" for name in PONDS[:texts]
    )
    plan = city(rakor=f"- date: 2026-03-01\n  decisions:{decisions}")

    assert len(list(repeated_decisions(plan))) == count


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Kolam Mekarsarikidul", "Kolam Mekarsaritimur", True),  # 17 of 20 letters
        ("Kolam Mekarsarikidul", "Kolam Mekarsariutara", False),  # 16 of 20
        ("Pembangunan TPS 3R Unyur", "Unyur: TPS-3R", True),
        ("Drainase Cilowong tahap 1", "Drainase Cilowong tahap 2", False),
        ("Drainase Cilowong tahap I", "Drainase Cilowong tahap II", False),
        ("Drainase Cilowong Kali", "Drainase Cilowong Kala", True),
        ("Drainase Cilowong Kal", "Drainase Cilowong Kalo", False),
        ("Kolam Lampar", "Kolam Parlam", False),
        ("Kolam Cilowong Terumbu", "Kolam Cilowang Terumba", False),
        ("Mekarsari " * 19 + "Kamerasari", "Mekarsari " * 19 + "Kamerasira", True),  # 200 letters
    ],
)
def test_names_are_nearly_the_same_by_the_words_and_letters_that_they_share(
    name: str, other: str, same: bool
) -> None:
    assert nearly_same(telling_words(name), telling_words(other)) == same


# -- of one OPD, of one year -----------------------------------------------------------------


def test_an_opd_is_shown_only_the_clashes_that_it_is_part_of() -> None:
    found = places("DLH", "DPUPR")

    assert [len(concerning(found, opd).places) for opd in ("DLH", "DPUPR", "DISHUB")] == [1, 1, 0]


def test_an_opd_is_shown_what_it_hands_over_and_what_it_waits_for() -> None:
    found = facts(
        "code: L1, name: Lahan, opd: DPUPR, finish: 2026",
        "code: T1, name: Taman, opd: DLH, start: 2027, finish: 2027, needs: [L1]",
    )

    assert [len(concerning(found, opd).needs) for opd in ("DLH", "DPUPR", "DISHUB")] == [1, 1, 0]


def test_an_opd_is_shown_everybody_who_has_a_part_in_its_indicators_and_nobody_else() -> None:
    found = facts(
        indicators=GREEN + M02, assignments=f"{DUTY}\n- {{indicator: M02, lead: DISHUB, support: [DPUPR]}}"
    )

    def parts(opd: str) -> set[tuple[str, str]]:
        return {(part.indicator, part.who) for part in concerning(found, opd).parts}

    assert parts("DISHUB") == {("M02", "DISHUB"), ("M02", "DPUPR")}
    assert parts("DLH") == {("M01", "DLH"), ("M01", "DPUPR"), ("M01", "PEMPROV")}


def test_a_handover_belongs_to_the_year_in_which_it_is_ready_and_to_that_in_which_it_is_wanted() -> None:
    found = facts(
        "code: L1, name: Lahan, opd: DPUPR, start: 2026, finish: 2026-TW4",
        "code: T1, name: Taman, opd: DLH, start: 2028, finish: 2028, needs: [L1]",
    )

    assert [len(in_year(found, year).needs) for year in (2026, 2027, 2028)] == [1, 0, 1]


def test_a_year_shows_of_two_opd_only_what_concerns_actions_that_run_in_it() -> None:
    found = facts(
        "code: L1, name: Lahan, opd: DPUPR, start: 2026, finish: 2026",
        "code: T1, name: Taman, opd: DLH, start: 2027, finish: 2027, needs: [L1]",
        "code: L2, name: Jalan, opd: DPUPR, start: 2028, finish: 2028",
        "code: T2, name: Halte, opd: DLH, start: 2029, finish: 2029, needs: [L2]",
    )

    def needed(year: int) -> list[tuple[str, ...]]:
        return [
            topic.codes
            for pair in in_year(found, year).pairs
            for topic in pair.topics
            if topic.kind is TopicKind.NEED
        ]

    assert [needed(year) for year in (2026, 2029)] == [[("L1", "T1")], [("L2", "T2")]]


# -- indicators ------------------------------------------------------------------------------

M02 = GREEN.replace("M01", "M02")
NO_VALUE = "    - {code: M2, name: Air, aspect: fisik, unit: '%', direction: naik, threshold: {value: 5, kind: hukum, basis: UU 1}}\n"
TWO_DUTIES = f"{DUTY}\n- {{indicator: M2, lead: DLH}}"


def test_indicators_stand_in_the_order_of_their_codes() -> None:
    found = facts(indicators=GREEN.replace("M01", "M10") + NO_VALUE + GREEN, assignments=TWO_DUTIES)

    assert [verdict.indicator.code for verdict in found.verdicts] == ["M01", "M2", "M10"]


def test_an_opd_is_asked_for_its_worst_figures_first() -> None:
    stale = GREEN.replace("2025", "2022").replace("2026-02", "2023")
    found = facts(indicators=stale + NO_VALUE, assignments=TWO_DUTIES)

    assert [figure.verdict.indicator.code for figure in obligations(found)["DLH"].figures] == ["M2", "M01"]


def test_disputes_about_a_figure_stand_in_the_order_of_their_codes() -> None:
    disputes = "\n".join(
        f"- {{code: {code}, topic: RTH, indicators: [M01], statements: [{{text: a, source: S1}}, {{text: b, source: S1}}]}}"
        for code in ("P10", "P2")
    )

    (figure,) = obligations(facts(disputes=disputes))["DLH"].figures

    assert figure.disputes == ("P2", "P10")


@pytest.mark.parametrize(("day", "reported"), [("2026-03-01", True), ("2026-02-28", False)])
def test_on_the_day_of_a_rakor_an_opd_reports_what_was_done_since_the_one_before(
    day: str, reported: bool
) -> None:
    found = facts(
        f"code: A1, name: Taman, opd: DLH, status: selesai, done: {day}",
        rakor="- date: 2026-03-01\n- date: 2026-06-30",
    )

    assert bool(obligations(found)["DLH"].reports) == reported


def test_decisions_without_a_code_stand_in_the_order_of_their_words() -> None:
    decisions = "".join(
        f"\n    - {{text: {text}, lead: DLH, due: 2026-05-01, status: proses}}" for text in ("Taman", "Lahan")
    )
    found = facts(rakor=f"- date: 2026-03-01\n  decisions:{decisions}")

    assert [followed.decision.text for followed in obligations(found)["DLH"].decisions] == ["Lahan", "Taman"]


def test_what_an_opd_is_in_charge_of_comes_before_what_it_supports() -> None:
    decisions = "".join(
        f"\n    - {{code: {code}, text: Lahan, lead: {lead}, support: [{support}], due: 2026-05-01, status: proses}}"
        for code, lead, support in (("R1", "DPUPR", "DLH"), ("R2", "DLH", "DPUPR"))
    )
    asked = obligations(facts(rakor=f"- date: 2026-03-01\n  decisions:{decisions}"))

    codes = {opd: [followed.decision.code for followed in asked[opd].decisions] for opd in ("DLH", "DPUPR")}
    assert codes == {"DLH": ["R2", "R1"], "DPUPR": ["R1", "R2"]}


def test_decisions_without_a_due_date_stand_after_those_that_fall_due() -> None:
    decisions = "".join(
        f"\n    - {{text: {text}, lead: DLH, status: proses{due}}}"
        for text, due in (("Jalan", ""), ("Taman", ", due: 2027-05-01"), ("Lahan", ", due: 2027-06-01"))
    )
    found = facts(rakor=f"- date: 2026-03-01\n  decisions:{decisions}")

    texts = [followed.decision.text for followed in obligations(found)["DLH"].decisions]
    assert texts == ["Taman", "Lahan", "Jalan"]


@pytest.mark.parametrize(("day", "handed_over"), [("2025-06-30", True), ("2025-06-29", False)])
def test_a_duty_that_moved_within_a_year_is_still_to_be_settled(day: str, handed_over: bool) -> None:
    before = f"2025-06-{int(day[-2:]) - 1}"
    found = facts(
        assignments=f"- {{indicator: M01, lead: DPUPR, until: {before}}}\n- {{indicator: M01, lead: DLH, from: {day}}}"
    )

    kinds = {topic.kind for pair in found.pairs for topic in pair.topics}
    assert (TopicKind.HANDOVER in kinds) == handed_over


def test_a_partner_who_supports_a_decision_is_no_opd_to_agree_with() -> None:
    def pairs(support: str) -> int:
        decision = f"{{code: R1, text: Lahan, lead: DLH, support: [{support}], status: proses}}"
        found = read(opd=OPD, rakor=f"- date: 2026-03-01\n  decisions:\n    - {decision}")
        return len(interdependence(found.plan).pairs)

    assert [pairs("DPUPR"), pairs("ENTAH")] == [1, 0]


@pytest.mark.parametrize(("code", "called"), [("code: R1, ", "R1"), ("", "Lahan")])
def test_a_decision_without_a_code_is_called_by_its_words(code: str, called: str) -> None:
    decision = f"{{{code}text: Lahan, lead: DLH, support: [DPUPR], status: proses}}"

    (pair,) = facts(
        indicators="", assignments="", rakor=f"- date: 2026-03-01\n  decisions:\n    - {decision}"
    ).pairs

    assert [topic.codes for topic in pair.topics] == [(called,)]


def test_a_loop_is_an_issue_of_the_opd_in_it_and_not_of_an_action_that_nobody_carries() -> None:
    found = facts(
        "code: A1, name: Lahan, opd: DPUPR, finish: 2027, needs: [A3]",
        "code: A2, name: Taman, finish: 2027, needs: [A1]",
        "code: A3, name: Halte, opd: DLH, finish: 2027, needs: [A2]",
    )

    (loop,) = (issue for issue in open_issues(found) if isinstance(issue, WaitingLoop))

    assert sorted(loop.opd) == ["DLH", "DPUPR"]


def test_where_less_is_better_an_effect_of_nothing_helps_nothing() -> None:
    falling = GREEN.replace("direction: naik", "direction: turun").replace("value: 20", "value: 5")

    def hollow(adds: int) -> bool:
        (covered,) = facts(
            f"code: A1, name: Taman, opd: DLH, finish: 2027, indicators: [{{code: M01, adds: {adds}}}]",
            indicators=falling,
        ).coverage
        return all(action.shortcomings for action in covered.actions)

    assert [hollow(adds) for adds in (-1, 0, 1)] == [False, True, True]


# -- for when an OPD is named ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("times", "begins", "ends"),
    [
        ("until: 2026", "2026", "2026"),
        ("from: 2025, until: 2026", "2025", "2026"),
        ("from: 2025", "2025", "2026-06-30"),
        ("from: 2026-06-30", "2026-06-30", "2026-06-30"),
        ("from: 2026-07-01", "2026-07-01", "2026-07-01"),
        ("partners: [PEMPROV]", None, "2026-06-30"),
    ],
)
def test_an_opd_must_exist_while_its_duty_lasts(times: str, begins: str | None, ends: str) -> None:
    plan = city(assignments=f"- {{indicator: M01, lead: DLH, {times}}}")

    (mention,) = opd_mentions(plan)

    assert (mention.begins.when.iso if mention.begins else None, mention.ends.when.iso) == (begins, ends)
    assert ("still in force" in mention.ends.text.en) == (
        times in ("from: 2025", "from: 2026-06-30", "partners: [PEMPROV]")
    )


@pytest.mark.parametrize(
    ("times", "when"),
    [
        ("start: 2024", "2024"),
        ("start: 2024, finish: 2025-TW1", "2025-TW1"),
        ("start: 2024, finish: 2025, status: batal", None),
        ("note: kapan-kapan", None),
    ],
)
def test_an_opd_must_exist_when_its_action_ends_or_if_no_end_is_known_begins(
    times: str, when: str | None
) -> None:
    plan = city(assignments="", actions=f"- {{code: A1, name: Taman, opd: DLH, {times}}}")

    assert [mention.ends.when.iso for mention in opd_mentions(plan)] == ([when] if when else [])


def test_an_opd_must_exist_from_the_first_to_the_last_day_of_a_year_of_its_focus() -> None:
    (mention,) = opd_mentions(city(assignments="", stages="- {year: 2027, focus: Taman, opd: [DLH]}"))

    assert mention.begins is not None
    assert (mention.begins.when.first, mention.ends.when.last) == (date(2027, 1, 1), date(2027, 12, 31))


# -- risks, years, references ------------------------------------------------------------------


def test_where_the_law_is_broken_what_has_a_source_comes_first() -> None:
    plan = city(indicators=GREEN + M02.replace("kind: hukum,", "kind: hukum, source: S1,"))

    law = next(
        risk for risk in risks(plan, interdependence(plan), gaps_of(plan)) if risk.kind is RiskKind.LAW
    )

    assert law.indicators == ("M02", "M01")


@pytest.mark.parametrize(("value", "breaks"), [("19.9", True), ("20", False), ("21", False)])
def test_what_reaches_the_threshold_breaks_no_law_whatever_is_declared(value: str, breaks: bool) -> None:
    declared = "      declared: {standing: belum, by: Wali Kota, date: 2026-06-01}\n"
    measured = GREEN.replace("value: 20,", "value: 20, for: 2025,").replace("value: 12", f"value: {value}")

    law = risky(RiskKind.LAW, indicators=measured + declared)

    assert law == ([("M01",)] if breaks else [])


def test_an_action_that_slips_is_no_risk_for_what_is_met() -> None:
    action = "- {code: A1, name: Taman, opd: DLH, finish: 2025, indicators: [{code: M01}, {code: M02}]}"
    plan = city(indicators=GREEN + M02.replace("value: 20", "value: 11"), actions=action)

    slipping = next(
        risk for risk in risks(plan, interdependence(plan), gaps_of(plan)) if risk.kind is RiskKind.SLIPPING
    )

    assert slipping.indicators == ("M01",)


def risky(kind: RiskKind, **sections: str) -> list[tuple[str, ...]]:
    plan = city(AS_OF, **sections)
    return [
        (*risk.codes, *risk.indicators)
        for risk in risks(plan, interdependence(plan), gaps_of(plan))
        if risk.kind is kind
    ]


@pytest.mark.parametrize(
    ("times", "slips"),
    [
        ("finish: 2025", True),
        ("finish: 2026, status: geser, moves: [{to: 2027}]", True),
        ("finish: 2027", False),
        ("finish: 2025, status: selesai", False),
    ],
)
def test_an_open_action_that_is_late_or_was_put_off_slips(times: str, slips: bool) -> None:
    action = f"- {{code: A1, name: Taman, opd: DLH, indicators: [{{code: M01}}], {times}}}"

    assert risky(RiskKind.SLIPPING, actions=action) == ([("A1", "M01")] if slips else [])


def test_what_was_put_off_most_often_comes_first_then_what_is_late() -> None:
    times = {
        "A1": "finish: 2026, status: geser, moves: [{to: 2027}]",
        "A2": "finish: 2025",
        "A3": "finish: 2026, status: geser, moves: [{to: 2027}, {to: 2028}]",
        "A4": "finish: 2024, status: geser, moves: [{to: 2025}]",
    }
    actions = "\n".join(
        f"- {{code: {code}, name: Taman, opd: DLH, indicators: [{{code: M01}}], {time}}}"
        for code, time in times.items()
    )

    assert risky(RiskKind.SLIPPING, actions=actions) == [("A3", "A4", "A1", "A2", "M01")]


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [
        ("threshold:", "threshold:", True),
        ("      threshold: {value: 20, kind: hukum, basis: UU 26/2007}\n", "", False),
    ],
    ids=["judged", "without a threshold"],
)
def test_only_a_value_that_is_judged_by_can_be_too_old(old: str, new: str, stale: bool) -> None:
    aged = GREEN.replace("2025", "2022").replace("2026-02", "2023").replace(old, new)

    assert risky(RiskKind.STALE, indicators=aged) == ([("M01",)] if stale else [])


def test_gaps_that_widen_are_told_in_the_order_of_the_codes() -> None:
    action = "- {code: A1, name: Taman, opd: DLH, start: 2027, finish: 2027, status: rencana, indicators: [{code: M10, adds: 3}, {code: M2, adds: 4}]}"
    standard = GREEN.replace("M01", "M2").replace("kind: hukum", "kind: kebijakan")
    plan = city(indicators=GREEN.replace("M01", "M10") + standard, actions=action)

    assert [gap.indicator.code for gap in compare(plan, [Drop("A1")]).widened] == ["M2", "M10"]


def test_too_many_actions_are_told_for_this_year_and_those_to_come() -> None:
    actions = "\n".join(
        f"- {{code: A{nth}, name: Taman, opd: DLH, start: 2025, finish: 2027}}" for nth in (1, 2)
    )
    plan = city(plan=f"{HEADER}    settings: {{most_actions: 1}}\n", actions=actions)

    assert {year.year: bool(year.crowded) for year in stages_of(plan).years if 2025 <= year.year <= 2027} == {
        2025: False,
        2026: True,
        2027: True,
    }


def test_a_plan_without_a_header_has_no_years() -> None:
    assert stages_of(read(AS_OF, indicators=GREEN).plan).years == ()


def test_everybody_is_nobody_in_particular_and_who_is_named_beside_is() -> None:
    plan = city(
        rakor="- date: 2026-03-01\n  decisions:\n    - {text: Lahan, lead: semua, support: [DLH], status: proses}"
    )

    named = [
        (reference.code, *reference.keys)
        for reference in references(plan, "opd")
        if reference.record is plan.rakor[0].decisions[0]
    ]

    assert named == [("DLH", "support", 0)]


def test_only_what_refers_to_a_section_bears_codes_of_it() -> None:
    fields = code_fields("indicators")

    assert {(Indicator, "code"), (Indicator, "name"), (Opd, "code")} & fields == {(Indicator, "code")}
