"""The law of the day: what became known after a day is no part of what was known on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import pytest

from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.model.plan import Plan
from serang_plan.reading.folder import read_texts
from tests.worlds.later_records import (
    ADDED,
    DAYS,
    LAST_DAY,
    PLANS,
    Document,
    added_to,
    files_of,
    plan_document,
    times_after,
)


def plan_of(document: Document, day: date) -> Plan:
    reading = read_texts(iter(files_of(document).items()), day)
    assert not reading.findings, [finding.message.en for finding in reading.findings]
    return reading.plan


@cache
def records_before(name: str, day: date) -> Mapping[str, Sequence[object]]:
    """Return what is known on a day of a plan to which nothing was added."""
    return known_plan(plan_of(plan_document(name), day)).records


@pytest.mark.parametrize("kind", ADDED)
@pytest.mark.parametrize("name", PLANS)
def test_a_record_that_is_added_is_told_of_once_it_is_known(name: str, kind: str) -> None:
    """Or the law below would hold of nothing."""
    before = records_before(name, LAST_DAY)
    after = known_plan(plan_of(added_to(name, [kind], DAYS[-1], "2026-11-25"), LAST_DAY)).records

    assert kind == "source" or {**before, "sources": ()} != {**after, "sources": ()}


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("name", PLANS)
def test_what_became_known_later_is_no_part_of_what_was_known(name: str, day: date) -> None:
    before = records_before(name, day)

    for later in times_after(day):
        after = known_plan(plan_of(added_to(name, ADDED, day, later), day)).records
        assert {section: after[section] for section in before if before[section] != after[section]} == {}
        assert all(not records for section, records in after.items() if section not in before)


@pytest.mark.parametrize("kind", [kind for kind, (_, typed) in ADDED.items() if "LATER" in typed])
def test_a_year_means_its_last_day(kind: str) -> None:
    """So it is for whatever says when a thing became known, or was said, done, withdrawn or in force."""
    after = added_to("contoh", [kind], date(2025, 1, 1), "2025")

    day_before, last_day = (
        known_plan(plan_of(after, day)).records == records_before("contoh", day)
        for day in (date(2025, 12, 30), date(2025, 12, 31))
    )

    assert day_before
    assert not last_day
