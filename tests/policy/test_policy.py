"""Policy: what a plan says about its own findings, in its settings and in comments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.findings import Finding, Severity
from serang_plan.model.header import Requirement
from serang_plan.operations.checking.check import checked, fault_counts, known_rule
from serang_plan.places import Comment, SourceFile, Span
from serang_plan.policy.directives import Directive, read_remark
from serang_plan.policy.severities import REQUIRED
from serang_plan.reading.comments import comments
from serang_plan.reading.folder import Reading, read_texts
from tests.conftest import AS_OF

PlanOf = Callable[..., Reading]

INDICATOR = "- {code: M01, name: RTH, aspect: fisik, unit: ha, direction: naik"
"""An indicator without anything: C302, C304, C305 and C306 find it."""


def remark(text: str) -> Directive:
    found = read_remark(Comment(text, Span("a.yaml", 1, 1, len(text)), 1))
    assert isinstance(found, Directive), found
    return found


def codes(reading: Reading) -> list[str]:
    return [one.finding.rule.code for one in checked(reading).shown]


# -- the comment ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# serang-plan: abaikan V501 — angka BPS",
        "# serang-plan: abaikan V501 – angka BPS",
        "# serang-plan: abaikan V501 - angka BPS",
        "# serang-plan: abaikan V501 -- angka BPS",
        "# serang-plan: abaikan V501: angka BPS",
        "#serang-plan:abaikan V501 angka BPS",
        "# Serang-Plan : Abaikan v501 , angka BPS.",
        "# serang-plan: ignore V501 — reason: angka BPS",
        "# serang-plan: abaikan V501 — alasannya: angka BPS",
        "# serang-plan: abaikan: V501 \t angka BPS",
    ],
)
def test_a_comment_may_be_written_in_many_ways(text: str) -> None:
    found = remark(text)

    assert (found.codes, found.reason, found.until) == (("V501",), "angka BPS", None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("# serang-plan abaikan V501 — angka BPS", "abaikan V501 — angka BPS"),
        ("# serang_plan: abaikan V501 — angka BPS", "abaikan V501 — angka BPS"),
        ("#serangplan; Ignore V501 - BPS figures", "ignore V501 - BPS figures"),
        ("# serang plan V501", "abaikan V501 — …"),
        ("# serang-plan abikan V501 — angka BPS", "abaikan V501 — angka BPS"),
        ("# sreang-plan: abaikan V501 — angka BPS", "abaikan V501 — angka BPS"),
        ("# abaikan V501 — angka BPS", "abaikan V501 — angka BPS"),
        ("# serang-plan abaikan", "abaikan V501 — …"),
    ],
)
def test_a_comment_that_is_nearly_one_to_the_program_is_told_with_what_to_type(text: str, meant: str) -> None:
    (comment,) = comments(SourceFile("a.yaml", f"a: 1 {text}\n"))

    found = read_remark(comment)

    assert isinstance(found, Finding)
    assert found.message.en == "this comment does nothing, since it does not begin with `serang-plan:`"
    assert found.help is not None
    assert found.help.en == f"type `# serang-plan: {meant}`"


@pytest.mark.parametrize(
    "text",
    [
        "# serang-plan validate memeriksa berkas ini",
        "# serang-plan explain V501",
        "# PERIKSA serang-plan validate",
        "# Jangan abaikan V501: lihat P5",
        "# abaikan S104, sumber lama",
        "# abaikan A101 dan D002, lihat rakor",
        "# serang-plan simulate A101",
    ],
)
def test_a_comment_for_people_may_name_the_program_and_its_rules(text: str) -> None:
    assert comments(SourceFile("a.yaml", f"a: 1 {text}\n")) == ()


@pytest.mark.parametrize(
    "named",
    ["V501, V503", "V501 V503", "V501,V503", "V501 dan V503", "v501 and V503", "V501; V503", "V501 & V503"],
)
def test_a_comment_may_name_several_rules(named: str) -> None:
    assert remark(f"# serang-plan: abaikan {named} — lihat P5").codes == ("V501", "V503")


def test_what_stands_behind_a_comma_without_a_digit_is_the_reason() -> None:
    found = remark("# serang-plan: abaikan V501, karena BPS dan Dinkes berbeda")

    assert (found.codes, found.reason) == (("V501",), "karena BPS dan Dinkes berbeda")


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("V501 sampai 2027-01-01 — menunggu BPS", date(2027, 1, 1)),
        ("V501 (sampai 2027-01-01): menunggu BPS", date(2027, 1, 1)),
        ("V501 — menunggu BPS sampai 2027-01-01", date(2027, 1, 1)),
        ("V501 — menunggu BPS (until 2027-01-01).", date(2027, 1, 1)),
        ("V501 — menunggu BPS, hingga 2027-TW1", date(2027, 3, 31)),
        ("V501 — menunggu BPS, sampai 2027-02", date(2027, 2, 28)),
        ("V501 — menunggu BPS, sampai 2027", date(2027, 12, 31)),
    ],
)
def test_the_last_day_may_come_first_or_last(text: str, until: date) -> None:
    found = remark(f"# serang-plan: abaikan {text}")

    assert (found.reason, found.until) == ("menunggu BPS", until)


@pytest.mark.parametrize(
    "reason",
    [
        "sampai semua 16 OPD melapor",
        "berlaku sampai rapat TW3 2027 selesai",
        "BPS menyebut alasannya: angka diperbaiki",
    ],
)
def test_a_reason_may_speak_of_something_else_that_ends_and_of_reasons(reason: str) -> None:
    found = remark(f"# serang-plan: abaikan V501 — {reason}")

    assert (found.reason, found.until) == (reason, None)


@pytest.mark.parametrize("typed", ["", "—", "?!", "(*)", "TODO"])
def test_signs_alone_and_what_is_still_to_be_written_are_no_reason(typed: str) -> None:
    assert remark(f"# serang-plan: abaikan V501 — {typed}").reason == ""


@pytest.mark.parametrize("date_", ["2027-02-30", "31 Desember 2027", "31-12-2027", "Desember 2027"])
def test_a_last_day_that_is_no_date_is_told_and_not_taken_for_a_reason(date_: str) -> None:
    for text in (f"V501 sampai {date_} — ya", f"V501 — menunggu BPS, sampai {date_}"):
        comment = Comment(f"# serang-plan: abaikan {text}", Span("a.yaml", 1, 1, 1), 1)

        found = read_remark(comment)

        assert isinstance(found, Finding)
        assert found.message.id == f"`{date_}` dalam komentar ini bukan tanggal"


# -- where it stands ------------------------------------------------------------------


def lines_of(text: str) -> list[tuple[int, int]]:
    """Return where each comment stands, and the line it speaks of."""
    return [(one.at.line, one.line) for one in comments(SourceFile("a.yaml", text))]


WORDS = "# serang-plan: abaikan V501 — x"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"a: 1 {WORDS}\n", [(1, 1)]),
        (f"{WORDS}\na: 1\n", [(1, 2)]),
        (f"a: 1\n  {WORDS}\n  # more\n {WORDS}\nb: 2\n", [(2, 5), (4, 5)]),
        (f"{WORDS}\n\na: 1\n", [(1, 2)]),
        (f"a: [1, {WORDS}\n2] {WORDS}\n", [(1, 1), (2, 2)]),
        (f"a: |  {WORDS}\n  text {WORDS}\n  {WORDS}\n{WORDS}\nb: 1\n", [(1, 1), (4, 5)]),
        (f'a: "x {WORDS}\n  {WORDS}\n  "  {WORDS}\n', [(3, 3)]),
        (f"a: 'x {WORDS}'\n", []),
        (f"'x {WORDS}': 1 {WORDS}\n", [(1, 1)]),
        (f"a: b{WORDS}\n", []),
        (f"a: [1]{WORDS}\n", []),
        (f"a: >-\n\n  {WORDS}\n  x\n\n\nb: 1", []),
        (f"a: 1 # old {WORDS}", [(1, 1)]),
        (f"a: 1\r\n{WORDS}\r\nb: 2 {WORDS}\r\n", [(2, 3), (3, 3)]),
        (f"--- {WORDS}\na: 1\n", [(1, 1)]),
        (f"a: 1 {WORDS}\nb: 'never closed {WORDS}\n{WORDS}\nc: 1 {WORDS}\n", [(1, 1), (4, 4)]),
    ],
)
def test_only_comments_count_and_each_speaks_of_one_line(text: str, places: list[tuple[int, int]]) -> None:
    assert lines_of(text) == places


def test_a_finding_is_ignored_on_its_line_or_from_the_line_above(plan: PlanOf) -> None:
    reading = plan(
        indicators=f"""
        {INDICATOR}}} # serang-plan: abaikan C302 — belum ada peraturannya
        # serang-plan: abaikan C302, C306 — belum ada peraturan maupun data
        {INDICATOR.replace("M01", "M02")}}}
        """
    )

    found = checked(reading)

    ignored = [(one.at.line, one.finding.rule.code) for one in found.suppressed]
    assert ignored == [(2, "C302"), (4, "C302"), (4, "C306")]
    assert [one.suppressed.reason for one in found.suppressed if one.suppressed] == [
        "belum ada peraturannya",
        *["belum ada peraturan maupun data"] * 2,
    ]
    assert [one.at.line for one in found.shown if one.finding.rule.code == "C306"] == [2]


def test_a_comment_inside_a_text_ignores_nothing(plan: PlanOf) -> None:
    reading = plan(indicators=f"{INDICATOR}, note: 'x # serang-plan: abaikan C302 — x'}}")

    assert reading.comments == ()
    assert "C302" in codes(reading)


def test_nothing_is_called_idle_while_something_is_unread(plan: PlanOf) -> None:
    """The finding may just not have come up, because the record was refused."""
    reading = plan(indicators=f"{INDICATOR}, salah: 1}} # serang-plan: abaikan C302 — belum ada peraturannya")

    assert [code for code in codes(reading) if code[0] in "FP"] == ["F101"]


def test_the_last_day_counts_as_of_the_date_of_the_check() -> None:
    text = f"indicators:\n{INDICATOR}}} # serang-plan: abaikan C302 — ya, sampai 2026-06-30\n"

    assert "C302" not in codes(read_texts(iter([("a.yaml", text)]), date(2026, 6, 30)))
    assert {"C302", "P903"} <= set(codes(read_texts(iter([("a.yaml", text)]), date(2026, 7, 1))))


def test_the_second_comment_for_the_same_finding_has_nothing_to_ignore(plan: PlanOf) -> None:
    reading = plan(
        indicators=f"""
        # serang-plan: abaikan C302 — satu
        {INDICATOR}}} # serang-plan: abaikan C302 — dua
        """
    )

    found = checked(reading)

    assert [one.suppressed.reason for one in found.suppressed if one.suppressed] == ["satu"]
    assert [
        (one.at.line, one.finding.rule.code) for one in found.shown if one.finding.rule.code[0] == "P"
    ] == [(3, "P905")]


# -- the settings -----------------------------------------------------------------------

HEADER = "title: X\ncity: X\nfirst_year: 2026\nlast_year: 2027\nsettings:\n"


def severity_of(reading: Reading, code: str) -> Severity | None:
    return next(
        (one.finding.rule.severity for one in checked(reading).shown if one.finding.rule.code == code), None
    )


def test_a_plan_names_the_severity_of_a_rule(plan: PlanOf) -> None:
    reading = plan(plan=HEADER + "  severity: {C302: galat, C305: peringatan}", indicators=f"{INDICATOR}}}")

    assert severity_of(reading, "C302") is Severity.ERROR
    assert severity_of(reading, "C305") is Severity.WARNING
    assert severity_of(reading, "C306") is Severity.NOTE
    assert fault_counts(reading).errors == 1


def test_what_is_required_is_an_error_unless_its_rule_is_named(plan: PlanOf) -> None:
    required = "  required: [ambang, bukti-keputusan]\n"
    rakor = "- {date: 2026-01-05, decisions: [{code: R1, text: Ya, lead: semua, status: selesai, due: 2026-02-01}]}"

    reading = plan(
        plan=HEADER + required + "  severity: {C302: catatan}", indicators=f"{INDICATOR}}}", rakor=rakor
    )

    assert severity_of(reading, "R806") is Severity.ERROR
    assert severity_of(reading, "C302") is Severity.NOTE


def test_what_cannot_be_read_stays_an_error(plan: PlanOf) -> None:
    settings = "  severity: {F101: catatan, S120: catatan}"

    reading = plan(plan=HEADER + settings, indicators=f"{INDICATOR}, salah: 1}}")

    assert severity_of(reading, "F101") is Severity.ERROR
    assert severity_of(reading, "P906") is Severity.WARNING


def test_what_cannot_be_read_may_be_called_the_error_that_it_is(plan: PlanOf) -> None:
    reading = plan(plan=HEADER + "  severity: {F101: galat}", indicators=f"{INDICATOR}, salah: 1}}")

    assert severity_of(reading, "F101") is Severity.ERROR
    assert "P906" not in codes(reading)


def test_what_cannot_be_read_is_not_ignored_by_a_comment_either(plan: PlanOf) -> None:
    reading = plan(indicators=f"{INDICATOR}, salah: 1}}  # serang-plan: abaikan F101 — nanti saja")

    assert {"F101", "P906"} <= set(codes(reading))


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("parah", "ketik salah satu: `galat`, `peringatan`, `catatan`"),
        ("galad", "maksud Anda `galat`?"),
        ("error", "maksud Anda `galat`?"),
        ("Warning", "maksud Anda `peringatan`?"),
    ],
)
def test_a_severity_that_is_no_word_for_one_is_told(plan: PlanOf, typed: str, advice: str) -> None:
    reading = plan(plan=HEADER + f"  severity: {{C302: {typed}}}")

    (found,) = (one for one in checked(reading).shown if one.finding.rule.code[0] == "F")
    assert found.finding.rule.code == "F104"
    assert found.finding.help is not None
    assert found.finding.help.id == advice


def test_the_name_of_a_rule_leads_to_its_code(plan: PlanOf) -> None:
    reading = plan(plan=HEADER + "  severity: {no-threshold: galat}")

    (found,) = (one for one in checked(reading).shown if one.finding.rule.code == "P904")
    assert found.finding.help is not None
    assert found.finding.help.en == "did you mean `C302`?"


def test_the_name_of_a_rule_in_a_comment_leads_to_its_code(plan: PlanOf) -> None:
    reading = plan(indicators=f"{INDICATOR}}} # serang-plan: abaikan no-threshold — belum ada peraturannya")

    (found,) = (one for one in checked(reading).shown if one.finding.rule.code == "P904")
    assert found.finding.message.en == "there is no rule `no-threshold`"
    assert found.finding.help is not None
    assert found.finding.help.en == "did you mean `C302`?"


def test_every_word_that_can_be_required_has_its_rule() -> None:
    assert set(REQUIRED) == set(Requirement.__args__)  # type: ignore[attr-defined]
    assert all(known_rule(code).code == code for code in REQUIRED.values())


def test_two_plans_with_other_severities_are_not_equal(plan: PlanOf) -> None:
    one, same, other = (
        plan(plan=HEADER + f"  severity: {{C302: {word}}}").plan.header
        for word in ("galat", "galat", "catatan")
    )

    assert one == same != other
    assert hash(one) == hash(same)


# -- hostile text ------------------------------------------------------------------------


@given(
    st.text(max_size=120),
    st.sampled_from(["", "abaikan ", "abaikan V501", "abaikan V501 — ", "ignore C302 sampai 2027"]),
)
def test_any_comment_ends_in_a_remark_or_a_finding(text: str, before: str) -> None:
    source = SourceFile("a.yaml", f"a: 1 # serang-plan: {before}{text}\n")
    for comment in comments(source):
        found = read_remark(comment)
        spans = [one.at for one in found.named] if isinstance(found, Directive) else [found.at]
        for span in spans:
            assert isinstance(span, Span)
            assert 1 <= span.column <= len(source.line(span.line)) + 1


@given(
    st.lists(
        st.sampled_from(["a:", " ", "\n", "'", '"', "|", "# ", WORDS, "x", "- ", "[", "]", "\t", "\r", ": "]),
        max_size=24,
    )
)
def test_any_text_with_comments_ends_in_findings(parts: list[str]) -> None:
    reading = read_texts(iter([("a.yaml", "".join(parts))]), AS_OF)

    found = checked(reading)

    assert all(one.finding.rule.code[0] not in "SF" or one.suppressed is None for one in found.suppressed)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{n}: 1 {WORDS}\n" for n in range(20_000)),
        f"{WORDS}\n" * 20_000 + "a: 1\n",
        "# x\n" * 40_000 + f"{WORDS}\n" * 2 + "# x\n" * 40_000,
        f"a: '{WORDS}\n" * 20_000,
        f"a: 1 # serang-plan: abaikan {'V501, ' * 200_000}\n",
        f"a: 1 # serang-plan: abaikan V501 {'sampai 2027 ' * 100_000}\n",
        f"a: 1 # serang-plan: abaikan V501 {'- ' * 300_000}\n",
        "#" * 1_000_000 + " serang-plan:\n",
        "# " * 500_000 + "serang-plan:\n",
        "#" + " " * 1_000_000 + "serang-plan: x\n",
    ],
    ids=["lines", "stack", "prose", "broken", "codes", "dates", "dashes", "hashes", "hashes apart", "blanks"],
)
def test_comments_by_the_thousand_take_no_more_than_a_moment(text: str) -> None:
    started = process_time()

    for comment in comments(SourceFile("a.yaml", text)):
        read_remark(comment)

    assert process_time() - started < 5


def test_thousands_of_ignored_findings_take_no_more_than_a_moment() -> None:
    rows = (
        f"{INDICATOR.replace('M01', f'M{n:05}')}}} # serang-plan: abaikan C302, C306 — belum ada\n"
        for n in range(3_000)
    )
    reading = read_texts(iter([("a.yaml", "indicators:\n" + "".join(rows))]), AS_OF)
    started = process_time()

    found = checked(reading)

    assert len(found.suppressed) == 6_000
    assert process_time() - started < 20
