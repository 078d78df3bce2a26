"""Validation: one request in, one result out, without a terminal, a clock or an environment."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from serang_plan.findings import Severity
from serang_plan.operations.checking.baseline import read_baseline
from serang_plan.operations.checking.comparison import ComparisonRequest
from serang_plan.operations.checking.inputs import PipedFile, PlanInputs
from serang_plan.operations.checking.result import CheckResult, from_root
from serang_plan.operations.checking.validation import NEVER, CheckRequest, opened, validate, whole
from serang_plan.operations.problem import AlreadyThereError, ProblemError
from tests.conftest import AS_OF
from tests.worlds.git_world import commit, repository

HEAD = "plan: {title: Rencana, city: Kota, first_year: 2020, last_year: 2021, origin: resmi}\n"
ALONE = ComparisonRequest()
INDICATOR = "  - {code: M01, name: RTH publik, aspect: fisik, unit: ha, direction: naik, provider: DLX}\n"


@pytest.fixture(name="city")
def city_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose plan names an OPD that is on no list; the tests run in its root."""
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-05", data__plan=f"{HEAD}indicators:\n{INDICATOR}")
    monkeypatch.chdir(made)
    return made


def check(
    *paths: str, comparison: ComparisonRequest = ALONE, day: date = AS_OF, **wishes: int
) -> CheckResult:
    return validate(CheckRequest(PlanInputs(paths or ("data",)), day, comparison=comparison, **wishes))


def codes(result: CheckResult) -> set[str]:
    return {located.finding.rule.code for located in result.findings.shown}


def test_a_check_fails_by_the_severity_that_was_asked_for(city: Path) -> None:
    assert check().failed
    assert not check(fails_from=NEVER).failed
    assert check(fails_from=NEVER, strict=True).fails_from == Severity.WARNING


def test_without_a_wish_the_plan_says_what_fails(city: Path) -> None:
    (city / "data" / "plan.yaml").write_text(HEAD.replace("origin: resmi", "settings: {fail_on: catatan}"))

    assert check().fails_from == Severity.NOTE


def test_only_what_fails_is_shown_and_the_rest_is_counted(city: Path) -> None:
    result = check(failing_only=True)

    assert codes(result) == {"L213"}
    assert [remark.en for remark in result.remarks if "fail nothing are not shown" in remark.en]


def test_what_was_there_before_is_left_out_and_counted(city: Path) -> None:
    assert "L213" not in codes(check(comparison=ComparisonRequest(new_only=True)))
    assert "L213" not in codes(check(comparison=ComparisonRequest(against="HEAD", new_only=True)))


def test_what_the_edit_does_is_told_where_a_state_is_named(city: Path) -> None:
    (city / "data" / "plan.yaml").write_text(f"{HEAD}indicators:\n{INDICATOR.replace('M01', 'M02')}")

    outcome = check(comparison=ComparisonRequest(against="HEAD")).outcome("en")

    assert outcome.consequences
    assert outcome.changes


def test_a_state_that_cannot_be_read_is_a_problem(city: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        check(comparison=ComparisonRequest(against="HEAD~9"))

    assert "`HEAD~9`" in caught.value.message.en


def test_old_findings_are_listed_once_and_then_left_out(city: Path) -> None:
    listed = check(comparison=ComparisonRequest(write_baseline="lama.json"))

    assert len(read_baseline("lama.json", "Kota").entries) == len(listed.findings.shown)
    assert codes(check(comparison=ComparisonRequest(baseline="lama.json"))) == set()
    with pytest.raises(AlreadyThereError):
        check(comparison=ComparisonRequest(write_baseline="lama.json"))
    check(comparison=ComparisonRequest(write_baseline="lama.json", replace=True))


def test_what_else_stands_in_an_entry_of_the_baseline_stays_when_it_is_tidied(city: Path) -> None:
    check(comparison=ComparisonRequest(write_baseline="lama.json"))
    value = json.loads(Path("lama.json").read_text())
    for entry in value["findings"]:
        entry["why"] = "dari naskah"
    Path("lama.json").write_text(json.dumps(value))
    (city / "data" / "plan.yaml").write_text(f"{HEAD}indicators:\n{INDICATOR.replace('DLX', 'DLZ')}")

    check(comparison=ComparisonRequest(baseline="lama.json", prune_baseline=True))

    tidied = json.loads(Path("lama.json").read_text())
    assert 0 < tidied["count"] < value["count"]
    assert {entry["why"] for entry in tidied["findings"]} == {"dari naskah"}


def test_a_piped_file_stands_in_for_its_name_and_only_its_findings_are_shown(city: Path) -> None:
    (city / "data" / "opd.yaml").write_text("opd:\n  - {code: 2, name: X}\n")
    piped = PipedFile("data/plan.yaml", HEAD.encode())

    result = validate(CheckRequest(PlanInputs(("data",), piped), AS_OF))

    assert "L213" not in codes(result)
    assert {located.at.path for located in result.findings.shown} <= {"data/plan.yaml"}


def test_where_a_part_of_the_plan_is_checked_the_whole_is_named(city: Path) -> None:
    (city / "data" / "opd.yaml").write_text("opd:\n  - {code: DLX, name: X}\n")

    assert "`serang-plan validate data`" in check("data/plan.yaml").remarks[-1].en
    assert check("data").remarks == ()


def test_a_forge_writes_paths_from_the_root_and_finds_each_line(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(city / "data")
    typed = check("plan.yaml").outcome("id")

    rooted = from_root(typed)

    located = rooted.findings[0]
    assert located.at.path == "data/plan.yaml"
    assert rooted.line_of("data/plan.yaml", 1) == typed.line_of("plan.yaml", 1)


def test_a_whole_check_is_set_beside_nothing(city: Path) -> None:
    request = CheckRequest(PlanInputs(("data",)), AS_OF, comparison=ComparisonRequest(new_only=True))

    assert "L213" in codes(whole(opened(request)))


@pytest.mark.parametrize("text", ["", "\n \n", "# plan: nanti\n", "---\n", "plan:\nrakor: []\n"])
def test_where_there_is_nothing_to_check_the_next_step_is_named(city: Path, text: str) -> None:
    (city / "data" / "plan.yaml").write_text(text)

    with pytest.raises(ProblemError) as caught:
        check()

    assert caught.value.message.en == "there is no entry in `data`"
    assert caught.value.help is not None
    assert "`git restore`" in caught.value.help.en


def test_where_nothing_is_piped_the_command_before_is_named(city: Path) -> None:
    for piped in (PipedFile("-", b""), PipedFile("baru.yaml", b"# nanti\n")):
        with pytest.raises(ProblemError) as caught:
            validate(CheckRequest(PlanInputs((), piped), AS_OF))

        assert caught.value.message.en == "there is no entry in standard input"


def test_an_empty_file_among_others_is_an_error_that_no_setting_lowers(city: Path) -> None:
    (city / "data" / "rakor.yaml").write_text("# serang-plan: abaikan S115 — nanti\n")
    settings = "settings: {severity: {S115: catatan}, fail_on: galat}"
    (city / "data" / "plan.yaml").write_text(HEAD.replace("origin: resmi", settings))

    result = check()

    (empty,) = (one for one in result.findings.shown if one.finding.rule.code == "S115")
    assert (empty.at.path, empty.finding.rule.severity) == ("data/rakor.yaml", Severity.ERROR)
    assert result.failed
