"""The calendar: read back by a parser, the same bytes for the same plan, every name used once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from serang_plan.page import Event, Page
from serang_plan.rendering.days.ics import render
from tests.readers.reports import data, written

TYPED = "rakor follow-up"


def days_of(content: bytes) -> list[dict[str, object]]:
    calendar = Calendar.from_ical(content)
    return [
        {"name": str(day["uid"]), "day": day.decoded("dtstart"), "end": day.decoded("dtend"),
         "title": str(day["summary"]), "details": str(day.get("description", ""))}
        for day in calendar.walk("VEVENT")
    ]  # fmt: skip


@pytest.mark.parametrize("plan", ["contoh", "serang-2020"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_rakor_and_every_open_decision_with_a_due_date_is_a_day(plan: str, lang: str) -> None:
    report = data(TYPED, plan, lang)
    days = days_of(written(TYPED, plan, lang, "ics"))

    due = [
        date.fromisoformat(decision["whole"]["due"])
        for decision in report["decisions"]
        if decision["whole"]["due"]
        and decision["whole"]["state"] not in ("accepted", "impossible", "superseded")
    ]
    meetings = {date.fromisoformat(rakor["date"]) for rakor in report["rakor"]}
    assert sorted(day["day"] for day in days if "keputusan" in str(day["name"])) == sorted(due)  # type: ignore[type-var]
    assert meetings <= {day["day"] for day in days if "rakor" in str(day["name"])}
    assert len({day["name"] for day in days}) == len(days)


def test_one_opd_gets_its_own_due_dates() -> None:
    days = days_of(written(f"{TYPED} --opd DISPARBUD", "contoh", "id", "ics"))

    assert [day["title"] for day in days if "keputusan" in str(day["name"])] == [
        "Tenggat R2-2 (DISPARBUD)",
        "Tenggat R3-4 (DISPARBUD)",
    ]


def test_what_is_said_comes_back_as_it_was() -> None:
    said = "Lahan; sertifikat, dan \\ garis\nbaris kedua — " + "panjang sekali " * 12
    page = Page("Judul", "", (), as_of=date(2026, 6, 30))

    (day,) = days_of(render(page, [Event("a@b", date(2026, 7, 1), "Tenggat, R1", said.strip())]))

    assert (day["title"], day["details"]) == ("Tenggat, R1", said.strip())
    assert day["end"] == date(2026, 7, 1) + timedelta(days=1)


def test_what_cannot_be_seen_is_written_out() -> None:
    unseen = "\x9b31mA\u202eB"
    page = Page(unseen, "", (), as_of=date(2026, 6, 30))

    text = render(page, [Event(unseen, date(2026, 7, 1), unseen, f"{unseen}\nC", unseen)]).decode()

    assert "\x9b" not in text
    assert "\u202e" not in text
    assert text.count("u009b31mA") == text.count("u202eB") == 5


def test_lines_are_no_longer_than_the_standard_allows() -> None:
    lines = written(TYPED, "contoh", "id", "ics").split(b"\r\n")

    assert [line for line in lines if len(line) > 75 or b"\n" in line] == []
