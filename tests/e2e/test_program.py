"""The real program, in a process of its own, as people and CI run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from serang_plan.cli.registry import COMMANDS
from tests.conftest import ROOT
from tests.readers import begun
from tests.readers.process import CLEAN, program
from tests.sampling import sample

WITH_A_WARNING = """
plan: {title: Rencana, city: Kota, first_year: 2020, last_year: 2021}
indicators:
  - {code: M01, name: RTH publik, aspect: fisik-lingkungan, unit: ha, direction: naik}
"""


def test_without_arguments_it_shows_what_it_can_do_with_examples() -> None:
    said = program()

    assert said.returncode == 0
    assert "serang-plan status" in said.stdout
    assert "Pemakaian:" in said.stdout


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("asking", ["-h", "--help"])
def test_every_command_explains_itself_in_both_languages(name: str, asking: str) -> None:
    indonesian, english = begun.program(name, asking), begun.program(name, asking, "--lang", "en")

    assert "Pemakaian: serang-plan" in indonesian.stdout
    assert "Usage: serang-plan" in english.stdout
    assert "Contoh:" in indonesian.stdout
    assert not {"Usage", "Options", "default"} & set(indonesian.stdout.replace(":", " ").split())
    assert not {"Pemakaian", "Opsi", "baku"} & set(english.stdout.replace(":", " ").split())


@pytest.mark.parametrize("line", ["", "--version", "stauts", "status -h", "status", "validate --format json"])
def test_a_copy_of_the_loaded_program_says_what_the_program_says(line: str, tmp_path: Path) -> None:
    begun.program("init", "--example", cwd=tmp_path)

    first, copied = program(*line.split(), cwd=tmp_path), begun.program(*line.split(), cwd=tmp_path)

    assert (copied.returncode, copied.stdout, copied.stderr) == (first.returncode, first.stdout, first.stderr)


def test_help_is_given_behind_other_arguments_too() -> None:
    assert "Pemakaian:" in program("status", "--as-of", "2020-03-10", "-h").stdout


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["stauts"], "maksud Anda `status`?"),
        (["status", "--as-off", "2020-03-10"], "maksud Anda `--as-of`?"),
        (["validate", "--format", "jsn"], "maksud Anda `json`?"),
        (["status", "--as-of", "10-03-2020"], "--as-of 2020-03-10"),
        (["status", "--as-of"], "serang-plan status --help"),
        (["explain", "F15"], "maksud Anda"),
        (["--lang", "in"], "`id`, `en`"),
        (["status", "lebih"], "serang-plan status --help"),
    ],
)
def test_a_typing_mistake_in_the_command_is_answered_in_one_line_and_ends_in_2(
    arguments: list[str], advice: str
) -> None:
    said = program(*arguments)

    assert said.returncode == 2
    assert said.stdout == ""
    assert said.stderr.startswith("galat: ")
    assert advice in said.stderr


def test_in_an_empty_folder_it_says_what_to_do_next(tmp_path: Path) -> None:
    said = program("status", cwd=tmp_path)

    assert said.returncode == 2
    assert "serang-plan init" in said.stderr


@pytest.mark.parametrize("example", [[], ["--example"]])
def test_a_new_plan_is_sound_and_never_overwrites(tmp_path: Path, example: list[str]) -> None:
    made = program("init", *example, cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert program("validate", cwd=tmp_path).returncode == 0
    assert program("status", cwd=tmp_path).returncode == 0
    assert program("init", *example, cwd=tmp_path).returncode == 2


def test_the_shipped_plan_is_sound() -> None:
    said = program("validate", "--fail-on", "error")

    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0), ("peringatan", 1), ("galat", 0)]
)
def test_fail_on_decides_what_ends_in_1(tmp_path: Path, fail_on: str, code: int) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.yaml").write_text(WITH_A_WARNING)

    assert program("validate", "--fail-on", fail_on, cwd=tmp_path).returncode == code


def test_standard_output_is_json_and_nothing_else() -> None:
    found = program("validate", "--format", "json")
    shown = program("status", "--format", "json", "--as-of", "2020-03-10")

    assert json.loads(found.stdout)["schema_version"] == 1
    assert json.loads(shown.stdout)["as_of"] == "2020-03-10"


@pytest.mark.parametrize(
    ("environment", "arguments", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"CLICOLOR_FORCE": "1"}, [], True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
@pytest.mark.parametrize("command", ["status", "validate"])
def test_colour_follows_the_option_then_no_color_then_force_color(
    command: str, environment: dict[str, str], arguments: list[str], coloured: bool
) -> None:
    said = program(command, *arguments, **environment)

    assert ("\x1b[" in said.stdout) is coloured or (command == "validate" and not coloured)


ENVIRONMENTS = (
    {"TERMINAL_WIDTH": "abc"},
    {"COLUMNS": "0"},
    {"COLUMNS": "-5"},
    {"COLUMNS": "9" * 400},
    {"TERM": "dumb"},
    {"HOME": "/nonexistent"},
    {"PYTHONOPTIMIZE": "2"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "cp1252"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""},
    {"GITHUB_ACTIONS": "true"},
)


@pytest.mark.parametrize(
    ("command", "environment"), sample([*product(("status", "validate"), ENVIRONMENTS)], 9), ids=str
)
def test_no_environment_stops_it(command: str, environment: dict[str, str]) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "serang_plan", command, "--as-of", "2020-03-10"],
        cwd=ROOT,
        env={**CLEAN, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert said.returncode == 0, said.stderr
    assert said.stdout
    assert b"Traceback" not in said.stderr


COMMAND_LINES = (
    "status",
    "gaps",
    "validate",
    "status --table Indikator",
    "help files indicators",
    "explain V507",
)


@pytest.mark.parametrize(("command", "columns"), sample([*product(COMMAND_LINES, ("20", "40", "300"))], 6))
def test_a_pipe_has_no_width(command: str, columns: str) -> None:
    words = command.split()

    assert program(*words, COLUMNS=columns).stdout == program(*words).stdout


def test_a_pipe_cuts_nothing() -> None:
    said = program("status", "--as-of", "2020-03-10")

    assert "…" not in said.stdout
    assert any(
        "M03" in line and "538,752 ha (2018)" in line and "DPRKP" in line for line in said.stdout.splitlines()
    )


def redirected(line: str) -> subprocess.CompletedProcess[str]:
    """Run the program with arguments and redirections as a shell takes them."""
    return subprocess.run(
        f"{sys.executable} -m serang_plan {line}",
        shell=True,
        cwd=ROOT,
        env=CLEAN,
        capture_output=True,
        encoding="utf-8-sig",
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="no /dev/full there")
@pytest.mark.parametrize("command", ["status", "--version"])
def test_a_full_disk_is_one_line_and_exit_2(command: str) -> None:
    said = redirected(f"{command} >/dev/full")

    assert said.returncode == 2
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="a shell's redirection")
@pytest.mark.parametrize("arguments", ["status", "validate", "validate --format json", "--help", "--version"])
def test_a_closed_output_is_one_line_and_exit_2(arguments: str) -> None:
    said = redirected(f"{arguments} >&-")

    assert said.returncode == 2
    assert said.stderr.startswith("galat: keluaran tidak dapat ditulis")


@pytest.mark.skipif(os.name == "nt", reason="a shell's redirection")
def test_a_remark_that_nobody_can_hear_does_not_get_into_the_result() -> None:
    said = redirected("status --format csv 2>&-")

    assert said.returncode == 0
    assert said.stdout.startswith('"Kode";')


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_what_programs_read_is_utf_8_whatever_the_screen_is(encoding: str) -> None:
    said = program("validate", "--format", "json", PYTHONIOENCODING=encoding)

    assert "–" in "".join(one["message"] for one in json.loads(said.stdout)["findings"])


PROGRAM = f"{sys.executable} -m serang_plan"


def in_bash(line: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/bash", "-c", line],
        cwd=folder,
        env=CLEAN,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
@pytest.mark.parametrize("command", ["status", "validate", "explain", "schema"])
def test_a_reader_that_leaves_early_is_left_in_peace(command: str) -> None:
    said = in_bash(f"{PROGRAM} {command} | head -1 > /dev/null; echo ${{PIPESTATUS[0]}}")

    assert said.stdout.strip() == "0"
    assert said.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
def test_the_version_is_no_crash_for_a_reader_that_has_left() -> None:
    said = in_bash(f"{{ sleep 0.2; {PROGRAM} --version; echo $? >&2; }} | true")

    assert said.stderr == "0\n"


LEAVING = ("| true", "| head -1", "2>&1 | true", "2>&1 >/dev/null | true")
CHECKING = ("validate", "validate --format json", "validate -o text=/dev/stdout --force")


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
@pytest.mark.parametrize(("line", "pipe"), sample([*product(CHECKING, LEAVING)], 5))
def test_the_verdict_stands_whatever_the_reader_does(tmp_path: Path, line: str, pipe: str) -> None:
    (tmp_path / "data").mkdir()
    rows = "".join(f"  - {{code: M{number}, nama: x}}\n" for number in range(3_000))
    (tmp_path / "data" / "plan.yaml").write_text(f"{WITH_A_WARNING}{rows}")

    said = in_bash(f"{{ {PROGRAM} {line} 3>&-; echo $? >&3; }} 3>code {pipe}; cat code", tmp_path)

    assert said.stdout.splitlines()[-1] == "1"
    assert "Traceback" not in said.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
@pytest.mark.parametrize("line", ["validate -o json=>(cat)", "status -o >(cat) --format json"])
def test_what_goes_to_another_program_is_written_to_its_pipe(tmp_path: Path, line: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.yaml").write_text(WITH_A_WARNING)

    said = in_bash(f"{PROGRAM} {line} > screen; sleep 1", tmp_path)

    assert (said.stdout[:1], said.stderr) == ("{", "")


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
def test_what_is_put_right_is_written_though_nobody_reads_the_patch(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    rows = "".join(f"  - {{code: {number}, name: Dinas}}\n" for number in range(3_000))
    (tmp_path / "data" / "opd.yaml").write_text(f"opd:\n{rows}")

    in_bash(f"{PROGRAM} validate --fix | true", tmp_path)

    assert 'code: "2999"' in (tmp_path / "data" / "opd.yaml").read_text()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_new_plan_that_was_made_ends_in_0_though_nobody_can_be_told(tmp_path: Path) -> None:
    said = redirected(f"init {tmp_path}/baru >/dev/full")

    assert (said.returncode, len(said.stderr.splitlines())) == (0, 1)
    assert (tmp_path / "baru" / "data").is_dir()


def test_checking_and_showing_write_nothing(tmp_path: Path) -> None:
    program("init", "--example", cwd=tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    for command in ("validate", "status"):
        program(command, cwd=tmp_path)

    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_knows_the_commands(shell: str) -> None:
    said = program("--show-completion", shell)

    assert said.returncode == 0, said.stderr
    assert "serang-plan" in said.stdout or "SERANG_PLAN" in said.stdout


def test_completion_offers_commands() -> None:
    said = program(_SERANG_PLAN_COMPLETE="complete_bash", COMP_WORDS="serang-plan sta", COMP_CWORD="1")

    assert "status" in said.stdout


ZONES = ("UTC", "Asia/Jakarta", "America/New_York")


@pytest.mark.parametrize(("hash_seed", "zone"), sample([*product(("0", "1", "20"), ZONES)], 4))
def test_the_same_plan_and_date_give_the_same_bytes(hash_seed: str, zone: str) -> None:
    arguments = ("validate", "--as-of", "2020-03-10")

    assert program(*arguments, PYTHONHASHSEED=hash_seed, TZ=zone).stdout == program(*arguments).stdout


def test_a_light_command_loads_nothing_heavy() -> None:
    code = (
        "import sys; from serang_plan.cli.main import run; run(['--help']); "
        "print([name for name in ('typer', 'pydantic', 'yaml', 'rich') if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], env=CLEAN, capture_output=True, encoding="utf-8", check=True
    )

    assert said.stdout.splitlines()[-1] == "[]"


def test_validate_loads_no_table_drawer() -> None:
    code = (
        "import sys; from serang_plan.cli.main import run; run(['validate']); "
        "print([name for name in ('rich', 'jsonschema', 'babel') if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=CLEAN, capture_output=True, encoding="utf-8", check=True
    )

    assert said.stdout.splitlines()[-1] == "[]"
