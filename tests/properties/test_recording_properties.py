"""Laws of recording: whatever the hand of a plan, only what is meant follows, and nothing else moves by a byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from serang_plan.editing.changes import Change
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.model.when import When, parse_when
from serang_plan.operations.editing.plan_edit import PlanEdit, edited
from serang_plan.operations.meetings.holding import decided
from serang_plan.operations.recording.action_entry import entry_of
from serang_plan.operations.recording.action_figures import costs_of, effects_of
from serang_plan.operations.recording.duty import duty_of, end_of_duty
from serang_plan.operations.recording.measurement import NewMeasurement, new_source
from serang_plan.operations.recording.new_records import new_record
from serang_plan.operations.recording.opd_end import ended
from serang_plan.operations.recording.opd_names import renamed
from serang_plan.operations.recording.target import target_of
from serang_plan.operations.recording.threshold import threshold_of
from serang_plan.operations.recording.withdrawal import withdrawable
from serang_plan.reading.folder import Reading, read_texts
from tests.conftest import AS_OF
from tests.worlds.hands import Hand

PLAN: dict[str, Any] = {
    "plan": {"title": "Rencana: contoh", "city": "X", "first_year": 2020, "last_year": 2030},
    "sources": [
        {"code": "S1", "title": "Laporan, tahunan", "kind": "resmi", "published": "2021-01-01"},
        {"code": "S2", "kind": "resmi", "published": "2026-05"},
    ],
    "claims": [
        {"code": "K1", "by": "Sekda", "indicators": 16, "met": 8, "date": "2020-03-10", "source": "S1"}
    ],
    "indicators": [
        {
            "code": "M01",
            "name": "RTH #1",
            "aspect": "sosial",
            "unit": "ha",
            "direction": "naik",
            "threshold": {"value": 20, "kind": "hukum", "basis": "UU", "verification": "terverifikasi"},
            "measurements": [
                {"as_of": 2020, "value": 12.5, "source": "S1", "verification": "terverifikasi"},
                {"as_of": 2021, "value": 13, "source": "S1"},
            ],
            "targets": [{"year": 2027, "value": 18, "basis": "rkpd", "source": "S1"}],
        },
        {
            "code": "M02",
            "name": "Sampah",
            "aspect": "sosial",
            "unit": "%",
            "direction": "naik",
            "thresholds": [],
        },
    ],
    "opd": [
        {"code": "DLH", "name": "Dinas A", "aliases": ["Dinas: A", "Dinas Hijau"]},
        {"code": "PU", "name": "Dinas B"},
    ],
    "assignments": [{"indicator": "M01", "lead": "DLH", "from": 2020, "support": ["PU"]}],
    "actions": [
        {
            "code": "A01",
            "name": "Taman",
            "opd": "DLH",
            "indicators": [{"code": "M01", "adds": 2}],
            "start": 2025,
            "finish": "2027-TW2",
            "status": "berjalan",
            "known": 2025,
            "funding": [{"source": "APBD kota", "year": 2026, "amount": 1000000}],
            "history": [{"known": "2026-01", "progress": 10}],
        },
        {"code": "A02", "name": "Bank sampah", "opd": "PU", "status": "rencana", "known": 2025},
    ],
    "rakor": [
        {
            "date": "2026-05-01",
            "place": "Aula",
            "decisions": [{"code": "R1-1", "text": "Lahan", "lead": "DLH", "due": "2026-12-31"}],
        }
    ],
}


def when(text: str) -> When:
    parsed = parse_when(text)
    assert parsed is not None
    return parsed


def m(plan: Plan, nth: int) -> Indicator:
    return plan.indicator_by_code[f"M0{nth}"]


def value_with_its_source(plan: Plan) -> Iterator[Change]:
    code, added = new_source(plan, {"title": "Laporan: sampah", "kind": "laporan"})
    yield added
    yield from NewMeasurement(m(plan, 2), when("2026-03"), Decimal("67.5"), {"source": code}).changes()


def told(code: str, **fields: Any) -> Callable[[Plan], Iterable[Change]]:
    return lambda plan: entry_of(plan, plan.action_by_code[code], {"known": when("2026-06-01"), **fields})


def figures(plan: Plan) -> Iterator[Change]:
    effects = [{"code": "M01", "adds": Decimal(3)}, {"code": "M02", "adds": Decimal("0.5")}]
    costs = [{"year": 2026, "amount": 2}, {"year": 2027, "amount": 3, "source": "APBN"}]
    action, known = plan.action_by_code["A01"], when("2026-06-01")
    yield from (figure.change for figure in (*effects_of(action, effects), *costs_of(action, costs, known)))


def withdrawn(plan: Plan, code: str) -> Iterator[Change]:
    yield from (each.withdrawn(date(2026, 6, 1), "Salah, kutip") for each in withdrawable(plan, code))


COMMANDS: Mapping[str, Callable[[Plan], Iterable[Change]]] = {
    "record": lambda plan: NewMeasurement(
        m(plan, 1), when("2026-03"), Decimal("14.5"), {"source": "S2", "note": "Lihat: hal. 3"}
    ).changes(),
    "record with a source": value_with_its_source,
    "target": lambda plan: target_of(plan, m(plan, 1), 2027, Decimal(19), {}),
    "target of none": lambda plan: target_of(plan, m(plan, 2), 2027, Decimal(80), {"basis": "rkpd"}),
    "threshold": lambda plan: threshold_of(
        m(plan, 1), {"value": Decimal(30), "kind": "kelas", "basis": "BPS"}
    ),
    "threshold of none": lambda plan: threshold_of(
        m(plan, 2), {"value": Decimal(70), "kind": "kebijakan", "basis": "RPJMD #2"}
    ),
    "assign": lambda plan: duty_of(plan, "M01", when("2027"), {"lead": "PU", "support": ("DLH",)}),
    "assign --until": lambda plan: end_of_duty(plan, "M01", "", when("2026-06")),
    "opd --name": lambda plan: renamed(plan.opd_by_code["DLH"], {"name": "Dinas: B", "from": when("2026")}),
    "opd --until": lambda plan: ended(
        plan, plan.opd_by_code["PU"], {"until": when("2030"), "successor": "DLH"}, {"known": when("2026-06")}
    ),
    "claim": lambda plan: new_record(plan, "claims", {"by": "Wali Kota", "met": 9, "source": "S1"}),
    "add": lambda plan: new_record(
        plan, "actions", {"name": "Taman, kota", "indicators": [{"code": "M01"}], "status": "rencana"}
    ),
    "start": told("A02", status="berjalan"),
    "finish": told("A01", status="selesai", evidence=("S2",)),
    "move": told("A01", status="geser", finish=when("2028"), reason="Lahan: belum bebas"),
    "cancel": told("A02", status="batal", reason="Tidak dianggarkan"),
    "update": told("A01", progress=60, spent=5, obstacle="Hujan, banjir", next="no"),
    "update of figures": figures,
    "withdraw": lambda plan: withdrawn(plan, "M01"),
    "withdraw a claim": lambda plan: withdrawn(plan, "K1"),
    "rakor decide": lambda plan: decided(
        plan, plan.rakor[0], {"text": "Jadwal: disusun", "lead": "PU", "due": date(2027, 1, 31)}, again=True
    ),
}


REPLACED = ("adds: 2", "amount: 1000000", " []")
"""What a command writes over, with a reason."""
COMMENTS = ("# catatan", "# sendiri")


def hands(*, comments: bool) -> st.SearchStrategy[Hand]:
    return st.builds(Hand, st.integers(0, 2**32).map(Random), st.just(comments), st.booleans(), st.booleans())


def read(files: Iterable[tuple[str, str]]) -> Reading:
    reading = read_texts(iter(files), AS_OF)
    assert not reading.findings, [finding.message.en for finding in reading.findings]
    return reading


def leaves(texts: Mapping[str, str]) -> Counter[tuple[str, ...]]:
    """Return what YAML says, each value with the keys that lead to it."""
    return Counter(leaf for text in texts.values() for leaf in _leaves(yaml.load(text, yaml.BaseLoader), ()))


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, path)
    else:
        yield *path, str(value)


def difference(edit: PlanEdit) -> tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]:
    """Return what is said no more, and what is said newly."""
    before, after = leaves(texts_before(edit)), leaves(edit.texts_after())
    return before - after, after - before


def texts_before(edit: PlanEdit) -> dict[str, str]:
    sources = edit.before.sources
    return {path: sources.source(path).text for path in sources.paths}


PLAINLY = read([("plan.yaml", yaml.safe_dump(PLAN, sort_keys=False, allow_unicode=True))])


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("comments", [False, True], ids=["bare", "with comments"])
@settings(max_examples=settings.default.max_examples // 10)
@given(st.data())
def test_whatever_the_hand_only_what_is_meant_follows(name: str, comments: bool, data: st.DataObject) -> None:
    hand = data.draw(hands(comments=comments))
    reading = read(hand.files(PLAN))

    edit = edited(reading, COMMANDS[name](reading.plan))

    assert edit.files
    assert difference(edit) == difference(edited(PLAINLY, COMMANDS[name](PLAINLY.plan)))
    for file in edit.files:
        check_bytes(file.before, file.after, crlf=hand.crlf)


def check_bytes(before: str, after: str, *, crlf: bool) -> None:
    """See that lines only came, or have something more in them, and that no comment is lost."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        there, now = (
            "".join(line.lstrip(" -") for line in lines) for lines in (old[start:end], new[first:last])
        )
        for value in REPLACED:
            there = there.replace(value, "")
        letters = iter(now)
        assert all(letter in letters for letter in there.rstrip()), there
    assert [after.count(comment) for comment in COMMENTS] == [before.count(comment) for comment in COMMENTS]
    assert after.count("\r\n") == (after.count("\n") if crlf else 0)
