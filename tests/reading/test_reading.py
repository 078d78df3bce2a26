"""Reading: files become one plan; what is wrong is said once, where it stands, and hides nothing else."""

from __future__ import annotations

import errno
import gc
import os
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from serang_plan.findings import in_reading_order
from serang_plan.reading import decoding as text
from serang_plan.reading import folder, parser
from serang_plan.reading import recovery as repair
from serang_plan.reading.folder import NothingToReadError, Reading, find_files, read_folder, read_texts
from serang_plan.reading.node_tree import node_at
from serang_plan.reading.yaml_tree import DEEPEST
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


DUTIES = "assignments:\n  - {indicator: M01, lead: DLH}\n"


@pytest.mark.parametrize(
    "listing",
    [
        "opd:\n  - {code: DLH, name: 'X}\n",
        "opd:\n  - code: DLH\n     name: X\n",
        "opd:\n  - name: X\n    code: DLH\n    note: [\n",
        "opd:\n  - {name: X, code: DLH\n",
        "opd:\n  - {code: DLH, name: X, <<: {a: b}}\n",
        "opd: [{code: DLH, name: X]\n",
        "opds:\n  - {code: DLH, name: X}\n",
        "opd\n  - {code: DLH, name: X}\n",
        "<<<<<<< a\nopd:\n=======\nopd:\n>>>>>>> b\n",
        "- {code: DLH, name: X}\n",
        "opd:\n  - DLH\n",
        "opd:\n  - {code: 1, name: X}\n",
        "opd:\n  - " + "[" * 60 + "\n",
    ],
    ids=lambda text: ascii(text)[:40],
)
def test_nothing_that_may_stand_in_a_broken_passage_is_called_unknown(listing: str) -> None:
    reading = read(listing, DUTIES)

    assert reading.findings
    assert [one for one in check(reading.plan) if one.rule.code == "L201"] == []


def test_a_code_within_a_broken_record_is_not_that_records_code() -> None:
    listing = "opd:\n  - {code: DPUPR, name: X}\nactions:\n  - code: A1\n    opd: DLH\n     name: X\n    indicators: [{code: DLH}]\n"

    reading = read(listing, DUTIES)

    assert [one.message.en for one in check(reading.plan) if one.rule.code == "L201"] == [
        "OPD `DLH` is not on the list of OPD"
    ]


def test_below_a_line_at_the_margin_that_cannot_be_read_any_section_may_have_been_meant() -> None:
    reading = read("partners: !!seq\n  - {code: P, name: X, kind: bumn}\nopd]\n  - {code: DLH, name: X}\n")

    assert (reading.plan.unread.files, reading.plan.unread.sections) == (True, set())


def test_a_broken_line_in_a_list_that_bears_a_mark_leaves_the_other_sections_known_in_full() -> None:
    reading = read("opd: !!seq\n  - {code: DLH, name: 'x}\n")

    assert (reading.plan.unread.files, reading.plan.unread.sections) == (False, {"opd"})


def test_of_a_broken_record_with_a_list_in_it_only_its_own_code_is_unread() -> None:
    reading = read("opd:\n  - code: DLH\n    aliases:\n      - LH\n     name: X\n")

    assert (reading.plan.unread.codes, reading.plan.unread.sections) == ({("opd", "DLH")}, set())


def test_of_two_records_that_are_broken_together_neither_code_is_taken_for_the_only_one() -> None:
    reading = read("opd:\n  - {code: DLH, name: X}\n- {code: DPUPR, name: Y}\n")

    assert (reading.plan.unread.codes, reading.plan.unread.sections) == (set(), {"opd"})


def test_a_bracket_that_a_record_leaves_open_is_told_where_it_opens() -> None:
    assert said(read("opd:\n  - {code: A,\nname: X}b: c\n")) == ["0.yaml:2:5 S105", "0.yaml:3:7 S106"]


def test_what_breaks_off_behind_a_sound_record_is_told_whatever_breaks_further_down() -> None:
    sound = "opd:\n  - code: A\n    name: Satu\n    aliases:\n      - LH\n"

    reading = read(f"{sound}'   note: a\n  - {{code: B, name: 'Dinas Air'}}\n")

    assert said(reading) == ["0.yaml:5:7 S107", "0.yaml:7:3 S104"]
    assert codes_of(reading) == ["A"]


@pytest.mark.parametrize(
    ("typed", "where", "covered"),
    [
        ("-\t- DLH", "2:6 S103", "\t"),
        ("{code: !x!y DLH, name: X}", "2:12 S109", "!"),
        ("code: DLH\n    aliases:\n      - LH\n    name: a: b", "5:11 S106", "a: b"),
    ],
)
def test_of_a_broken_line_just_what_breaks_it_is_shown(typed: str, where: str, covered: str) -> None:
    reading = read(f"opd:\n  - {typed}\n")

    ((_, at, *_),) = in_reading_order(reading.findings, reading.sources)
    assert said(reading) == [f"0.yaml:{where}"]
    assert reading.sources.line(at.path, at.line)[at.column - 1 :][: at.length] == covered


def test_a_fault_of_the_yaml_swallows_what_follows_from_it_at_the_same_place() -> None:
    reading = read("opd:\n  - {code: DLH, name: NO}\nassignments:\n  - {indicator: 010, lead: *x}\n")
    found = in_reading_order([*reading.findings, *check(reading.plan)], reading.sources)

    assert [one.finding.rule.code for one in found if one.finding.rule.code[0] in "SFL"] == [
        "S116",
        "S116",
        "S108",
    ]


def test_after_many_broken_records_the_rest_of_the_file_counts_as_unread() -> None:
    broken = (
        "opd:\n" + "  - {code: A, name: 'x}\n" * (repair.MOST_REPAIRS + 10) + "  - {code: DLH, name: X}\n"
    )
    reading = read(broken, DUTIES)

    assert len(reading.findings) == repair.MOST_REPAIRS
    assert [one for one in check(reading.plan) if one.rule.code == "L201"] == []


def test_a_file_that_takes_too_long_to_get_past_counts_as_unread_from_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(repair, "MOST_READINGS", 0)
    reading = read("opd:\n  - {code: A, name: 'x}\n  - {code: B, name: X}\n", DUTIES)

    assert said(reading) == ["0.yaml:2:21 S105"]
    assert [one for one in check(reading.plan) if one.rule.code == "L201"] == []


def test_an_item_below_its_dash_is_repaired_like_any_other() -> None:
    listing = "opd:\n  -\n    # catatan\n    code: A\n     name: X\n  -\n    code: B\n    name: X\n"

    reading = read(listing)

    assert (said(reading), codes_of(reading)) == (["0.yaml:5:6 S104"], ["B"])


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EIO, "no"), "cannot be read from where it is stored"),
        (OSError(errno.EISDIR, "no"), "is not a file"),
        (ValueError("embedded null byte"), "does not exist"),
    ],
)
def test_why_a_file_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def refuse(*_: object) -> int:
        raise error

    (tmp_path / "plan.yaml").write_text(OPD)
    monkeypatch.setattr(os, "open", refuse)

    (one,) = read_folder(str(tmp_path), AS_OF).findings

    assert (one.rule.code, words in one.message.en) == ("S121", True)


def test_a_file_full_of_marks_tells_as_many_as_anybody_reads() -> None:
    reading = read("opd:\n" + "  - {code: D, name: *x}\n" * 4_000)

    marks = [one for one in reading.findings if one.rule.code == "S108"]
    assert 2_000 < len(marks) < 4_000


def test_a_file_full_of_unknown_sections_tells_as_many_as_anybody_reads() -> None:
    reading = read("".join(f"x{nth}:\n  - a: 1\n" for nth in range(4_000)))

    assert 2_000 < len(reading.findings) < 4_000


def test_a_file_full_of_faults_tells_as_many_as_anybody_reads_and_keeps_what_stands() -> None:
    records = "".join(f"  - {{code: D{nth}}}\n" for nth in range(4_000))

    reading = read(f"opd:\n{records}  - {{code: DLH, name: X}}\n")

    assert 2_000 < len(reading.findings) < 4_000
    assert codes_of(reading) == ["DLH"]


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


def test_a_place_in_a_long_line_with_a_tab_is_counted_in_characters() -> None:
    written = "opd:\n  - {code: DLH, name: '" + "漢\t" * 5_000 + "', x: 1}\n"

    assert said(read(written)) == [f"0.yaml:2:{written.index('x: 1') - 4} F101"]


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


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("opd:\r\n  - {code: DLH, name: Pelindung é}\r\n".encode("latin-1"), "2:33 S112"),
        ("opd:\r  - {code: DLH, name: “RTH”}\r".encode("cp1252"), "2:23 S112"),
        ("# é\nopd:\n  - code: DLH\n    name: é".encode()[:-1], "4:11 S112"),
        (OPD.encode("utf-16"), "1:1 S112"),
        (OPD.encode("utf-32"), "1:1 S112"),
        (OPD.encode("utf-16-be"), "1:1 S112"),
    ],
)
def test_the_first_letter_that_is_not_utf8_is_shown(tmp_path: Path, data: bytes, where: str) -> None:
    (tmp_path / "plan.yaml").write_bytes(data)

    assert said(read_folder(str(tmp_path), AS_OF))[0].rpartition("plan.yaml:")[2] == where


def test_a_letter_that_is_not_utf8_hides_no_other_fault(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(b"opd:\n  - {code: DLH, name: \xe9}\n  - {code: DPUPR, nama: x}\n")

    reading = read_folder(str(tmp_path), AS_OF)

    assert [one.rule.code for one in reading.findings] == ["S112", "F101"]
    assert codes_of(reading) == ["DLH"]


@pytest.mark.parametrize("text", ["opd", "opd: NO", "- a", "a: b: c", "\t"])
def test_a_file_without_a_last_line_end_is_read_to_its_end(text: str) -> None:
    assert len(said(read(text))) == 1


def test_what_stands_behind_a_key_in_brackets_is_read_too() -> None:
    reading = read("opd:\n  - {[[a], b]: x, code: DLH, name: X}\n")

    assert said(reading) == ["0.yaml:2:6 S118"]
    assert codes_of(reading) == ["DLH"]


@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_a_text_is_edited_as_deep_as_a_plan_is_read(brackets: str) -> None:
    opening, closing = brackets

    def nested(deep: int, within: str) -> str:
        return f"{opening}{within}" * deep + closing * deep

    for within in ("a: ", "? ") if brackets == "{}" else ("",):
        assert node_at(nested(DEEPEST + 1, within)) is not None
        assert node_at(nested(DEEPEST + 2, within)) is None


@pytest.mark.parametrize(("most", "size", "megabytes"), [(1, 2**20 + 1, 2), (2, 4 << 20, 4)])
def test_the_size_of_a_file_that_is_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, size: int, megabytes: int
) -> None:
    monkeypatch.setattr(text, "MOST_MEGABYTES", most)
    with (tmp_path / "plan.yaml").open("wb") as file:
        file.truncate(size)

    (finding,) = read_folder(str(tmp_path), AS_OF).findings

    assert finding.message.en == f"this file has {megabytes} MB, and the limit is {most} MB"


@pytest.fixture(name="closed")
def closed_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A path that may not be opened, not even by root, who runs the tests in CI."""
    closed = tmp_path / "closed"
    real_open, real_access, real_scan = os.open, os.access, os.scandir

    def refuse(path: object, *_: object) -> None:
        if str(path).startswith(str(closed)):
            raise PermissionError(errno.EACCES, "no", str(path))

    def opened(path: Any, *more: Any, **named: Any) -> int:
        refuse(path)
        return real_open(path, *more, **named)

    def scanned(path: Any) -> Any:
        refuse(path)
        return real_scan(path)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "scandir", scanned)
    monkeypatch.setattr(
        os, "access", lambda path, mode: not str(path).startswith(str(closed)) and real_access(path, mode)
    )
    return closed


def test_a_folder_that_may_not_be_opened_is_said_to_be_so(closed: Path) -> None:
    closed.mkdir()

    with pytest.raises(NothingToReadError) as nothing:
        read_folder(str(closed), AS_OF)

    assert nothing.value.reason == "permission"


def test_what_may_not_be_opened_below_the_folder_is_told_and_hides_no_other(
    tmp_path: Path, closed: Path
) -> None:
    closed.mkdir()
    (tmp_path / "closed.yaml").write_text(OPD)
    (tmp_path / "open.yaml").write_text(OPD)

    reading = read_folder(str(tmp_path), AS_OF)

    assert [(Path(one.at.path).name, one.rule.code) for one in reading.findings] == [  # type: ignore[union-attr]
        ("closed", "S121"),
        ("closed.yaml", "S121"),
    ]
    assert codes_of(reading) == ["DLH"]


def test_a_file_that_is_gone_when_it_is_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").symlink_to(tmp_path / "gone")

    (one,) = read_folder(str(tmp_path), AS_OF).findings

    assert one.rule.code == "S121"


@pytest.mark.parametrize("path", ["a\0b", "x" * 300, "", "missing/plan.yaml"])
def test_a_path_that_cannot_be_is_missing(path: str) -> None:
    with pytest.raises(NothingToReadError) as nothing:
        find_files(path)

    assert nothing.value.reason == "missing"


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


def test_without_libyaml_a_text_that_is_edited_has_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    written = "opd:\n  - {code: DLH, name: 'Dinas'}  # satu\n  - code: DPUPR\n    name: >-\n      Dinas\n    note:\n"
    fast = node_at(written)
    monkeypatch.setattr(parser, "Parser", parser.PureParser)

    assert node_at(written) == fast


def test_a_plan_with_other_records_is_still_looked_at_on_the_same_day() -> None:
    then = date(2020, 3, 10)

    assert read_texts(iter([("a.yaml", OPD)]), then).plan.with_records(opd=()).as_of == then


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("opd:\n  - {code: DX, name: Dinas X, kind: dinas}", "kunci `kind` tidak dikenal di sini"),
        ("opd:\n  - {code: DX, name: Dinas X, start: 2024}", "kunci `start` tidak dikenal di sini"),
        ("actions:\n  - {code: A9, name: Taman, until: 2027}", "kunci `until` tidak dikenal di sini"),
        (
            "opd:\n  - {code: DX, name: Asosiasi, kind: swasta}",
            "isian `DX` adalah isian `partners`, tetapi berada di bawah `opd`",
        ),
        (
            "opd:\n  - {code: A9, name: Taman, start: 2026, finish: 2027}",
            "isian `A9` adalah isian `actions`, tetapi berada di bawah `opd`",
        ),
        (
            "partners:\n  - {code: S9, kind: berita, title: Paparan}",
            "isian `S9` adalah isian `sources`, tetapi berada di bawah `partners`",
        ),
        (
            "assertions:\n  - {date: 2026-01-05}",
            "isian ini adalah isian `rakor`, tetapi berada di bawah `assertions`",
        ),
    ],
)
def test_one_wrong_key_is_a_slip_unless_it_makes_the_entry_whole_in_another_section(
    typed: str, said: str
) -> None:
    (found,) = read_texts(iter([("plan.yaml", f"{typed}\n")]), date(2026, 6, 30)).findings

    assert found.message.id == said


MEASURED = (
    "indicators:\n  - {code: M01, %s, aspect: f, unit: ha, direction: naik, measurements: [{%s, value: 1}]}"
)


@pytest.mark.parametrize(
    ("record", "value", "rules"),
    [
        ("xyzzy: RTH", "as_of: 2020", ["F101"]),
        ("xyzzy: RTH", "qwop: 2020", ["F101", "F101"]),
        ("xyzzy: RTH, fnord: RTH", "as_of: 2020", ["F101", "F101", "F102"]),
    ],
)
def test_the_only_unknown_key_of_a_record_stands_for_the_only_one_that_is_missing(
    record: str, value: str, rules: list[str]
) -> None:
    assert sorted(finding.rule.code for finding in read(MEASURED % (record, value)).findings) == rules


# -- links ---------------------------------------------------------------------------------


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder with a sound file; beside it lies what is nobody's business."""
    (tmp_path / "secret.yaml").write_text("opd: [{code: RAHASIA, name: Rahasia}]\n")
    folder = tmp_path / "data"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "config").write_text("token: rahasia\n")
    (folder / "plan.yaml").write_text(OPD)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize(
    "target",
    ["../secret.yaml", "/etc/passwd", ".git/config", "sub/../../secret.yaml", "chain.yml", "../gone"],
)
def test_a_link_that_leads_out_of_the_folder_is_refused_and_never_read(beside: Path, target: str) -> None:
    (beside / "sub").mkdir()
    if target == "chain.yml":
        (beside / target).symlink_to("../secret.yaml")
    (beside / "x.yaml").symlink_to(target)

    reading = read_folder(str(beside), AS_OF)

    found = {(str(one.at.path), one.rule.code) for one in reading.findings}  # type: ignore[union-attr]
    links = {"x.yaml", "chain.yml"} if target == "chain.yml" else {"x.yaml"}
    assert found == {(str(beside / link), "S124") for link in links}
    assert reading.sources.source(str(beside / "x.yaml")).text == ""
    assert codes_of(reading) == ["DLH"]
    assert reading.plan.unread.files


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_inside_the_folder_is_followed_and_the_folder_may_be_one(beside: Path) -> None:
    (beside / "sub").mkdir()
    (beside / "sub" / "x.yaml").symlink_to("../y.yaml")
    (beside / "y.yaml").write_text("opd: [{code: DPUPR, name: PU}]\n")
    (beside.parent / "plan").symlink_to("data")

    reading = read_folder(str(beside.parent / "plan"), AS_OF)

    assert reading.findings == ()
    assert codes_of(reading) == ["DLH", "DPUPR", "DPUPR"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_a_star_names_leads_out_all_the_same(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (beside / "x.yaml").symlink_to("../secret.yaml")
    monkeypatch.chdir(beside)

    for named in ("x.yaml", str(beside / "x.yaml")):
        reading = read_folder(named, AS_OF)
        assert codes_of(reading) == []
        assert [finding.rule.code for finding in reading.findings] == ["S124"]


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("", True),
        ("  \n \n", True),
        ("# opd: [{code: DLH, name: x}]\n", True),
        ("---\n", True),
        ("opd:\n", True),
        ("opd: []\n", True),
        ("opd: [{code: DLH}]\n", False),
        ("opd: [{code: DLH, name: x}]\n", False),
        ("odp: []\n", False),
        ("<<<<<<< a\n=======\n>>>>>>> b\n", False),
        ("kosong\n", False),
    ],
)
def test_files_are_blank_if_there_is_no_entry_and_nothing_that_may_be_one(text: str, blank: bool) -> None:
    assert read_texts(iter([("plan.yaml", text)]), AS_OF).is_blank == blank


# -- more than anybody types ------------------------------------------------------------


def refused(count: int) -> Reading:
    return read_texts(iter([("plan.yaml", "actions:\n" + "- {a: b, c: d}\n" * count)]), AS_OF)


def test_a_file_of_refused_entries_alone_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_REFUSED", 3)
    read_on, left = refused(3), refused(50)

    assert not read_on.plan.unread.files
    assert left.plan.unread.files
    assert len(left.findings) < 5 * len(read_on.findings)


def test_what_is_refused_and_not_told_is_not_kept() -> None:
    """The program runs without garbage collection: an error that holds on to its reader would stay for ever."""

    def kept(count: int) -> int:
        tracemalloc.start()
        reading = refused(count)
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return size - 1_500 * len(reading.findings)

    was_on = gc.isenabled()
    gc.disable()
    try:
        few, many = kept(1_000), kept(3_000)
    finally:
        if was_on:
            gc.enable()

    assert (many - few) / 2_000 < 500


def test_a_file_of_more_sound_entries_than_any_city_has_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(folder, "MOST_ENTRIES", 1_000)

    def holding(count: int) -> Reading:
        rows = "".join(f"- {{code: A{number}, name: x}}\n" for number in range(count))
        return read_texts(iter([("plan.yaml", f"opd:\n{rows}")]), AS_OF)

    whole, cut = holding(1_000), holding(1_002)
    (finding,) = cut.findings
    assert (whole.findings, whole.plan.unread.files) == ((), False)
    assert (len(cut.plan.section("opd")), cut.plan.unread.files) == (1_000, True)
    assert finding.message.en == "this file holds more than 1,000 entries; the rest is not read"
    assert finding.message.id == "berkas ini berisi lebih dari 1.000 isian; sisanya tidak dibaca"
    assert cut.sources.span(finding.at).line == 1_002
