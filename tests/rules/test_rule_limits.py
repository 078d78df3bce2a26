"""Limits of rules: what is found, and what lies just beside it and is not."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding
from serang_plan.operations.checking.check import checked
from serang_plan.places import Span
from serang_plan.policy.p904_unknown_rule import unknown_rule
from tests.conftest import read
from tests.worlds.small_city import GREEN, HEADER, OPD, SOURCES


def findings(code: str, **sections: str) -> Iterator[Finding]:
    reading = read(**{"plan": HEADER, "sources": SOURCES, "opd": OPD, "indicators": GREEN, **sections})
    return (located.finding for located in checked(reading).shown if located.finding.rule.code == code)


def found(code: str, **sections: str) -> list[str]:
    return [finding.message.en for finding in findings(code, **sections)]


def test_between_a_duty_that_ended_and_one_to_come_nobody_is_missing() -> None:
    ended, coming = (
        "- {indicator: M01, lead: DLH, until: 2026-05}",
        "- {indicator: M01, lead: DPUPR, from: 2026-08}",
    )

    assert [len(found("C304", assignments=text)) for text in (ended, coming, f"{ended}\n{coming}")] == [
        1,
        1,
        0,
    ]


def test_a_duty_to_come_has_not_ended() -> None:
    (message,) = found("C304", assignments="- {indicator: M01, lead: DLH, from: 2027, until: 2028}")

    assert message == "no OPD leads indicator `M01` RTH publik"


def test_too_many_actions_of_an_opd_that_is_not_on_the_list_are_another_findings_matter() -> None:
    def crowded(opd: str) -> int:
        actions = "\n".join(f"- {{code: A{nth}, name: Taman, opd: {opd}, finish: 2027}}" for nth in (1, 2))
        return len(found("K705", plan=f"{HEADER}    settings: {{most_actions: 1}}\n", actions=actions))

    assert [crowded(opd) for opd in ("DLH", "ENTAH")] == [1, 0]


def test_those_who_act_in_place_of_the_lead_are_named_in_order() -> None:
    codes = [f"OPD{nth}" for nth in range(9)]
    opd = OPD.rstrip() + "".join(f"\n    - {{code: {code}, name: Dinas {code}}}" for code in codes)
    actions = "\n".join(
        f"- {{code: A{nth}, name: Taman, opd: {code}, finish: 2027, indicators: [{{code: M01, adds: 1}}]}}"
        for nth, code in enumerate(reversed(codes))
    )

    (finding,) = findings("K710", opd=opd, actions=actions, assignments="- {indicator: M01, lead: DLH}")

    assert ", ".join(f"`{code}`" for code in codes[:3]) in finding.message.en + str(finding.help)


def test_a_region_that_could_not_be_read_is_not_called_unknown() -> None:
    serang = '- {code: "36.73", name: Kota Serang}\n- {code: "36.73.01", name: Serang}'
    action = '- {code: A1, name: Taman, opd: DLH, finish: 2027, place: {kecamatan: "36.73.02"}}'
    refused = f'{serang}\n- {{code: "36.73.02", nama_lain: x, name: [1]}}'

    assert [len(found("L208", regions=regions, actions=action)) for regions in (serang, refused)] == [1, 0]


def test_a_due_date_of_another_year_is_only_guessed_at_if_the_guess_lies_behind_the_rakor() -> None:
    def advice(due: str) -> str:
        decision = f"{{code: R1, text: Lahan, lead: DLH, due: {due}, status: proses}}"
        (finding,) = findings("R807", rakor=f"- date: 2026-06-01\n  decisions:\n    - {decision}")
        return finding.help.en if finding.help else ""

    assert advice("2025-08-01") == "did you mean `2026-08-01`?"
    assert "did you mean" not in advice("2025-03-01")
    assert "did you mean" not in advice("2026-03-01")


def test_an_action_that_ends_before_it_begins_does_not_hide_the_next_one() -> None:
    turned = "- {code: A1, name: Taman, opd: DLH, start: 2026-03, finish: 2026-02}"
    overdue = "- {code: A2, name: Jalan, opd: DLH, start: 2025, finish: 2026-02}"
    one_day = "- {code: A3, name: Lampu, opd: DLH, start: 2026-02-01, finish: 2026-02-01}"

    assert [
        ("A2" in text, "A3" in text) for text in found("T406", actions=f"{turned}\n{overdue}\n{one_day}")
    ] == [
        (True, False),
        (False, True),
    ]


def test_only_what_is_nearly_a_code_is_taken_for_one() -> None:
    known = ("V501", "V503", "E601")

    def advice(typed: str) -> str:
        finding = unknown_rule(typed, known, Span("plan.yaml", 1, 1, 1))
        return finding.help.en if finding.help else ""

    assert [advice(typed).startswith("did you mean") for typed in ("V50l", "V-503", "V5033", "V53")] == [
        True
    ] * 4
    assert [advice(typed).startswith("see the list") for typed in ("V9", "nilai", "V50333")] == [True] * 3


def test_a_target_in_the_first_or_last_year_is_within_the_plan() -> None:
    targets = ", ".join(f"{{year: {year}, value: 15}}" for year in (2023, 2024, 2029, 2030))

    messages = found("T401", indicators=f"{GREEN}      targets: [{targets}]\n")

    assert [("2023" in text, "2030" in text) for text in messages] == [(True, False), (False, True)]


def test_a_plan_of_a_single_year_has_an_outside_too() -> None:
    header = HEADER.replace("first_year: 2024", "first_year: 2029")

    assert (
        len(found("T412", plan=header, stages="- {year: 2028, focus: Taman}\n- {year: 2029, focus: Jalan}"))
        == 1
    )
    assert (
        len(
            found(
                "T412",
                plan=header.replace("last_year: 2029", "last_year: 2027"),
                stages="- {year: 2028, focus: X}",
            )
        )
        == 0
    )


def test_a_comment_that_ignores_a_finding_has_run_out_on_the_day_after_its_last() -> None:
    def run_out(day: str) -> list[str]:
        bare = (
            f"{GREEN.replace('naik', f'naik # serang-plan: abaikan C304 — belum disepakati, sampai {day}')}"
        )
        return found("P903", indicators=bare)

    assert [len(run_out(day)) for day in ("2026-06-29", "2026-06-30", "2026-07-01")] == [1, 0, 0]


def test_an_indicator_whose_code_was_misspelt_in_its_duty_is_not_without_a_lead() -> None:
    duty = "- {indicator: %s, lead: DLH}"

    assert [len(found("C304", assignments=duty % code)) for code in ("M01", "M-1", "XYZZY")] == [0, 0, 1]


def test_a_duty_that_would_begin_today_had_it_not_ended_is_not_to_come() -> None:
    turned = "- {indicator: M01, lead: DLH, from: 2026-06-30, until: 2026-05-31}"

    (message,) = found("C304", assignments=turned)

    assert message.startswith("no OPD leads indicator `M01` RTH publik after")


def test_a_provider_that_could_not_be_read_is_not_called_unknown() -> None:
    series = GREEN.replace("unit:", "provider: BPS\n      unit:")
    refused = f"{OPD}    - {{code: BPS, name: [1]}}\n"

    assert [len(found("L213", indicators=series, opd=opd)) for opd in (OPD, refused)] == [1, 0]


def test_a_target_of_a_year_that_has_passed_ends_no_year_to_come() -> None:
    def years(year: int) -> list[str]:
        indicator = f"{GREEN}      targets: [{{year: {year}, value: 20}}]\n"
        return [message.rpartition(" in ")[2] for message in found("C308", indicators=indicator)]

    assert (years(2025), years(2027)) == (["2026–2029"], ["2026"])


def test_the_next_free_code_is_proposed_to_a_decision_without_one() -> None:
    named = "- {code: R1-1, text: Lahan, lead: DLH, due: 2027-01-01}"
    unnamed = "- {text: Air, lead: DLH, due: 2027-01-01}"

    (finding,) = findings("R803", rakor=f"- date: 2026-06-01\n  decisions:\n    {unnamed}\n    {named}")

    assert finding.help is not None
    assert finding.help.en == "add a code, for example `code: R1-2`"


def test_an_old_value_that_came_late_does_not_hide_that_a_newer_one_has_reached_the_target() -> None:
    late = GREEN.partition("measurements:")[0] + (
        "measurements:\n"
        "        - {as_of: 2023, published: 2026-03, value: 9, source: S1}\n"
        "        - {as_of: 2024, published: 2025-06, value: 15, source: S1}\n"
        "      targets: [{year: 2026, value: 14}]\n"
    )

    (message,) = found("V505", indicators=late)

    assert message.endswith("has been reached already: 15 % (2024)")


def test_only_a_target_of_nothing_at_all_cannot_be_set_further() -> None:
    def reached(target: str) -> int:
        falling = GREEN.replace("naik", "turun").replace("value: 12", "value: 0")
        return len(found("V505", indicators=f"{falling}      targets: [{{year: 2027, value: {target}}}]\n"))

    assert (reached("0"), reached("1")) == (0, 1)


def test_an_indicator_whose_value_is_good_enough_needs_no_target_whatever_was_declared() -> None:
    declared = f"{GREEN}      declared: {{standing: belum, by: Sekda, date: 2026-03-01}}\n"

    assert [len(found("C303", indicators=text)) for text in (declared, declared.replace("12,", "25,"))] == [
        1,
        0,
    ]


def test_a_decision_that_is_asked_for_anyway_is_not_asked_for_its_status_too() -> None:
    rakor = """
        - date: 2026-05-04
          decisions:
            - {code: R1, text: Lahan, lead: DLH, due: 2027-01-01}
        - {date: 2026-06-01}
    """

    def asked(most: int) -> int:
        return len(found("R808", plan=f"{HEADER}    settings: {{silent_rakor: {most}}}\n", rakor=rakor))

    assert [asked(most) for most in (1, 2)] == [0, 1]
