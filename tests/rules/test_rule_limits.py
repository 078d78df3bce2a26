"""Limits of rules: what is found, and what lies just beside it and is not."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent, indent

from serang_plan.findings import Finding
from serang_plan.operations.checking.check import checked
from serang_plan.places import Span
from serang_plan.policy.p904_unknown_rule import unknown_rule
from serang_plan.reading.folder import read_texts
from tests.conftest import AS_OF, read
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


def second_places(code: str, assignments: str) -> list[tuple[str, str, int]]:
    """Return what a finding shows beside its own place, in the small city that has a file for each section."""
    sections = {
        "plan": HEADER,
        "sources": SOURCES,
        "opd": OPD,
        "indicators": GREEN,
        "assignments": assignments,
    }
    texts = ((f"{name}.yaml", f"{name}:\n{indent(dedent(body), '  ')}\n") for name, body in sections.items())
    shown = checked(read_texts(texts, AS_OF)).shown
    (located,) = (located for located in shown if located.finding.rule.code == code)
    return [(text.en, at.path, at.line) for text, at in located.labels]


def test_of_several_duties_that_ended_the_last_is_shown() -> None:
    ends = [("DLH", 2021), ("DPUPR", 2024), ("DLH", 2019)]
    duties = "\n".join(f"- {{indicator: M01, lead: {lead}, until: {until}}}" for lead, until in ends)

    assert second_places("C304", duties) == [("the last duty ended here", "assignments.yaml", 3)]


def test_of_a_misspelt_code_the_right_one_is_shown_in_whatever_file_it_stands() -> None:
    duty = "- {indicator: M1, lead: DHL}"

    assert [place[:2] for code in ("L201", "L203") for place in second_places(code, duty)] == [
        ("`DLH` is here", "opd.yaml"),
        ("`M01` is here", "indicators.yaml"),
    ]


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


def test_a_target_outside_a_plan_of_a_single_year_is_told() -> None:
    header = HEADER.replace("first_year: 2024", "first_year: 2029")
    targets = "{year: 2028, value: 15}, {year: 2029, value: 16}"

    (message,) = found("T401", plan=header, indicators=f"{GREEN}      targets: [{targets}]\n")

    assert "2028" in message


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


def test_an_indicator_without_a_duty_is_the_one_meant_where_no_other_is_and_one_digit_differs() -> None:
    def idle(*duties: str) -> list[str]:
        listed = "".join(f"\n- {{indicator: {code}, lead: DLH}}" for code in duties)
        return found("C304", assignments=listed, indicators=f"{GREEN}\n{GREEN.replace('M01', 'M02')}")

    assert [len(idle("M02", *codes)) for codes in (["M11"], ["M13"], ["M111"], ["M11", "M21"])] == [
        0,
        1,
        1,
        1,
    ]
    assert len(idle("M11")) == 2


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

    assert (years(2025), years(2026), years(2027)) == (["2026–2029"], [], ["2026"])


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

    assert message.endswith("has been reached already: 15% (2024)")


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


def test_an_unknown_code_that_is_named_more_often_than_is_shown_is_counted() -> None:
    def often(times: int) -> str:
        duties = "\n".join(
            f"- {{indicator: M01, support: [ENTAH], from: {2024 + nth}}}" for nth in range(times)
        )
        (finding,) = findings("L201", assignments=duties)
        return finding.help.en if finding.help else ""

    assert ["times" in often(times) for times in (3, 4)] == [False, True]
    assert "(it is named 4 times)" in often(4)


def test_the_codes_of_a_list_are_named_unless_there_are_more_than_one_can_look_through() -> None:
    def advice(count: int) -> str:
        opd = "\n".join(f"- {{code: OPD{nth}, name: Dinas {nth}}}" for nth in range(count))
        (finding,) = findings("L201", opd=opd, assignments="- {indicator: M01, lead: ENTAH}")
        return finding.help.en if finding.help else ""

    assert [advice(count).rpartition(", or ")[2][:8] for count in (20, 21)] == ["use one ", "correct "]


def test_a_part_of_a_whole_may_be_nothing_or_all_of_it() -> None:
    def outside(value: str) -> int:
        return len(found("V507", indicators=GREEN.replace("value: 12,", f"value: {value},")))

    assert [outside(value) for value in ("-1", "-0.1", "0", "100", "100.1")] == [1, 1, 0, 0, 1]


def test_a_share_above_100_is_advised_with_the_point_that_it_lost() -> None:
    def advice(value: str) -> str:
        (finding,) = findings("V507", indicators=GREEN.replace("value: 12,", f"value: {value},"))
        return finding.help.en if finding.help else ""

    assert [advice(value) for value in ("9838", "10050", "1000", "-5")] == [
        f"did you mean `{meant}`?" for meant in ("98.38", "10.05", "100", "5")
    ]
    assert [advice(value).startswith("compare") for value in ("101", "199", "200")] == [True, True, False]


def test_a_whole_number_of_people_may_be_typed_with_its_point() -> None:
    def broken(value: str) -> int:
        return len(
            found("V508", indicators=GREEN.replace('"%"', "orang").replace("value: 12,", f"value: {value},"))
        )

    assert [broken(value) for value in ("12", "12.0", "12.5")] == [0, 0, 1]


def test_one_value_in_a_unit_of_its_own_may_be_a_fraction_of_a_person_whatever_the_others_are() -> None:
    own = GREEN.replace("value: 12,", "value: 12.5, unit: orang,")

    assert len(found("V508", indicators=own)) == 1


def test_what_is_done_is_not_asked_for_its_effect() -> None:
    action = "- {code: A1, name: Taman, opd: DLH, finish: 2026-03, indicators: [{code: M01}]%s}"

    assert [
        len(found("C311", actions=action % more)) for more in ("", ", done: 2026-03", ", status: selesai")
    ] == [
        1,
        0,
        0,
    ]


def test_a_header_that_could_not_be_read_is_not_called_missing() -> None:
    assert len(found("C315", plan="title: [1]")) == 0


def test_a_claim_is_not_compared_with_indicators_of_which_some_could_not_be_read() -> None:
    claims = "- {code: K1, date: 2026-03-01, by: Sekda, indicators: 1, met: 1, source: S1}"
    refused = f"{GREEN}\n    - {{code: M02, nama: x}}\n"

    assert [len(found("E604", claims=claims, indicators=text)) for text in (GREEN, refused, "")] == [1, 0, 0]


def test_a_claim_of_a_list_that_is_not_public_is_asked_for_its_list_unless_it_names_one() -> None:
    claim = "- {code: K1, date: 2026-03-01, by: Sekda, indicators: 16, met: %s, source: S1%s}"
    header = HEADER.replace("resmi", "kandidat")

    def asked(met: int, more: str = "") -> list[str]:
        return found("E604", plan=header, claims=claim % (met, more))

    assert [message.partition(";")[0] for met in (0, 8) for message in asked(met)] == [
        "claim `K1` says 0 of 16 are met",
        "claim `K1` says 8 of 16 are met",
    ]
    assert asked(8, ", list: X1") == asked(8, ", said: {B1: terpenuhi}") == []


def test_a_partner_that_is_called_like_an_opd_is_a_partner_all_the_same() -> None:
    duty = "- {indicator: M01, lead: DLH, partners: [Lingkungan]}"
    partner = "- {code: Lingkungan, name: Yayasan Lingkungan, kind: masyarakat}"

    assert [len(found("L206", assignments=duty, partners=text)) for text in ("", partner)] == [1, 0]


def test_an_action_of_a_single_day_does_not_finish_before_it_starts() -> None:
    action = "- {code: A1, name: Lampu, opd: DLH, start: 2026-02-02, finish: 2026-02-%s}"

    assert [len(found("T403", actions=action % day)) for day in ("01", "02")] == [1, 0]


def test_an_action_that_helps_does_not_hide_one_that_does_not() -> None:
    actions = "\n".join(
        f"- {{code: A{nth}, name: Taman, opd: DLH, finish: 2027, indicators: [{{code: M01, adds: {adds}}}]}}"
        for nth, adds in enumerate((2, -1), 1)
    )

    (message,) = found("V510", actions=actions)

    assert "`A2`" in message


def test_a_duty_that_would_end_today_had_it_begun_has_not_ended() -> None:
    turned = "- {indicator: M01, lead: DLH, from: 2026-08-01, until: 2026-06-%s}"

    assert [len(found("C304", assignments=turned % day)) for day in ("29", "30")] == [0, 1]


def test_an_opd_whose_code_was_misspelt_in_its_duty_is_not_without_one_whatever_a_partner_is_called() -> None:
    def idle(code: str, partners: str = "") -> int:
        field = "partners" if partners else "support"
        duty = f"- {{indicator: M01, lead: DLH, {field}: [{code}]}}"
        return len(found("C307", assignments=duty, partners=partners))

    assert [idle("DPUPR"), idle("DPUPRR"), idle("XYZZY")] == [0, 0, 1]
    assert idle("DPUPRR", "- {code: DPUPRR, name: Paguyuban, kind: masyarakat}") == 1


def test_where_every_indicator_is_of_a_standing_and_they_are_too_few_no_others_are_named() -> None:
    asserted = "- {day: 2026-06-30, standing: terpenuhi, at_least: 3}"
    met = GREEN.replace("value: 12,", "value: 25,")

    def advice(indicators: str) -> str:
        (finding,) = findings("E610", indicators=indicators, assertions=asserted)
        return finding.help.en if finding.help else ""

    assert [advice(text) for text in (met, GREEN)] == ["2 too few", "3 too few; the others: `M01`"]


def test_a_code_of_the_list_or_of_a_partner_is_a_code_though_another_opd_is_called_so() -> None:
    opd = OPD.replace("[Lingkungan]", "[Lingkungan, DPUPR]")
    partner = "- {code: Lingkungan, name: Yayasan Lingkungan, kind: masyarakat}"

    def told(support: str, partners: str = "") -> int:
        duty = f"- {{indicator: M01, lead: DLH, support: [{support}]}}"
        return len(found("L202", opd=opd, assignments=duty, partners=partners))

    assert [told("Lingkungan"), told("DPUPR"), told("Lingkungan", partner)] == [1, 0, 0]


def test_a_duty_may_end_on_the_last_day_of_its_opd() -> None:
    opd = OPD + "    - {code: BLH, name: Badan, from: 2010, until: 2016-12-31}\n"
    duty = "- {indicator: M01, lead: BLH, from: 2015, until: %s}"

    assert [len(found("L211", opd=opd, assignments=duty % day)) for day in ("2016-12-31", "2017-01-01")] == [
        0,
        1,
    ]


def test_an_action_may_still_start_today() -> None:
    action = "- {code: A1, name: Taman, opd: DLH, start: 2026-06-%s, finish: 2027, status: rencana}"

    assert [len(found("T414", actions=action % day)) for day in ("29", "30")] == [1, 0]


def test_an_action_that_finishes_today_and_has_not_begun_is_late_and_not_yet_overdue() -> None:
    action = "- {code: A1, name: Taman, opd: DLH, start: 2026-01, finish: 2026-06-%s, status: rencana}"

    assert [
        [len(found(code, actions=action % day)) for code in ("T406", "T414")] for day in ("29", "30")
    ] == [[1, 0], [0, 1]]


def test_the_parts_may_differ_from_their_total_by_just_as_much_as_is_accepted() -> None:
    def differing(part: str) -> int:
        breakdown = f"value: 12, breakdown: {{total: 100, parts: [{{name: A, value: {part}}}]}},"
        return len(found("V503", indicators=GREEN.replace("value: 12,", breakdown)))

    assert [differing(part) for part in ("99.4", "99.5", "100.5", "100.6")] == [1, 0, 0, 1]


def test_a_disputed_value_does_not_hide_one_that_is_not_what_its_share_makes() -> None:
    share = "value: %s, share: {part: 1, whole: 2},"
    values = GREEN.replace("value: 10,", share % 10 + " dispute: P1,").replace("value: 12,", share % 12)
    dispute = "- {code: P1, topic: Luas, statements: [{text: Sepuluh persen, source: S1}]}"

    (message,) = found("V504", indicators=values, disputes=dispute)

    assert "(2025)" in message


def test_a_change_is_spread_over_its_years_leap_day_and_all() -> None:
    def jumps(value: str) -> int:
        return len(found("V506", indicators=GREEN.replace("value: 12,", f"value: {value},")))

    assert [jumps(value) for value in ("30", "30.01")] == [0, 1]


def test_of_more_indicators_than_there_should_be_as_many_are_to_be_deleted() -> None:
    more = GREEN + GREEN.replace("M01", "M02") + GREEN.replace("M01", "M03")

    (finding,) = findings("C301", plan=f"{HEADER}    indicators_expected: 1\n", indicators=more)

    assert finding.help is not None
    assert finding.help.en == "delete 2 of them, or type `indicators_expected: 3`"


def test_a_target_that_falls_short_of_the_threshold_ends_no_year_to_come() -> None:
    def years(target: int) -> list[str]:
        indicator = f"{GREEN}      targets: [{{year: 2027, value: {target}}}]\n"
        return [message.rpartition(" in ")[2] for message in found("C308", indicators=indicator)]

    assert (years(19), years(20)) == (["2026 and 2028–2029"], ["2026"])


def test_a_value_of_today_from_elsewhere_does_not_hide_that_the_own_one_is_out_of_date() -> None:
    old = GREEN.replace("as_of: 2025,", "as_of: 2022,")

    def stale(day: str) -> int:
        other = f"        - {{as_of: {day}, scope: kawasan, value: 9, source: S1}}\n"
        return len(found("E603", indicators=old + other))

    assert [stale(day) for day in ("2026-06-30", "2026-07-01")] == [1, 0]


def test_the_kecamatan_that_there_are_are_named_in_the_order_of_their_codes() -> None:
    regions = "\n".join(
        f'- {{code: "36.73.0{nth}", name: {name}}}' for nth, name in ((2, "Kasemen"), (1, "Serang"))
    )
    action = "- {code: A1, name: Taman, opd: DLH, finish: 2027, place: {kecamatan: Entah}}"

    (finding,) = findings("L208", regions=regions, actions=action)

    assert finding.help is not None
    assert finding.help.en.startswith("the kecamatan are: `36.73.01`, `36.73.02`;")


def test_of_the_opd_that_another_followed_only_that_which_existed_at_that_time_is_named() -> None:
    opd = OPD + (
        "    - {code: BARU, name: Dinas Baru, from: 2017}\n"
        "    - {code: LAMA, name: Dinas Lama, from: 2010, until: 2016, successor: BARU}\n"
        "    - {code: TUA, name: Dinas Tua, until: 2009, successor: BARU}\n"
    )

    (finding,) = findings("L211", opd=opd, assignments="- {indicator: M01, lead: BARU, from: 2015}")

    assert finding.help is not None
    assert finding.help.en == "the OPD that existed at that time: `LAMA`"


def test_a_duty_that_begins_on_the_last_day_of_its_opd_may_end_with_it() -> None:
    opd = OPD + "    - {code: BLH, name: Badan, from: 2010, until: 2016-12-31, successor: DLH}\n"

    def advice(start: str) -> str:
        duty = f"- {{indicator: M01, lead: BLH, from: {start}}}"
        (finding,) = findings("L211", opd=opd, assignments=duty)
        return finding.help.en.partition(" ")[0] if finding.help else ""

    assert [advice(day) for day in ("2016-12-31", "2017-01-01")] == ["add", "name"]


def test_a_header_that_stands_twice_in_one_file_is_a_repeated_key_and_no_second_header() -> None:
    text = f"plan:{HEADER}plan:{HEADER}"
    reading = read_texts(iter([("plan.yaml", text)]), AS_OF)

    assert {one.finding.rule.code for one in checked(reading).shown} & {"S101", "L212"} == {"S101"}


def test_a_decision_without_a_code_is_none_that_could_be_named() -> None:
    unnamed = "{text: Air, lead: DLH, due: 2027-01-01}"
    waiting = "{code: R1, text: Lahan, lead: DLH, due: 2027-01-01, waits_for: [%s]}"

    def unknown(code: str) -> list[str]:
        decisions = f"[{unnamed}, {waiting % code}]"
        return found("L220", rakor=f"- {{date: 2026-06-01, decisions: {decisions}}}")

    assert [len(unknown(code)) for code in ("R1", "R7")] == [0, 1]


def test_a_due_date_of_a_leap_day_is_guessed_at_as_the_last_day_of_february() -> None:
    decision = "{code: R1, text: Lahan, lead: DLH, due: 2024-02-29, status: proses}"

    (finding,) = findings("R807", rakor=f"- date: 2026-02-10\n  decisions:\n    - {decision}")

    assert finding.help is not None
    assert finding.help.en == "did you mean `2026-02-28`?"


def test_a_decision_may_be_reported_on_the_day_of_its_rakor() -> None:
    def early(day: str) -> int:
        history = f"history: [{{known: 2026-06-{day}, status: proses}}]"
        decision = f"{{code: R1, text: Lahan, lead: DLH, due: 2027-01-01, {history}}}"
        return len(found("R810", rakor=f"- {{date: 2026-06-02, decisions: [{decision}]}}"))

    assert [early(day) for day in ("01", "02")] == [1, 0]


def test_of_many_values_for_one_time_six_are_named_and_the_others_counted() -> None:
    def values(count: int) -> str:
        rivals = "".join(
            f"        - {{as_of: 2024, published: 2025, value: {nth}, source: S1}}\n" for nth in range(count)
        )
        (message,) = found("V501", indicators=GREEN + rivals)
        return message.rpartition(", ")[2]

    assert [values(count) for count in (7, 8, 9)] == ["and 6%", "and 2 others", "and 3 others"]


def test_a_value_of_the_first_day_of_a_year_does_not_reach_its_target_early() -> None:
    def reached(day: str) -> int:
        indicator = GREEN.replace("as_of: 2025, published: 2026-02,", f"as_of: {day},")
        return len(found("V505", indicators=f"{indicator}      targets: [{{year: 2026, value: 11}}]\n"))

    assert [reached(day) for day in ("2025-12-31", "2026-01-01")] == [1, 0]


def test_from_nothing_a_value_does_not_change_by_any_percentage() -> None:
    header = f"{HEADER}    settings: {{jump_percent: 0}}\n"

    def jumps(before: int) -> int:
        indicator = GREEN.replace("value: 10,", f"value: {before},")
        return len(found("V506", plan=header, indicators=indicator))

    assert [jumps(before) for before in (0, 10)] == [0, 1]


def test_an_assertion_without_a_bound_does_not_hide_one_that_is_crossed() -> None:
    asserted = "- {day: 2026-06-30, standing: belum, at_least: 1}\n- {indicator: M01, never: {below: 11}}"

    assert len(found("V511", assertions=asserted)) == 1
