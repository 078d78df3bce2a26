"""`validate --fix --sort`: records stand in the order of their codes, each with the comments that are its own."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from serang_plan.cli.main import run
from serang_plan.editing.ordering import sequence
from serang_plan.operations.checking.sorting import in_order
from serang_plan.reading.folder import read_texts
from tests.conftest import AS_OF, ROOT


def put_in_order(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a file's text with its lists in order, and the lines and reasons of those that were left."""
    done = in_order(read_texts(iter([("a.yaml", text)]), AS_OF))
    return done.texts.get("a.yaml", text), [(one.because.line, one.because.why.id) for one in done.left]


def after(text: str) -> str:
    new, left = put_in_order(text)
    assert left == []
    return new


def left(text: str) -> list[tuple[int, str]]:
    new, reasons = put_in_order(text)
    assert new == text
    return reasons


def opd(code: str) -> str:
    return f"  - code: {code}\n    name: Dinas {code}\n"


# -- the order ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("codes", "right"),
    [
        ("S10 S2 S1", "S1 S2 S10"),
        ("S3 R7 S1 R2", "S1 S3 R2 R7"),
        ("SETDA BAPPEDA DLH", "SETDA BAPPEDA DLH"),
        ("36.73.02 36.73.01.1002 36.73.01 36.73.01.1001", "36.73.01 36.73.01.1001 36.73.01.1002 36.73.02"),
        ("A1-10 A1-9 A1", "A1 A1-9 A1-10"),
        ("S02 S2 S1 S2", "S1 S02 S2 S2"),
    ],
)
def test_numbers_go_up_and_words_keep_their_order(codes: str, right: str) -> None:
    typed = codes.split()

    assert " ".join(typed[nth] for nth in sequence(typed)) == right


@pytest.mark.parametrize("folder", ["data", "src/serang_plan/example", "src/serang_plan/template"])
def test_what_is_shipped_is_in_order(folder: str) -> None:
    paths = sorted((ROOT / folder).glob("*.yaml"))

    done = in_order(read_texts(((path.name, path.read_text()) for path in paths), AS_OF))

    assert (done.texts, done.left) == ({}, ())


# -- what moves along ----------------------------------------------------------------------


def test_a_record_moves_with_the_comments_above_and_beside_and_below_it() -> None:
    assert after(
        "opd:  # daftar\n"
        "  - code: S10  # sepuluh\n"
        "    name: X\n"
        "    # masih sepuluh\n"
        "\n"
        "  # dua\n"
        "  # tetap dua\n"
        "  - {code: S2, name: Z}  # sebaris\n"
        "\n"
        "  - code: S1\n"
        "    name: |\n"
        "      # bukan komentar\n"
        "      isi\n"
        "# bagian berikut\n"
        "stages: []\n"
    ) == (
        "opd:  # daftar\n"
        "  - code: S1\n"
        "    name: |\n"
        "      # bukan komentar\n"
        "      isi\n"
        "\n"
        "  # dua\n"
        "  # tetap dua\n"
        "  - {code: S2, name: Z}  # sebaris\n"
        "\n"
        "  - code: S10  # sepuluh\n"
        "    name: X\n"
        "    # masih sepuluh\n"
        "# bagian berikut\n"
        "stages: []\n"
    )


def test_crlf_and_lists_at_the_margin_stay_as_they_are() -> None:
    assert (
        after("opd:\r\n- {code: S2, name: X}\r\n- {code: S1, name: Z}\r\n")
        == "opd:\r\n- {code: S1, name: Z}\r\n- {code: S2, name: X}\r\n"
    )


def test_what_stands_apart_stays_where_nothing_passes_it() -> None:
    text = f"opd:\n\n  # -- Berita ----\n{opd('S1')}\n  # -- Lama --\n\n{opd('S3')}{opd('S2')}\n  # habis\n"

    assert after(text) == text.replace(opd("S3") + opd("S2"), opd("S2") + opd("S3"))


def test_a_comment_that_ignores_a_finding_moves_with_it() -> None:
    text = (
        "opd:\n  - {code: D, name: X}\n"
        "actions:\n"
        "  - {code: A2, name: Z}\n"
        "  # serang-plan: abaikan C314 — belum dihitung\n"
        "  - {code: A1, name: Z}\n"
    )

    assert "belum dihitung\n  - {code: A1" in after(text)


@pytest.mark.parametrize(
    "text",
    [
        "stages:\n  - {year: 2021, focus: X}\n  - {year: 2020, focus: Z}\n",
        "rakor:\n  - date: 2021-01-01\n    decisions:\n      - {code: R2, text: X}\n      - {code: R1, text: Z}\n",
        "opd:\n  - {code: SETDA, name: X}\n  - {code: BAPPEDA, name: Z}\n",
        "opd:\n  - {code: S1, name: X}\n  - {code: S1, name: Z}\n",
    ],
    ids=["years", "decisions", "names", "a code twice"],
)
def test_an_order_that_says_something_stays(text: str) -> None:
    assert after(text) == text


# -- what is left alone --------------------------------------------------------------------

WHOSE = "tidak pasti komentar ini milik butir yang mana"
HEADING = "komentar ini mengepalai sekelompok butir"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (f"opd:\n{opd('S2')}\n  # berita\n\n{opd('S1')}", 5, WHOSE),
        (f"opd:\n{opd('S2')}  # -- Berita --\n{opd('S1')}", 4, HEADING),
        (f"opd:\n{opd('S2')}  # Berita ====\n{opd('S1')}", 4, HEADING),
        (f"opd:\n  # berita\n{opd('S2')}{opd('S1')}", 2, WHOSE),
        (f"opd:\n{opd('S2')}    # masih S2?\n{opd('S1')}", 4, WHOSE),
        (f"opd:\n{opd('S2')}  # S2 atau S1?\n\n{opd('S1')}", 4, WHOSE),
        (f"opd:\n{opd('S2')}{opd('S1')}  # - code: S3\n", 6, WHOSE),
        (f"opd:\n{opd('S2')}# di tepi\n{opd('S1')}", 4, WHOSE),
        (
            "opd: [{code: S2, name: X}, {code: S1, name: Z}]\n",
            1,
            "daftarnya ditulis di dalam kurung siku",
        ),
        (
            f"opd:\n{opd('S2')}  -\n    code: S1\n    name: X\n",
            5,
            "butir ini tidak mulai tepat di belakang tanda `-`",
        ),
        (
            f"opd:\n{opd('S2')}{opd('S1')}    knid: x\n",
            6,
            "di berkas ini masih ada yang salah tulis; perbaiki dulu baris ini",
        ),
        (
            f"opd:\r\n{opd('S2')}{opd('S1')}",
            1,
            "akhir baris di berkas ini bercampur, CRLF dan LF",
        ),
    ],
)
def test_a_list_is_left_and_it_is_said_why(text: str, line: int, why: str) -> None:
    assert left(text) == [(line, why)]


# -- the command ---------------------------------------------------------------------------


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text(
        f"# atas\nopd:\n{opd('S2')}{opd('S1')}claims:\n  - {{code: K2}}\n  # apa\n\n  - {{code: K1}}\n".replace(
            "{code: K2}", "{code: K2, date: 2020, by: X, indicators: 1, met: 1, source: R1}"
        ).replace("{code: K1}", "{code: K1, date: 2020, by: X, indicators: 1, met: 1, source: R1}")
    )
    return tmp_path


def validate(folder: Path, *options: str) -> int:
    return run(["validate", str(folder / "data"), "--as-of", "2026-06-30", *options])


def test_lists_are_put_in_order_and_what_is_left_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    validate(folder, "--fix", "--sort")

    shown = capsys.readouterr()
    assert "- code: S1" in shown.out
    assert "1 daftar diurutkan dalam 1 berkas.\n" in shown.err
    assert f"a.yaml:9: daftar `claims` tidak diurutkan: {WHOSE}\n" in shown.err
    text = (folder / "data" / "a.yaml").read_text()
    assert text.startswith(f"# atas\nopd:\n{opd('S1')}{opd('S2')}claims:")

    validate(folder, "--fix", "--sort", "--lang", "en")

    assert "There is nothing that is safe to put right.\n" in capsys.readouterr().err
    assert (folder / "data" / "a.yaml").read_text() == text


def test_without_sort_no_list_moves(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "data" / "a.yaml").read_text()

    validate(folder, "--fix")

    assert (folder / "data" / "a.yaml").read_text() == before
    assert "diurutkan" not in capsys.readouterr().err


def test_sort_alone_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate(folder, "--sort") == 2
    assert "`--sort` hanya dipakai bersama `--fix` atau `--diff`" in capsys.readouterr().err


def test_a_build_server_finds_no_command_in_what_is_said_beside_the_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    moved = opd("S2").replace("Dinas S2", "'##[error]'")
    partners = "".join(f"{{code: {code}, name: {code}, kind: swasta}}, " for code in ("P2", "P1"))
    Path("::error::a.yaml").write_text(f"opd:\n{moved}{opd('S1')}partners: [{partners}]\n")

    run(["validate", "::error::a.yaml", "--fix", "--sort", "--format", "json"])

    said = capsys.readouterr().err
    assert "'##\\[error]'" in said
    assert not [line for line in said.splitlines() if line.startswith("::") or "##[" in line]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("seed", range(3))
def test_git_takes_the_patch_and_the_patch_is_short(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], seed: int
) -> None:
    codes = [f"S{nth}" for nth in range(1, 60)]
    random.Random(seed).shuffle(codes)
    mistyped = opd("S60").replace("name", "nmae").replace("S60", "S0")
    path = tmp_path / "a.yaml"
    path.write_text(f"opd:\n{''.join(map(opd, codes))}{mistyped}".removesuffix("\n"))

    run(["validate", str(path), "--diff", "--sort"])
    shown = capfd.readouterr().out.replace(str(path).lstrip("/"), "a.yaml")
    run(["validate", str(path), "--fix", "--sort"])
    right = path.read_text()

    assert right == "opd:\n" + "".join(opd(f"S{nth}") for nth in range(60))
    path.write_text(f"opd:\n{''.join(map(opd, codes))}{mistyped}".removesuffix("\n"))
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=shown, check=True, text=True)
    assert path.read_text() == right


def test_moving_one_record_shows_little_more_than_that_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("opd:\n" + "".join(opd(f"S{nth}") for nth in (*range(2, 60), 1)))

    run(["validate", str(path), "--diff", "--sort"])

    shown = capsys.readouterr().out.splitlines()
    assert sum(line[0] in "+-" for line in shown) == 2 + 2 * 2
