"""Files: plans are read from folders and history, and what is written is written whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from serang_plan.operations.files.loading import open_files, open_plan
from serang_plan.operations.files.new_plan import create_plan, example_texts, template_texts
from serang_plan.operations.files.output_file import refuse_plan_files, write_file
from serang_plan.operations.files.plan_file import read_unchanged, replace_unchanged
from serang_plan.operations.files.plan_states import current, forked_state, state
from serang_plan.operations.files.repository import rooted
from serang_plan.operations.files.schemas import schema_text
from serang_plan.operations.problem import AlreadyThereError, ProblemError
from serang_plan.operations.typed_day import day_behind
from serang_plan.reading.folder import Reading
from tests.conftest import AS_OF, ROOT
from tests.worlds.git_world import commit, repository

PLAN = "plan: {title: Rencana, city: Kota, first_year: 2020, last_year: 2021}\n"


def problem(call: object, *arguments: object) -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        call(*arguments)  # type: ignore[operator]
    return caught.value


# -- reading -------------------------------------------------------------------------------


def test_a_plan_that_tests_share_is_read_again_for_another_byte_and_another_day(tmp_path: Path) -> None:
    def opened(text: str, as_of: date = AS_OF) -> Reading:
        (tmp_path / "plan.yaml").write_text(text)
        return open_plan(str(tmp_path), as_of)

    first, other, later = opened(PLAN), opened(PLAN.replace("Kota", "Koto")), opened(PLAN, date(2040, 1, 1))

    assert opened(PLAN) is first
    assert [reading.plan.header.city for reading in (first, other, later)] == ["Kota", "Koto", "Kota"]
    assert later.plan.as_of == date(2040, 1, 1)


def test_what_lies_in_the_future_is_said_by_the_sources_and_by_no_clock(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(f"{PLAN}sources:\n  - {{code: S1, kind: resmi, published: 2031}}\n")

    assert open_plan(str(tmp_path), AS_OF).plan.last_told == date(2031, 12, 31)
    assert open_plan(str(tmp_path), date(2040, 1, 1)).plan.last_told == date(2040, 1, 1)


def test_where_there_is_nothing_to_read_the_next_step_is_named(tmp_path: Path) -> None:
    said = problem(open_plan, str(tmp_path / "tidak"), AS_OF)

    assert said.message.id.endswith("` tidak ada di sini")
    assert said.help is not None
    assert "`--data FOLDER`" in said.help.en


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)

    reading = open_files([str(tmp_path), str(tmp_path / "plan.yaml")], AS_OF)

    assert len(reading.sources.paths) == 1


@pytest.mark.parametrize(
    ("text", "sentence", "day"),
    [
        (" ", "`rakor:` needs a date", "2020-03-10"),
        ("2026-02-30", "there is no date `2026-02-30`", "2020-03-10"),
        ("2026-02", "`2026-02` is not a date", "2026-02-28"),
        ("1066-01-01", "the year in `1066-01-01` is not between", "2020-03-10"),
    ],
)
def test_what_is_no_day_is_answered_with_one_that_can_be_typed(text: str, sentence: str, day: str) -> None:
    said = problem(day_behind, "rakor:", text)

    assert said.message.en.startswith(sentence)
    assert said.help is not None
    assert f"`rakor:{day}`" in said.help.en
    assert day_behind("rakor:", day) == date.fromisoformat(day)


def test_states_are_named_by_revision_folder_day_and_rakor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-05", data__plan=PLAN)
    (made / "data" / "plan.yaml").write_text(PLAN.replace("Rencana", "Lain"))
    monkeypatch.chdir(made)

    titles = {
        named: state(named, "data", AS_OF).reading.plan.header.title  # type: ignore[union-attr]
        for named in ("HEAD", "data", "known:2026-03-01")
    }

    assert titles == {"HEAD": "Rencana", "data": "Lain", "known:2026-03-01": "Lain"}
    assert current("data", AS_OF).folder == "data"
    assert problem(state, "rakor:", "data", AS_OF).message.id == "belum ada rakor dalam rencana ini"


def test_before_the_first_commit_the_state_is_the_empty_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = repository(tmp_path / "kota")
    (made / "plan.yaml").write_text(PLAN)
    monkeypatch.chdir(made)

    assert forked_state("HEAD", ["plan.yaml"], AS_OF).reading.sources.paths == ()


def test_a_path_outside_the_repository_stays_as_it_was_typed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    path_of = rooted([str(tmp_path / "data" / "a.yaml")])

    assert path_of(str(tmp_path / "data" / "a.yaml")) == "data/a.yaml"
    assert path_of("/elsewhere/b.yaml") == "/elsewhere/b.yaml"


# -- writing -------------------------------------------------------------------------------


def test_a_file_that_is_there_is_replaced_only_if_that_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    write_file(str(file), b"satu")

    assert isinstance(problem(write_file, str(file), b"dua"), AlreadyThereError)
    assert file.read_bytes() == b"satu"
    write_file(str(file), b"dua", replace=True)
    assert file.read_bytes() == b"dua"
    assert "is a folder" in problem(write_file, str(tmp_path), b"").message.en


def test_a_file_of_the_plan_is_no_place_for_an_output(tmp_path: Path) -> None:
    file = str(tmp_path / "plan.yaml")

    assert "is a file of the plan itself" in problem(refuse_plan_files, [file], [file]).message.en


def test_a_plan_file_is_replaced_only_while_it_is_what_was_read(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(b"\xef\xbb\xbfopd: []\n")

    was, mark = read_unchanged(str(file), "opd: []\n")
    replace_unchanged(str(file), was, mark + b"opd: [] # x\n")

    assert file.read_bytes() == b"\xef\xbb\xbfopd: [] # x\n"
    assert "has changed" in problem(replace_unchanged, str(file), was, b"").message.en
    assert "has changed" in problem(read_unchanged, str(file), "opd: []\n").message.en


def test_a_new_plan_can_be_read_and_is_made_once(tmp_path: Path) -> None:
    files = create_plan(str(tmp_path), example_texts())

    assert all((tmp_path / file).exists() for file in files)
    assert (tmp_path / files[-1]).read_text(encoding="utf-8") == schema_text()
    assert open_plan(str(tmp_path / "data"), AS_OF).findings == ()
    assert "already there" in problem(create_plan, str(tmp_path), template_texts("id")).message.en
    assert schema_text() == (ROOT / "schema" / "serang-plan.schema.json").read_text(encoding="utf-8")
