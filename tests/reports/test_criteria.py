"""Lists of criteria beside the evidence: item by item, whose scope it is, and nothing that came later."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from serang_plan.analysis.criteria.claim_check import Incomparable, check_claims
from serang_plan.analysis.criteria.list_check import ListCheck, check_lists
from serang_plan.model.plan import Plan
from serang_plan.reports.criteria import page as criteria
from serang_plan.reports.parts.criteria_words import in_a_line
from serang_plan.reports.status import page as status
from serang_plan.rules.notes.evidence import claim_not_carried
from serang_plan.wording import Lang
from tests.worlds.small_city import GREEN, HEADER, city, shown

PEOPLE = """
- code: M12
  name: Jumlah penduduk
  aspect: ekonomi
  unit: jiwa
  direction: naik
  threshold: {value: 1000000, kind: hukum, basis: UU 26/2007, scope: kawasan}
  measurements:
    - {as_of: 2019, value: 690000, source: S1}
    - {as_of: 2019, value: 2800000, source: S1, scope: kawasan}
"""
COUNTED_ANOTHER_WAY = """
  series: [{code: register, name: Terdaftar}, {code: taksiran, name: Taksiran}]
  measurements:
    - {as_of: 2019, value: 690000, source: S1}
    - {as_of: 2019, value: 2800000, source: S1, scope: kawasan, series: taksiran}
"""
LEGAL = """
- code: L1
  name: tiga syarat kawasan
  by: Kementerian
  basis: PP 15/2010
  scope: kawasan
  complete: true
  date: 2010
  items:
    - {code: L1-1, name: Kota inti}
    - {code: L1-2, name: Sedikitnya 1 juta jiwa, indicators: [M12]}
    - {code: L1-3, name: Ruang terbuka hijau, indicators: [M01]}
"""
STUDY = """
- code: L2
  name: Kajian provinsi
  by: Bappeda Provinsi
  scope: kota
  complete: false
  date: 2020-12
  items:
    - {code: L2-1, name: Ruang terbuka hijau, indicators: [M01]}
    - {code: L2-2, name: Pasar induk}
"""
ALL_MET = """
- {code: K4, date: 2020-05-08, by: BPIW, list: L1, said: {L1-1: terpenuhi, L1-2: terpenuhi, L1-3: terpenuhi}}
"""
OF_STUDY = (
    "- {code: K3, date: 2020-12-09, by: Bappeda Provinsi, list: L2, said: {L2-1: terpenuhi, L2-2: belum}}"
)


def area(**sections: str) -> Plan:
    return city(
        **{
            "plan": HEADER.replace("resmi", "kandidat"),
            "indicators": dedent(GREEN) + PEOPLE,
            "criteria": LEGAL + STUDY,
            "claims": ALL_MET,
            **sections,
        }
    )


def legal(plan: Plan) -> ListCheck:
    return next(check for check in check_lists(plan) if check.criteria.code == "L1")


def said_by(plan: Plan, code: str = "", lang: Lang = "id") -> str:
    return " ".join(shown(criteria.page(criteria.build(plan, code), lang)).split())


def status_of(plan: Plan, lang: Lang = "id") -> str:
    built = status.build(plan, status.Faults(0, 0, 0))
    return " ".join(shown(status.page(built, lang)).split())


def test_an_area_is_judged_by_figures_of_the_area_and_a_figure_of_the_city_settles_nothing() -> None:
    _, people, green = legal(area()).items

    assert [people.standing.value, green.standing.value] == ["terpenuhi", "tidak-dapat-dinilai"]
    assert [bearing.verdict.value.amount for bearing in people.indicators if bearing.verdict.value] == [
        2800000
    ]
    said = said_by(area(), "L1")
    assert "✓ M12 terpenuhi: 2.800.000 jiwa (2019)†, perlu dicek, sumber lemah" in said
    assert "† usang: " in said
    assert "✗ M01 belum: 12% (2025), perlu dicek, angka kota" in said
    assert "Angka kota tidak memastikan butir untuk kawasan." in said
    assert "Tanpa indikator: L1-1." in said


def test_a_figure_of_the_area_counts_though_another_series_judges_the_city() -> None:
    people = PEOPLE.split("  measurements:")[0] + COUNTED_ANOTHER_WAY.lstrip("\n")

    said = said_by(area(indicators=dedent(GREEN) + people), "L1")

    assert "✓ M12 terpenuhi: 2.800.000 jiwa (2019)†, perlu dicek, sumber lemah" in said


@pytest.mark.parametrize(("area_bar", "standing"), [(2500000, "terpenuhi"), (3000000, "belum")])
def test_an_area_is_judged_by_the_threshold_that_is_written_for_it(area_bar: int, standing: str) -> None:
    law = "kind: hukum, basis: UU 26/2007"
    bars = f"thresholds: [{{value: 500000, {law}}}, {{value: {area_bar}, {law}, scope: kawasan}}]"
    people = PEOPLE.replace(f"threshold: {{value: 1000000, {law}, scope: kawasan}}", bars)
    assert people != PEOPLE

    assert legal(area(indicators=dedent(GREEN) + people)).items[1].standing.value == standing


def test_a_claim_is_compared_item_by_item_though_the_indicators_are_candidates() -> None:
    (check,) = check_claims(area())

    assert (check.said_met, check.said_of) == (3, 3)
    assert (check.met, check.unmet, check.open) == (("L1-2",), (), ("L1-1", "L1-3"))
    assert (check.difference, check.could_be_true, check.against) == (2, True, ())


def test_an_item_that_the_evidence_refutes_is_named() -> None:
    plan = area(claims=OF_STUDY)

    (check,) = check_claims(plan)

    assert (check.against, check.could_be_true) == (("L2-1",), False)
    assert "Bukti berlawanan dengan pernyataan pada L2-1." in said_by(plan, "L2")
    assert [
        finding.message.id for finding in claim_not_carried.check(area(claims=OF_STUDY, criteria=STUDY))
    ] == []
    late = area(claims=OF_STUDY.replace("2020-12-09", "2026-03"))
    assert [finding.message.id for finding in claim_not_carried.check(late)] == [
        "menurut pernyataan `K3` butir `L2-1` terpenuhi, tetapi bukti per 31 Mar 2026 menunjukkan belum"
    ]


def test_numbers_about_an_incomplete_list_are_compared_with_nothing() -> None:
    plan = area(claims="- {code: K3, date: 2021, by: Sekda, list: L2, indicators: 2, met: 1}")

    (check,) = check_claims(plan)

    assert check.incomparable is Incomparable.INCOMPLETE_LIST
    assert list(claim_not_carried.check(plan)) == []


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        (ALL_MET, "Tiga syarat kawasan (PP 15/2010), untuk kawasan: menurut BPIW (8 Mei 2020) semuanya terpenuhi; 2 butir punya indikator."),
        ("", "Tiga syarat kawasan (PP 15/2010), untuk kawasan: 2 butir punya indikator."),
        (ALL_MET.replace("L1-3: terpenuhi", "L1-3: belum"), "menurut BPIW (8 Mei 2020) 2 dari 3 terpenuhi;"),
        (ALL_MET.replace(", L1-3: terpenuhi", ""), "menurut BPIW (8 Mei 2020) 2 butir terpenuhi;"),
        (ALL_MET.replace("date: 2020-05-08, ", ""), "menurut BPIW (tanpa tanggal) semuanya terpenuhi;"),
    ],
)  # fmt: skip
def test_a_list_in_a_line(claims: str, said: str) -> None:
    assert said in in_a_line(legal(area(claims=claims) if claims else area(claims="[]")), "id")


def test_of_a_list_that_is_not_complete_no_share_is_told() -> None:
    plan = area(claims=OF_STUDY)

    for words in (said_by(plan, "L2"), in_a_line(check_lists(plan)[1], "id")):
        assert "1 butir terpenuhi dan 1 butir belum terpenuhi" in words
        assert "tidak lengkap" in words
        assert " dari 2" not in words


def test_what_became_known_later_is_not_there() -> None:
    plan, later = area(), area(claims=ALL_MET + OF_STUDY)
    day = date(2020, 12, 8)

    for told in (said_by, status_of):
        assert told(plan.on(day)) == told(later.on(day)) == told(area(criteria=LEGAL).on(day))
    assert "L2" not in said_by(later.on(date(2020, 12, 30)))
    assert "L2 Kajian provinsi" in said_by(later.on(date(2020, 12, 31)))
    assert "BPIW" not in said_by(plan.on(date(2020, 5, 7)))
    assert "Belum ada daftar kriteria yang diketahui pada tanggal ini." in said_by(plan.on(date(2009, 1, 1)))


def test_of_a_list_that_became_known_after_the_claim_the_claim_is_told_and_nothing_concluded() -> None:
    plan = area(criteria=LEGAL.replace("date: 2010", "known: 2020-05-13")).on(date(2020, 5, 10))

    words = "Pernyataan BPIW (8 Mei 2020): 3 dari 3 terpenuhi; daftar yang dimaksud tidak tercatat"
    assert words in status_of(plan)


def test_a_list_that_was_withdrawn_is_gone() -> None:
    withdrawn = LEGAL + "  withdrawn: {known: 2025-06-01, reason: Salah kutip}\n"

    plan = area(criteria=withdrawn)

    assert check_lists(plan) == ()
    assert [check.incomparable for check in check_claims(plan)] == [Incomparable.UNKNOWN_LIST]


def test_the_status_tells_of_each_list_in_a_line_with_its_command() -> None:
    said = status_of(area(), "en")

    assert (
        "according to BPIW (8 May 2020) all are met; 2 items have an indicator. → serang-plan criteria L1"
        in said
    )
    assert "Claim by" not in said


def test_no_list_is_merged_with_another() -> None:
    said = said_by(area())

    assert "Tiap daftar adalah ukuran tersendiri" in said
    assert said.count("Ruang terbuka hijau") == 2
