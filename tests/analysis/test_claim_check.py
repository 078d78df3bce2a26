"""Claims beside the evidence: undated ones first, then the newest last; unread codes as people count."""

from __future__ import annotations

from itertools import permutations

from serang_plan.analysis.criteria.claim_check import check_claims, claims_on
from serang_plan.reports.status import page as status
from tests.conftest import read
from tests.worlds.small_city import city, shown

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


def test_the_status_names_those_who_claimed_in_that_order() -> None:
    plan = city(claims="\n".join(CLAIMS))

    text = shown(status.page(status.build(plan, status.Faults(0, 0, 0)), "en"))

    assert "Claim by Diskominfo (date unknown), DLH (date unknown), Bappeda (2020)" in " ".join(text.split())


def test_codes_that_could_not_be_read_are_uncertain_in_the_order_in_which_people_count() -> None:
    broken = [BROKEN.replace("CODE", code) for code in ("M10", "M2", "M3")]
    plan = read(indicators="\n".join([*broken, SOUND]), claims=CLAIMS[0]).plan

    (check,) = check_claims(plan)

    assert check.open == ("M1", "M2", "M3", "M10")
