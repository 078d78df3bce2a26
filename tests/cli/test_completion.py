"""Completion: a shell is offered what can be typed, and never a crash in the middle of the prompt."""

from __future__ import annotations

from pathlib import Path

import pytest

from serang_plan.cli import registry, typer_bridge
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.main import COMPLETION, run
from serang_plan.cli.registry import COMMANDS, GROUPS
from serang_plan.cli.typer_bridge import _command
from serang_plan.rendering.formats import FINDING_FORMATS, PAGE_FORMATS
from serang_plan.wording import LANGS
from tests.conftest import ROOT
from tests.sampling import sample

EXAMPLE = str(ROOT / "src" / "serang_plan" / "example")
SHELLS = ("bash", "zsh", "fish")
OPTIONS = [
    (name, option, getattr(parameter, "_custom_shell_complete", None) is not None)
    for name in COMMANDS
    for parameter in _command(name, RunContext(lang="id")).params
    for option in (parameter.opts if parameter.param_type_name == "option" else ("",))
]
"""Every option of every command, and the words without one; whether there is a choice to offer."""


def offered(
    shell: str, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.setenv(COMPLETION, f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split())))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    with pytest.raises(SystemExit) as left:
        run([])
    said = capsys.readouterr()
    assert (left.value.code, said.err) == (0, ""), line
    return said.out


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_of_every_command_is_completed(
    shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What there is to choose is found alike for all shells; of two of them fewer are drawn."""
    options = sample(OPTIONS, 150 if shell == "bash" else 60)
    silent = [
        f"{name} {option}"
        for name, option, has_choices in options
        if not offered(shell, f"serang-plan {name} {option} ".replace("  ", " "), monkeypatch, capsys).strip()
        and has_choices
    ]

    assert not silent, "\n".join(silent)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("name", "formats"), [("status", PAGE_FORMATS), ("validate", FINDING_FORMATS)])
def test_the_formats_are_offered(
    shell: str,
    name: str,
    formats: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = offered(shell, f"serang-plan {name} --format ", monkeypatch, capsys)

    assert [format for format in formats if format not in text] == []


@pytest.mark.parametrize(
    ("shell", "words"),
    [
        ("bash", "complete -o default -F"),
        ("zsh", "#compdef serang-plan"),
        ("fish", "complete --command serang-plan"),
        ("pwsh", "Register-ArgumentCompleter"),
    ],
)
@pytest.mark.parametrize("detected", [None, "zsh"])
def test_the_shell_that_was_named_counts_and_not_the_one_that_is_around(
    shell: str,
    words: str,
    detected: str | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: detected)

    assert run(["--show-completion", shell]) == 0
    assert words in capsys.readouterr().out


CODED = {
    "serang-plan progress M0": ("M02", "Sampah tertangani"),
    "serang-plan record M0": ("M02", "Sampah tertangani"),
    "serang-plan gaps --opd DL": ("DLH", "Dinas Lingkungan Hidup"),
    "serang-plan start A0": ("A04", "Sabuk hijau Bukit Sela"),
    "serang-plan simulate --drop A0": ("A04", "Sabuk hijau Bukit Sela"),
    "serang-plan briefing --for se": ("sekda", "Sekretaris Daerah"),
    "serang-plan briefing --for opd:DL": ("opd:DLH", "Dinas Lingkungan Hidup"),
    "serang-plan explain F10": ("F105", "Angka ditulis dengan koma desimal."),
    "serang-plan gaps --aspect e": ("ekonomi", "M12, M13, M14"),
    "serang-plan gaps --pillar r": ("ramah", "Kota yang ramah"),
    "serang-plan gaps --year 202": ("2026", "Sampah dan ruang terbuka hijau"),
    "serang-plan target M02 202": ("2026", "Sampah dan ruang terbuka hijau"),
    "serang-plan withdraw K": ("K1", "Wali Kota"),
    "serang-plan withdraw A0": ("A01", "Taman Kali Wening tahap 1"),
    "serang-plan withdraw M02 202": ("2025", "nilai 66,3 (2025, S16)"),
    "serang-plan withdraw M02 tar": ("target", "target 2029"),
    "serang-plan withdraw m02 target 202": ("2027", "target 2027"),
    "serang-plan withdraw M02 tugas D": ("DLH", "tugas DLH, 2025"),
    "serang-plan rakor report R3": ("R3-4", "Setiap OPD membawa rencana"),
    "serang-plan rakor accept R3": ("R3-4", "Setiap OPD membawa rencana"),
    "serang-plan rakor close 2026": ("2026-03-12", "Aula Bapperida"),
    "serang-plan rakor report R3-4 --by DL": ("DLH", "Dinas Lingkungan Hidup"),
    "serang-plan rakor attend DISHUB,DL": ("DISHUB,DLH", "Dinas Lingkungan Hidup"),
    "serang-plan rakor decide Tetapkan --lead se": ("semua", ""),
    "serang-plan rakor decide Tetapkan --about M02,A0": ("M02,A01", "Taman Kali Wening tahap 1"),
}


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("line", CODED)
def test_codes_are_offered_with_their_names(
    shell: str, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, name = CODED[line]
    words = line.split()
    behind = 3 if words[1] in GROUPS else 2
    named = [*words[:behind], "-d", EXAMPLE, *words[behind:]] if words[1] != "explain" else words
    for data in (" ".join(named), line):
        text = offered(shell, data, monkeypatch, capsys)
        alone = shell == "bash" and "\n" not in text.strip()

        assert (code.replace(":", r"\\:") if shell == "zsh" else code) in text
        assert alone or name in text
        monkeypatch.setenv("SERANG_PLAN_DATA", EXAMPLE)


@pytest.mark.parametrize("command", ["start", "finish", "move", "cancel", "simulate --drop"])
def test_an_action_that_is_over_is_not_offered_to_a_command_that_refuses_it(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SERANG_PLAN_DATA", EXAMPLE)

    codes = offered("bash", f"serang-plan {command} A", monkeypatch, capsys)
    assert "A04" in codes
    assert "A01" not in codes
    assert "A01" in offered("bash", "serang-plan update A", monkeypatch, capsys)


def test_a_rakor_is_offered_to_be_closed_only_while_it_can_be(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    days = "{date: 2020-01-09, closed: {date: 2020-01-10, fingerprint: v1:x}}, {date: 2020-02-09}, {date: 2199-01-01}"
    (tmp_path / "rakor.yaml").write_text(f"rakor: [{days}]\n", "utf-8")
    monkeypatch.setenv("SERANG_PLAN_DATA", str(tmp_path))

    assert offered("bash", "serang-plan rakor close 2", monkeypatch, capsys).split() == ["2020-02-09"]
    assert "2199" in offered("bash", "serang-plan rakor minutes 2", monkeypatch, capsys)


@pytest.mark.parametrize("way", ["37", "42"])
def test_bash_never_writes_a_name_into_the_line(
    way: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COMP_TYPE", way)

    assert offered("bash", f"serang-plan progress -d {EXAMPLE} M01", monkeypatch, capsys) == "M01\n"
    assert "(" not in offered("bash", f"serang-plan progress -d {EXAMPLE} M", monkeypatch, capsys)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("shell", "file"),
    [
        ("bash", ".bash_completions/serang-plan.sh"),
        ("zsh", ".zfunc/_serang-plan"),
        ("fish", ".config/fish/completions/serang-plan.fish"),
    ],
)
def test_installing_it_speaks_the_language_of_its_user(
    shell: str,
    file: str,
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    assert run(["--install-completion", shell, "--lang", lang]) == 0
    told = (
        f"Pelengkapan untuk {shell} dipasang di"
        if lang == "id"
        else f"Completion for {shell} is installed in"
    )
    assert capsys.readouterr().out.startswith(f"{told} {tmp_path / file}.\n")
    assert "serang-plan" in (tmp_path / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("named", "advice"), [((), "choose one of: `bash`"), (("bsh",), "did you mean `bash`?")]
)
def test_a_shell_that_is_not_known_is_answered_with_those_that_are(
    named: tuple[str, ...],
    advice: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: None)

    assert run(["--lang", "en", "--show-completion", *named]) == 2
    assert advice in capsys.readouterr().err


def test_a_code_that_is_named_already_is_not_offered_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = f"serang-plan rakor attend -d {EXAMPLE} DLH,D"

    text = offered("fish", line, monkeypatch, capsys)

    assert "DLH,DISHUB" in text
    assert "DLH,DLH" not in text


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("serang-plan ", set()),
        ("serang-plan progress M0", {"progress"}),
        ("serang-plan rakor decide Tetapkan --lead se", {"rakor decide"}),
    ],
)
def test_a_shell_that_asks_loads_only_the_command_in_its_line(
    line: str, commands: set[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(typer_bridge, "load", lambda name: loaded.append(name) or registry.load(name))

    offered("bash", line, monkeypatch, capsys)

    assert set(loaded) == commands
