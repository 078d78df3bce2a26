"""Claims beside the evidence: undated ones first, then the newest last; unread codes as people count."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from serang_plan.analysis.criteria.claim_check import Incomparable, check_claims, claims_on, why_incomparable
from serang_plan.model.plan import Plan
from serang_plan.reports.status import page as status
from serang_plan.wording import Lang
from tests.conftest import read
from tests.worlds.small_city import HEADER, city, shown

CLAIMS = (
    "- {code: K10, by: Wali Kota, indicators: 1, met: 1, date: 2026-01}",
    "- {code: K2, by: Sekda, indicators: 1, met: 1, date: 2026-01}",
    "- {code: K3, by: Bappeda, indicators: 1, met: 1, date: 2020}",
    "- {code: K11, by: DLH, indicators: 1, met: 1}",
    "- {code: K4, by: Diskominfo, indicators: 1, met: 1}",
)
SOUND = "- {code: M1, name: X, aspect: a, unit: '%', direction: naik}"
BROKEN = "- {code: CODE, name: X, aspect: a, unit: '%', direction: miring}"


def test_undated_claims_come_first_and_the_newest_last_whatever_their_order_in_the_file() -> None:
    for claims in permutations(CLAIMS):
        plan = city(claims="\n".join(claims))
        assert [claim.code for claim in claims_on(plan)] == ["K4", "K11", "K3", "K2", "K10"]


def status_of(plan: Plan, lang: Lang = "id") -> str:
    return " ".join(shown(status.page(status.build(plan, status.Faults(0, 0, 0)), lang)).split())


def test_the_status_names_those_who_claimed_in_that_order_and_the_undated_in_a_line_of_their_own() -> None:
    said = status_of(city(claims="\n".join(CLAIMS)), "en")

    dated, undated = (
        "Claim by Bappeda (2020), Sekda (Jan 2026)",
        "Claim by Diskominfo (undated) and DLH (undated)",
    )
    assert 0 < said.find(dated) < said.find(undated)
    assert f"{undated}: 1 of 1 met; it is compared with nothing." in said


CANDIDATES = HEADER.replace("resmi", "kandidat")


def test_of_a_claim_about_an_unknown_list_nothing_is_concluded() -> None:
    plan = city(plan=CANDIDATES, claims=CLAIMS[0])

    (check,) = check_claims(plan)

    assert (check.difference, check.could_be_true) == (None, None)
    assert check.incomparable is Incomparable.UNKNOWN_LIST
    said = status_of(plan)
    assert (
        "Pernyataan Wali Kota (Jan 2026): 1 dari 1 terpenuhi; daftar yang dimaksud tidak tercatat, "
        "jadi jumlahnya tidak dapat dibandingkan dengan indikator di sini." in said
    )
    assert "Bukti" not in said
    assert "Selisih" not in said


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ("", None),
        (", list: L9", Incomparable.UNKNOWN_LIST),
        (", list: L9, said: {L9-1: terpenuhi}", Incomparable.UNKNOWN_LIST),
        (", said: {L9-1: terpenuhi}", Incomparable.UNKNOWN_LIST),
    ],
)
def test_a_claim_that_names_another_list_is_not_compared_with_the_indicators(
    named: str, why: Incomparable | None
) -> None:
    plan = read(plan=HEADER, claims=f"{CLAIMS[0][:-1]}{named}}}").plan

    assert why_incomparable(plan, plan.claims[0], None) is why


def test_a_claim_without_a_date_of_its_own_is_known_with_its_source() -> None:
    undated = CLAIMS[3].replace("}", ", source: S1}")
    plan = city(claims=undated)

    assert [check.incomparable for check in check_claims(plan)] == [None]
    assert claims_on(plan.on(date(2020, 12, 30))) == ()
    assert "Pernyataan DLH (diketahui 31 Des 2020): 1 dari 1 terpenuhi." in status_of(plan)


def test_a_claim_is_known_on_the_last_day_of_its_date_and_until_it_is_withdrawn() -> None:
    withdrawn = "withdrawn: {known: 2026-03, reason: Keliru}"
    plan = city(claims=f"- {{code: K1, by: Sekda, indicators: 1, met: 1, date: 2026-01, {withdrawn}}}")

    days = (date(2026, 1, 30), date(2026, 1, 31), date(2026, 3, 30), date(2026, 3, 31))

    assert [len(claims_on(plan.on(day))) for day in days] == [0, 1, 1, 0]


def test_codes_that_could_not_be_read_are_uncertain_in_the_order_in_which_people_count() -> None:
    broken = [BROKEN.replace("CODE", code) for code in ("M10", "M2", "M3")]
    plan = read(indicators="\n".join([*broken, SOUND]), claims=CLAIMS[0]).plan

    (check,) = check_claims(plan)

    assert check.open == ("M1", "M2", "M3", "M10")


@pytest.mark.parametrize(("met", "of"), [(0, 16), (0, 0), (16, 16)])
def test_how_many_of_how_many_a_claim_says_is_taken_as_it_stands(met: int, of: int) -> None:
    (check,) = check_claims(
        city(claims=f"- {{code: K1, by: Sekda, indicators: {of}, met: {met}, date: 2026-01}}")
    )

    assert (check.said_met, check.said_of) == (met, of)


@pytest.mark.parametrize("half", ["met: 1", "indicators: 1", "note: Sebagian besar"])
def test_a_claim_that_does_not_say_how_many_of_how_many_says_nothing(half: str) -> None:
    assert claims_on(city(claims=f"- {{code: K1, by: Sekda, {half}, date: 2026-01}}")) == ()
