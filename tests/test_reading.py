"""Reading: files become one plan; what is wrong is said once, where it stands, and hides nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from serang_plan.findings import in_reading_order
from serang_plan.reading import parser, text
from serang_plan.reading.folder import NothingToReadError, Reading, find_files, read_folder, read_texts
from serang_plan.rules import check
from tests.conftest import AS_OF, ROOT


def read(*texts: str) -> Reading:
    return read_texts(iter([(f"{nth}.yaml", one) for nth, one in enumerate(texts)]), AS_OF)


def said(reading: Reading) -> list[str]:
    found = in_reading_order(reading.findings, reading.sources)
    return [f"{one.at.path}:{one.at.line}:{one.at.column} {one.finding.rule.code}" for one in found]


def codes_of(reading: Reading) -> list[str]:
    return [opd.code for opd in reading.plan.opd]


OPD = "opd:\n  - {code: DLH, name: Dinas Lingkungan Hidup}\n"


def test_several_files_and_folders_are_one_plan_in_path_order(tmp_path: Path) -> None:
    for path in ("b.yaml", "a/z.yml", ".hidden/x.yaml", "a/.x.yaml", "note.txt", "c/D.YAML"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(f"opd:\n  - {{code: {Path(path).stem.upper()}, name: Nama}}\n")

    files = [Path(file).relative_to(tmp_path).as_posix() for file in find_files(str(tmp_path))]

    assert files == ["a/z.yml", "b.yaml", "c/D.YAML"]
    assert codes_of(read_folder(str(tmp_path), AS_OF)) == ["Z", "B", "D"]


def test_a_broken_line_hides_no_other_record_file_or_fault() -> None:
    broken = (
        "opd:\n  - {code: A, name: Satu}\n  - code: B\n    name: 'tidak ditutup\n  - {code: C, nama: Tiga}\n"
        "  - code: D\n     name: miring\n  - {code: E, name: Lima}\npartners:\n  - {code: P, name: X, kind: kota}\n"
    )
    reading = read(broken, OPD)

    assert said(reading) == ["0.yaml:4:11 S105", "0.yaml:5:15 F101", "0.yaml:7:6 S104", "0.yaml:10:30 F104"]
    assert codes_of(reading) == ["A", "E", "DLH"]


def test_what_refers_to_a_refused_record_is_not_called_unknown() -> None:
    reading = read("opd:\n  - {code: DLH, nama: X}\nassignments:\n  - {indicator: M01, lead: DLH}\n")

    assert [one.rule.code for one in check(reading.plan) if one.rule.code == "L201"] == []


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ("opd:\n  - {code: DLH, name: é漢字, x: 1}\n", "0.yaml:2:28 F101"),
        ("opd:\r\n  - code: DLH\r\n    name: Nama\r\n    x: 1\r\n", "0.yaml:4:5 F101"),
        ("opd:\r  - code: DLH\r    name: Nama\r    x: 1\r", "0.yaml:4:5 F101"),
        ("\ufeffopd:\n  - {code: DLH, name: Nama, x: 1}\n", "0.yaml:2:29 F101"),
        ("# catatan\n\nopd: [{code: DLH, name: Nama, x: 1}]\n", "0.yaml:3:31 F101"),
        ("opd:\n- code: DLH\n  name: Nama\n  from: 2020-02-30\n", "0.yaml:4:9 F108"),
        ("opd:\n  - {code: DLH, name: Nama, aliases: [a, 1, b]}\n", "0.yaml:2:42 F117"),
    ],
)
def test_a_place_is_where_an_editor_shows_it(written: str, where: str) -> None:
    assert said(read(written)) == [where]


def test_a_repeated_key_cites_the_first() -> None:
    reading = read("opd:\n  - code: DLH\n    name: Nama\n    code: X\n")
    (one,) = in_reading_order(reading.findings, reading.sources)

    assert (one.at.line, one.labels[0][1].line) == (4, 2)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OPD.encode("utf-16"), "S112"),
        (OPD.encode("utf-16-le"), "S112"),
        ("opd:\n  - {code: DLH, name: é}\n".encode("latin-1"), "S112"),
        (b"opd:\n  - {code: DLH, name: \xe6\xbc", "S112"),
        (b"", "S115"),
        (b"# kosong\n", "S115"),
        (b"opd\n", "S114"),
    ],
)
def test_bytes_that_are_no_plan_get_one_finding(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "plan.yaml").write_bytes(data)

    reading = read_folder(str(tmp_path), AS_OF)

    assert [one.rule.code for one in reading.findings if one.rule.code[0] == "S"][:1] == [code]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_MEGABYTES", 0)
    (tmp_path / "plan.yaml").write_text(OPD)

    assert [one.rule.code for one in read_folder(str(tmp_path), AS_OF).findings] == ["S122"]


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
@pytest.mark.parametrize("path", ["fifo", "/dev/zero", "/dev/null", "missing", "folder", "loop"])
def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path, path: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(NothingToReadError):
        read_folder(str(tmp_path / path), AS_OF)


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_one_unreadable_file_hides_no_other(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_text(OPD)

    reading = read_folder(str(tmp_path), AS_OF)

    assert [one.rule.code for one in reading.findings] == ["S121"]
    assert codes_of(reading) == ["DLH"]


@pytest.mark.parametrize(
    "hostile",
    [
        "opd: " + "[" * 50_000,
        "opd:\n" + "".join(f"  k{nth}: 1\n" for nth in range(9_000)),
        "opd:\n- {code: A, name: " + "x" * 90_000 + "}",
        "\n" * 90_000 + OPD,
        "a: &a [x]\n" + "".join(f"b{nth}: &b{nth} [*a, *a]\n" for nth in range(4_000)),
        "opd:\n" + "- '\n" * 25_000,
        "- " * 45_000,
        ("opd:\n  - code: A\n     name: x\n" * 3_000)[:90_000],
        "a: " + '"\\x00' * 20_000,
    ],
    ids=lambda text: ascii(text)[:24],
)
def test_a_hostile_file_takes_no_time_to_speak_of(hostile: str) -> None:
    """Each took under a second when it was written; one that hangs is seen."""
    reading = read(hostile)

    assert in_reading_order(reading.findings, reading.sources) or codes_of(reading) == ["DLH"]


def test_without_libyaml_everything_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [ROOT / "tests" / "mistakes" / name for name in sorted(os.listdir(ROOT / "tests" / "mistakes"))]
    fast = [said(read_folder(str(folder), AS_OF)) for folder in folders]
    monkeypatch.setattr(parser, "Parser", parser.PureParser)

    assert [said(read_folder(str(folder), AS_OF)) for folder in folders] == fast
    assert len(read_folder(str(ROOT / "data"), AS_OF).plan.indicators) == 16
