"""The JSON of every report is what its schema says: nothing undocumented, nothing that was promised is gone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import copy, deepcopy
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from serang_plan.analysis.changes.change import ChangeKind as Changed
from serang_plan.analysis.indicators.standing import Missing, Standing
from serang_plan.analysis.meetings.pending_decisions import DecisionKind as Needed
from serang_plan.analysis.meetings.risks import RiskKind
from serang_plan.cli.main import run
from serang_plan.reports.registry import REPORTS, AnyReport
from serang_plan.wording import LANGS
from tests.conftest import OUTPUT_SCHEMAS, ROOT
from tests.readers.golden import GOLDEN, accepted
from tests.readers.reports import PLANS as BOTH
from tests.reports.report_schemas import schema_of, written
from tests.sampling import sample
from tests.worlds.changed_example import changed_example

FOLDER = OUTPUT_SCHEMAS
SCHEMAS = {name: schema_of(report) for name, report in REPORTS.items()}
PLANS = {
    **BOTH,
    "serang-2026": (str(ROOT / "data"), "2026-06-30"),
    "kosong": ("", "2026-06-30"),
}
MORE = {
    "checklist": ["checklist"],
    "coordination": ["coordination --year 2027"],
    "progress": [f"progress M{nth:02}" for nth in range(1, 17)],
    "simulate": ["simulate --drop A17", "simulate --delay A17:+1TW"],
    "diff": ["diff --since known:2025-09-16 -d lama"],
}
"""What a report can say beside what its examples show."""


def command_lines(report: AnyReport) -> list[list[str]]:
    return [typed.split() for typed in (*report.examples.values(), *MORE.get(report.name, []))]


@cache
def as_held(report: str) -> Any:
    """Return what holds a report to its schema as we do: a field that it does not name is a fault."""
    closed = deepcopy(SCHEMAS[report])
    for node in _objects(closed):
        node.setdefault("additionalProperties", False)
    return Draft202012Validator(closed, format_checker=FormatChecker())


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "properties" in node:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from _objects(one)


def faults(report: str, said: str) -> list[str]:
    return [f"{one.json_path}: {one.message[:200]}" for one in as_held(report).iter_errors(json.loads(said))]


@pytest.fixture
def cities(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work beside an empty plan and the two states of the fictional city."""
    (tmp_path / "kosong").mkdir()
    (tmp_path / "kosong" / "a.yaml").write_text(
        "indicators:\n  - {code: M01, name: RTH, unit: ha, direction: naik, aspect: sosial}\n"
    )
    changed_example(tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("cities")
@pytest.mark.parametrize(("report", "plan", "lang"), sample([*product(REPORTS, PLANS, LANGS)], 60))
def test_a_report_says_what_its_schema_says(
    report: str, plan: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, as_of = PLANS[plan]
    where = [] if REPORTS[report].compares else ["--data", folder or "kosong"]
    done = 0
    for arguments in command_lines(REPORTS[report]):
        code = run([*arguments, *where, "--as-of", as_of, "--lang", lang, "--format", "json"])
        said = capsys.readouterr().out
        if code == 0:
            assert faults(report, said) == []
            done += 1
    assert done or plan == "kosong"


@pytest.mark.parametrize("report", SCHEMAS)
def test_a_schema_promises_every_field_that_it_names(report: str) -> None:
    """What is required today is required for as long as the version lives."""
    Draft202012Validator.check_schema(SCHEMAS[report])
    for node in _objects(SCHEMAS[report]):
        optional = node.get("additionalProperties") is False
        assert optional or node["required"] == list(node["properties"])


@pytest.mark.parametrize("report", SCHEMAS)
def test_a_field_more_is_no_break_and_a_field_less_is(report: str) -> None:
    schema = SCHEMAS[report]
    assert "additionalProperties" not in schema
    assert schema["properties"]["report"] == {"const": report}
    assert schema["properties"]["schema_version"] == {"const": 2}
    assert {"as_of", "stamp"} <= set(schema["required"])


@pytest.mark.parametrize("report", REPORTS)
def test_the_committed_schema_is_made_from_the_records(report: str) -> None:
    """`SERANG_PLAN_ACCEPT=1` writes it, as it writes the goldens."""
    path, text = FOLDER / f"{report}.schema.json", written(REPORTS[report])

    assert accepted(path, text) == text


def test_there_is_no_schema_without_a_report() -> None:
    assert (
        sorted(
            {path.name for path in FOLDER.iterdir()}
            - {f"{name}.schema.json" for name in (*REPORTS, "validate")}
        )
        == []
    )


def test_the_words_of_the_schemas_are_the_words_of_the_program() -> None:
    assert SCHEMAS["status"]["$defs"]["standing"]["enum"] == [one.value for one in Standing]
    assert set(SCHEMAS["status"]["$defs"]["missing"]["enum"]) == {
        None,
        *(one.name.lower() for one in Missing),
    }
    note = SCHEMAS["briefing"]["$defs"]
    assert note["needed_record"]["properties"]["kind"]["enum"] == [one.value for one in Needed]
    assert note["risk_record"]["properties"]["kind"]["enum"] == [one.value for one in RiskKind]
    changes = SCHEMAS["diff"]["$defs"]["change_record"]["properties"]
    assert changes["kind"]["enum"] == [one.value for one in Changed]


def leaves(node: Any, *above: str | int) -> Iterator[tuple[str | int, ...]]:
    """Give where each single value of a report stands; of a list, its first entry will do."""
    if isinstance(node, dict) and node:
        for key, one in node.items():
            yield from leaves(one, *above, key)
    elif isinstance(node, list) and node:
        yield from leaves(node[0], *above, 0)
    else:
        yield above


AS_WRITTEN = {("changes", 0, "before"), ("changes", 0, "after")}
"""What a file said and says now of any field, be it a text, a number or a list."""


def replaced(report: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Return the report with another value in one place; what is not on the way there is not copied."""
    step, *below = path
    changed = copy(report)
    changed[step] = replaced(report[step], tuple(below), value) if below else value
    return changed


@pytest.mark.usefixtures("cities")
@pytest.mark.parametrize("report", SCHEMAS)
def test_a_schema_says_of_every_value_what_it_is(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = command_lines(REPORTS[report])[0]
    where = [] if REPORTS[report].compares else ["--data", PLANS["contoh"][0]]
    assert run([*arguments, *where, "--as-of", "2026-06-30", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    validator = Draft202012Validator(SCHEMAS[report])
    anything = {"bukan": ["ini"]}
    shortened = {path: around(said, path) for path in leaves(said)}

    unsaid = {
        path
        for path, (report, place) in shortened.items()
        if validator.is_valid(replaced(report, place, anything))
    }

    assert unsaid - AS_WRITTEN == set()


# -- what is wrong is refused ------------------------------------------------------------

GOLDENS = sorted((GOLDEN / "data").iterdir())


def places(node: Any, *above: str | int) -> Iterator[tuple[str | int, ...]]:
    """Give every place below a node."""
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in entries:
        yield (*above, key)
        yield from places(value, *above, key)


def without(report: Any, path: tuple[str | int, ...]) -> Any:
    step, *below = path
    changed = copy(report)
    if below:
        changed[step] = without(report[step], tuple(below))
    else:
        del changed[step]
    return changed


def around(report: Any, path: tuple[str | int, ...]) -> tuple[Any, tuple[str | int, ...]]:
    """Return a report whose lists hold nothing but what is on the way to a place, and where that is in it."""
    step, *below = path
    if not below:
        return report, path
    inner, rest = around(report[step], tuple(below))
    if isinstance(report, list):
        return [inner], (0, *rest)
    return {key: inner if key == step else _without_entries(value) for key, value in report.items()}, (
        step,
        *rest,
    )


def _without_entries(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _without_entries(value) for key, value in node.items()}
    return [] if isinstance(node, list) else node


def is_free(place: tuple[str | int, ...]) -> bool:
    """Whether a place is inside of what has no keys of its own: by symbol, level or side, or as it was written."""
    written = place[0] == "changes" and place[2:3] in (("before",), ("after",))
    return bool({"inputs", "authority", "sides"} & {*place[:-1]}) or (written and len(place) > 3)


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.name)
def test_a_key_less_a_key_more_and_another_type_are_refused(path: Path) -> None:
    said = json.loads(path.read_text("utf-8"))["id"]
    as_published, held = Draft202012Validator(SCHEMAS[said["report"]]), as_held(said["report"])
    keyed = [place for place in places(said) if isinstance(place[-1], str) and not is_free(place)]
    of_each_key = {tuple(step for step in place if isinstance(step, str)): place for place in keyed}
    chosen = [*of_each_key.values(), *sample(keyed, 5)]

    assert held.is_valid(said)
    for report, place in (around(said, place) for place in chosen):
        assert held.is_valid(report), place
        assert not as_published.is_valid(without(report, place)), place
        assert not held.is_valid(replaced(report, (*place[:-1], "tambahan"), 1)), place
        if place[-1] not in ("before", "after"):
            assert not as_published.is_valid(replaced(report, place, {"bukan": []})), place
