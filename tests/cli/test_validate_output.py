"""validate as CI and editors use it: formats, files, the choice between them, exit codes, standard input."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from lxml import etree

from serang_plan.cli.main import run
from serang_plan.findings import Severity
from serang_plan.operations.checking.check import checked
from serang_plan.operations.checking.result import result_of
from serang_plan.operations.files import output_file
from serang_plan.reading.folder import read_texts
from serang_plan.rendering.findings import gitlab as findings_gitlab
from serang_plan.rendering.formats import FINDING_FORMATS
from serang_plan.rendering.json.encoder import encoded
from serang_plan.wording import LANGS
from tests.conftest import AS_OF, OUTPUT_SCHEMAS, ROOT
from tests.readers.build_log import obeyed
from tests.readers.process import CLEAN
from tests.sampling import sample

SCHEMAS = ROOT / "tests" / "schemas"
HEAD = "plan: {title: Rencana, city: Kota, first_year: 2020, last_year: 2021, origin: resmi}\n"
INDICATOR = "  - {code: M01, name: RTH publik, aspect: fisik, unit: ha, direction: naik, provider: DLX}\n"
OPD = "opd:\n  - {code: DLH, name: Dinas Lingkungan Hidup}\n"
ODD_NAMES = [
    "dua kata.yaml", "a,b=c:d.yaml", "'kutip\".yaml", "a#b?c.yaml", "100%25.yaml", "a\\b.yaml", "a\nb.yaml", "::error::x.yaml",
    "a::b.yaml", "##[error]x.yaml", "\x1b[31m.yaml", "\udcff.yaml", "é漢\U0001f333.yaml", "\u202eabc.yaml", "-x.yaml", "%0A::error::x.yaml",
    "stop-commands]x.yaml",
]  # fmt: skip


@pytest.fixture(autouse=True)
def no_build_server(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "GITHUB_ACTIONS", "GITLAB_CI", "GITEA_ACTIONS", "FORGEJO_ACTIONS", "GITHUB_STEP_SUMMARY", "TF_BUILD", "CI",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(name="city")
def city_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose plan has errors, warnings and notes; the tests run in its root."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.yaml").write_text(f"{HEAD}indicators:\n{INDICATOR}", encoding="utf-8")
    (tmp_path / "data" / "opd.yaml").write_text(OPD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Said:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(name="validate")
def validate_fixture(capsysbinary: pytest.CaptureFixture[bytes]) -> Any:
    def validate(*arguments: str) -> Said:
        code = run(["validate", *arguments, "--as-of", "2026-06-30"])
        said = capsysbinary.readouterr()
        return Said(code, said.out.decode("utf-8"), said.err.decode("utf-8"))

    return validate


def schema_faults(name: Path, value: Any) -> list[str]:
    schema = json.loads(name.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def worlds() -> Iterator[str]:
    yield "data"
    yield "src/serang_plan/example"
    yield from (f"tests/mistakes/{folder.name}" for folder in sorted((ROOT / "tests" / "mistakes").iterdir()))


# -- what reads our output accepts it ---------------------------------------------------


@pytest.mark.parametrize(("world", "lang"), sample([*product(worlds(), LANGS)], 10))
def test_every_format_is_what_its_readers_expect(
    world: str, lang: str, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    asked = (world, "--lang", lang)
    found = validate(*asked, "--format", "json").json
    sarif = validate(*asked, "--format", "sarif").json
    gitlab = validate(*asked, "--format", "gitlab").json
    junit = validate(*asked, "--format", "junit").out.encode()
    rdjson = validate(*asked, "--format", "rdjson").json
    count = len(found["findings"])

    assert schema_faults(OUTPUT_SCHEMAS / "validate.schema.json", found) == []
    assert schema_faults(SCHEMAS / "sarif-2.1.0.json", sarif) == []
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(etree.fromstring(junit))
    cases = [case for suite in JUnitXml.fromstring(junit) for case in suite]
    assert sum(not case.name.startswith(("tanpa temuan", "no findings")) for case in cases) == count
    assert len(sarif["runs"][0]["results"]) == len(gitlab) == len(rdjson["diagnostics"]) == count
    marks = [one["fingerprint"] for one in gitlab]
    assert len(set(marks)) == count
    assert marks == [one["fingerprint"] for one in found["findings"]]
    assert all(set(one) >= {"description", "fingerprint", "severity", "location"} for one in gitlab)


def test_sarif_explains_each_rule_and_says_how_it_counts(city: Path, validate: Any) -> None:
    (run,) = validate("--format", "sarif", "--lang", "en").json["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["language"] == "en"
    assert list(rules) == sorted({one["ruleId"] for one in run["results"]})
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
    assert "```yaml" in rules["L213"]["help"]["markdown"]
    assert rules["L213"]["defaultConfiguration"]["level"] == "error"


def test_sarif_marks_further_places(city: Path, validate: Any) -> None:
    (city / "data" / "two.yaml").write_text("opd:\n  - {code: DLH, name: Dinas yang sama}\n")
    results = validate("--format", "sarif").json["runs"][0]["results"]
    (double,) = (one for one in results if one["ruleId"] == "L210")

    (related,) = double["relatedLocations"]
    assert double["message"]["text"].endswith(f" ([dipakai pertama kali di sini]({related['id']}))")
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "data/opd.yaml"
    assert related["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 15}  # fmt: skip


def test_rdjson_counts_bytes_and_sarif_characters(city: Path, validate: Any) -> None:
    (city / "data" / "plan.yaml").write_text(
        f"{HEAD}indicators:\n{INDICATOR.replace('RTH', 'é漢🌳')}", encoding="utf-8"
    )
    line = (city / "data" / "plan.yaml").read_text(encoding="utf-8").splitlines()[2]
    ranges = {
        one["code"]["value"]: one["location"]["range"]
        for one in validate("--format", "rdjson").json["diagnostics"]
    }
    regions = {
        one["ruleId"]: one["locations"][0]["physicalLocation"]["region"]
        for one in validate("--format", "sarif").json["runs"][0]["results"]
    }
    start, end = ranges["L213"]["start"]["column"] - 1, ranges["L213"]["end"]["column"] - 1

    assert line.encode()[start:end].decode() == "DLX"
    assert line[regions["L213"]["startColumn"] - 1 : regions["L213"]["endColumn"] - 1] == "DLX"


def test_a_fix_in_sarif_and_rdjson_is_the_edit_that_mends_the_finding(city: Path, validate: Any) -> None:
    plan = city / "data" / "plan.yaml"
    line = INDICATOR.replace("}", ", threshold: {value: 20,5, kind: hukum, basis: é漢}, aspct: fisik}")
    plan.write_text(f"{HEAD}indicators:\n{line}".replace("aspect: fisik, ", ""), encoding="utf-8")
    results = validate("--format", "sarif").json["runs"][0]["results"]
    suggested = validate("--format", "rdjson").json["diagnostics"]

    changes = [
        (fix["deletedRegion"], fix["insertedContent"]["text"])
        for one in results
        for change in one.get("fixes", [{"artifactChanges": []}])[0]["artifactChanges"]
        for fix in change["replacements"]
    ]
    lines = plan.read_text(encoding="utf-8").splitlines()
    in_bytes = [line.encode() for line in lines]
    for region, text in sorted(changes, key=lambda one: -one[0]["startColumn"]):
        line = lines[region["startLine"] - 1]
        lines[region["startLine"] - 1] = (
            line[: region["startColumn"] - 1] + text + line[region["endColumn"] - 1 :]
        )
    suggestions = [fix for one in suggested for fix in one.get("suggestions", [])]
    for fix in sorted(suggestions, key=lambda fix: -fix["range"]["start"]["column"]):
        start, end = fix["range"]["start"], fix["range"]["end"]
        old = in_bytes[start["line"] - 1]
        in_bytes[start["line"] - 1] = (
            old[: start["column"] - 1] + fix["text"].encode() + old[end["column"] - 1 :]
        )

    assert {text for _, text in changes} == {"20.5", "aspect"}
    assert in_bytes == [line.encode() for line in lines]
    plan.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert not {one["code"][0] for one in validate("--format", "json").json["findings"]} & {"S", "F"}


def test_junit_fails_by_what_the_check_fails_by(city: Path, validate: Any) -> None:
    def failures(*options: str) -> int:
        return JUnitXml.fromstring(validate("--format", "junit", *options).out.encode()).failures

    found = validate("--format", "json").json["counts"]
    assert failures() == found["error"]
    assert failures("--strict") == found["error"] + found["warning"]
    assert failures("--fail-on", "never") == 0
    assert failures("--exit-zero") == found["error"]


# -- odd names ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_a_file_with_an_odd_name_breaks_no_format(
    name: str, city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        (city / "data" / name).write_text("opd:\n  - {code: DLH, nama: ::error::x ##[error]y}\n")
    except OSError:
        pytest.skip("this file system has no such name")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    drawn = {form: validate("--format", form).out for form in FINDING_FORMATS}

    assert {form: obeyed(text) for form, text in drawn.items() if form != "github"} == {
        form: [] for form in FINDING_FORMATS if form != "github"
    }
    assert {one.name for one in obeyed(drawn["github"])} <= {"error", "warning", "notice"}
    if name.isprintable():
        assert f"data/{name}" in {one.properties.get("file") for one in obeyed(drawn["github"])}
        assert f"data/{name}" in json.loads(drawn["json"])["files"]
    for form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(drawn[form])
    etree.fromstring(drawn["junit"].encode())


# -- where paths start -------------------------------------------------------------------


@pytest.mark.parametrize("git", ["folder", "file"])
def test_paths_start_at_the_root_of_the_repository(
    git: str, city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if git == "file":
        (city / ".git").rmdir()
        (city / ".git").write_text("gitdir: elsewhere\n")
    monkeypatch.chdir(city / "data")

    assert validate(".", "--format", "json").json["files"] == ["data/opd.yaml", "data/plan.yaml"]
    assert validate(str(city), "--format", "json").json["files"] == ["data/opd.yaml", "data/plan.yaml"]
    assert validate(".", "--format", "concise").out.startswith("opd.yaml:") or "plan.yaml:" in validate(".", "--format", "concise").out  # fmt: skip


def test_without_a_repository_paths_start_here(
    city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (city / ".git").rmdir()
    monkeypatch.chdir(city / "data")

    assert validate("--format", "json", ".").json["files"] == ["opd.yaml", "plan.yaml"]


# -- the choice of the format --------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "arguments", "form"),
    [
        ({}, [], "text"),
        ({"GITHUB_ACTIONS": "true"}, [], "github"),
        ({"GITHUB_ACTIONS": "true"}, ["--format", "text"], "text"),
        ({"GITHUB_ACTIONS": "true"}, ["--format", "json"], "json"),
        ({"GITHUB_ACTIONS": "false"}, [], "text"),
        ({"GITLAB_CI": "true"}, [], "text"),
        ({"GITLAB_CI": "true"}, ["--format", "gitlab"], "gitlab"),
        ({"GITHUB_ACTIONS": "true", "GITLAB_CI": "true"}, [], "github"),
        ({"GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true"}, [], "text"),
        ({"GITHUB_ACTIONS": "true", "FORGEJO_ACTIONS": "true"}, [], "text"),
        ({"GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true"}, ["--format", "github"], "github"),
        ({"CI": "true"}, [], "text"),
        ({}, ["--format", "github"], "github"),
        ({}, ["-o", "-"], "text"),
        ({}, ["-o", "sarif=-"], "json"),
        ({"GITHUB_ACTIONS": "true"}, ["-o", "x.sarif"], "github"),
        ({}, ["--format", "sarif", "-o", "x.sarif"], "text"),
        ({}, ["--format", "json", "-o", "x.sarif"], "json"),
    ],
)
def test_the_screen_gets_the_format_that_is_read_there(
    environment: dict[str, str],
    arguments: list[str],
    form: str,
    city: Path,
    validate: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    said = validate(*arguments).out
    starts = {"text": "catatan[", "github": "::error", "json": "{", "gitlab": "["}

    assert said.startswith(starts[form]), said[:80]


@pytest.mark.parametrize(
    ("arguments", "file", "start"),
    [
        (["-o", "x.sarif"], "x.sarif", '{\n  "$schema"'),
        (["-o", "x.sarif.json"], "x.sarif.json", '{\n  "$schema"'),
        (["-o", "X.XML"], "X.XML", "<?xml"),
        (["-o", "x.md"], "x.md", "# Pemeriksaan"),
        (["-o", "x.json"], "x.json", '{\n  "schema_version"'),
        (["-o", "gl-code-quality-report.json"], "gl-code-quality-report.json", '[\n  {\n    "description"'),
        (["--format", "gitlab", "-o", "x.json"], "x.json", '[\n  {\n    "description"'),
        (["--format", "concise", "-o", "x.txt"], "x.txt", "data/"),
        (["-o", "gitlab=x"], "x", '[\n  {\n    "description"'),
        (["-o", "rdjson=x.json"], "x.json", '{\n  "source"'),
        (["--format", "junit", "-o", "hasil"], "hasil", "<?xml"),
    ],
)
def test_a_file_gets_the_format_of_its_name_unless_it_is_named(
    arguments: list[str], file: str, start: str, city: Path, validate: Any
) -> None:
    said = validate(*arguments)

    assert said.code == 1
    assert said.out.endswith("dalam 2 berkas.\n")
    assert (city / file).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        ([], '[\n  {\n    "description"'),
        (["-o", "-"], '[\n  {\n    "description"'),
        (["--format", "text"], "catatan["),
        (["--format", "json"], '{\n  "schema_version"'),
        (["-o", "gl-code-quality-report.json"], "catatan["),
    ],
)
def test_in_gitlab_an_output_that_goes_into_a_file_is_code_quality(
    arguments: list[str], start: str, city: Path
) -> None:
    log = city / "keluaran"
    with log.open("wb") as file:
        ended = subprocess.run(
            [sys.executable, "-m", "serang_plan", "validate", *arguments, "--as-of", "2026-06-30"],
            env={**CLEAN, "GITLAB_CI": "true"},
            stdout=file,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    assert ended.returncode == 1
    assert log.read_text(encoding="utf-8").startswith(start)
    said = "Karena ini GitLab CI" in ended.stderr and "1 galat" in ended.stderr
    assert said == (start.startswith("[") and "--format" not in arguments)


@pytest.mark.parametrize(
    ("arguments", "start", "is_said"),
    [
        (["-o", "x.json"], '[\n  {\n    "description"', True),
        (["--format", "text", "-o", "x.json"], '[\n  {\n    "description"', True),
        (["--format", "gitlab", "-o", "x.json"], '[\n  {\n    "description"', False),
        (["-o", "gitlab=x.json"], '[\n  {\n    "description"', False),
        (["--format", "json", "-o", "x.json"], '{\n  "schema_version"', False),
        (["-o", "json=x.json"], '{\n  "schema_version"', False),
        (["-o", "x.sarif.json"], '{\n  "$schema"', False),
    ],
)
def test_in_gitlab_a_json_file_is_code_quality_unless_named_otherwise(
    arguments: list[str],
    start: str,
    is_said: bool,
    city: Path,
    validate: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GITLAB_CI", "true")
    said = validate(*arguments)
    (written,) = (path for path in city.iterdir() if path.name.startswith("x."))

    assert said.out.startswith("catatan[")
    assert written.read_text(encoding="utf-8").startswith(start)
    assert ("Karena ini GitLab CI, `x.json` berbentuk gitlab" in said.err) == is_said


def test_several_files_are_written_in_one_run(city: Path, validate: Any) -> None:
    validate("-o", "a.sarif", "-o", "b.xml", "--output", "gitlab=c.json")

    assert {path.name for path in city.iterdir()} >= {"a.sarif", "b.xml", "c.json"}


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["-o", "hasil"], "-o sarif=NAMA"),
        (["-o", "data/plan.yaml"], "-o sarif=NAMA"),
        (["-o", "there.md"], "--force"),
        (["-o", "a.md", "-o", "./a.md"], "berkasnya sendiri"),
        (["--force", "-o", "text=data/plan.yaml"], "nama lain"),
        (["--force", "-o", "text=data/../data/plan.yaml"], "nama lain"),
        (["-o", "data"], "-o sarif=NAMA"),
        (["-o", "markdown=data"], "berkas"),
        (["-o", "missing/a.md"], "folder"),
        (["--format", "json", "-o", "sarif=-"], "salah satunya"),
        (["--format", "srif"], "maksud Anda `sarif`?"),
        (["dta"], "serang-plan validate FOLDER"),
        (["--stdin-filename", "a.yaml"], "validate -"),
        (["data", "tiada"], "serang-plan init"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_touched(
    arguments: list[str], advice: str, city: Path, validate: Any
) -> None:
    (city / "there.md").write_text("mine")
    before = {path: path.read_bytes() for path in city.rglob("*") if path.is_file()}
    said = validate(*arguments)

    assert (said.code, said.out) == (2, "")
    assert advice in said.err
    assert {path: path.read_bytes() for path in city.rglob("*") if path.is_file()} == before


def test_a_file_is_replaced_when_that_is_asked_for(city: Path, validate: Any) -> None:
    (city / "there.md").write_text("mine")

    assert validate("-o", "there.md", "--force").code == 1
    assert (city / "there.md").read_text(encoding="utf-8").startswith("# Pemeriksaan")


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_pipe_or_device_is_written_to_and_not_replaced(force: list[str], city: Path, validate: Any) -> None:
    os.mkfifo(city / "pipe")
    reader = os.open(city / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert validate("-o", "markdown=pipe", *force).code == 1
        assert os.read(reader, 100).startswith(b"# Pemeriksaan")
    finally:
        os.close(reader)
    assert (city / "pipe").is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
@pytest.mark.parametrize("option", [("-o", "markdown=pipe"), ("--write-baseline", "pipe")])
def test_a_pipe_that_nobody_reads_is_not_waited_for_without_end(
    option: tuple[str, str], city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output_file, "_WAITS", 2)
    os.mkfifo(city / "pipe")
    rescue = threading.Timer(20, lambda: os.open(city / "pipe", os.O_RDONLY | os.O_NONBLOCK))
    rescue.start()
    said = validate(*option)
    rescue.cancel()

    assert (said.code, "tidak ada yang membacanya" in said.err) == (2, True)
    assert (city / "pipe").is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
@pytest.mark.parametrize(
    ("lang", "said"), [("id", "bukan folder dan bukan berkas biasa"), ("en", "neither a folder nor a plain")]
)
def test_a_pipe_that_is_named_as_the_plan_is_called_what_it_is(
    lang: str, said: str, city: Path, validate: Any
) -> None:
    os.mkfifo(city / "pipe")

    ended = validate("pipe", "--lang", lang)

    assert (ended.code, said in ended.err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_a_reader_of_a_pipe_may_come_a_little_later(city: Path, validate: Any) -> None:
    os.mkfifo(city / "pipe")
    read: list[bytes] = []
    late = threading.Timer(0.5, lambda: read.append((city / "pipe").read_bytes()))
    late.start()

    assert validate("-o", "markdown=pipe").code == 1
    late.join()
    assert read[0].startswith(b"# Pemeriksaan")


# -- GitHub Actions -------------------------------------------------------------------------


def many(city: Path, count: int) -> None:
    lines = "".join(
        f"  - {{code: A{nth:03}, name: Kegiatan {nth}, opd: X{nth:03}}}\n" for nth in range(count)
    )
    (city / "data" / "many.yaml").write_text(f"actions:\n{lines}", encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_at_most_ten_of_a_kind_are_annotated_and_a_notice_counts_the_rest(
    lang: str, city: Path, validate: Any
) -> None:
    many(city, 30)
    found = validate("--format", "json").json["counts"]
    said = validate("--format", "github", "--lang", lang).out
    commands = obeyed(said)
    kinds = [one.name for one in commands]
    rest = sum(found.values()) - len(commands) + 1

    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * kinds.count("notice")
    assert kinds.count("notice") <= 10
    assert commands[-1].properties == {"title": "serang-plan"}
    assert commands[-1].data.startswith(f"{rest} ")
    listed = [line for line in said.splitlines() if line.startswith(("galat ", "peringatan ", "catatan ", "error ", "warning ", "note "))]  # fmt: skip
    assert len(listed) == sum(found.values())


@pytest.mark.parametrize(
    ("lang", "title", "more"),
    [("id", "Yang harus diperbaiki lebih dulu:", "dan 21"), ("en", "What to put right first:", "and 21")],
)
def test_what_a_check_fails_by_is_named_again_where_it_would_be_lost(
    lang: str, title: str, more: str, city: Path, validate: Any
) -> None:
    assert title not in validate("--lang", lang).out

    many(city, 30)
    counts = validate("--format", "json").json["counts"]
    head, _, tail = validate("--lang", lang).out.partition(f"\n{title}\n")
    lines = tail.splitlines()

    assert counts["error"] == 31
    assert counts["warning"] + counts["note"] >= 10
    assert "data/many.yaml:2:" in lines[0]
    assert "L201" in lines[0]
    assert len(lines[: lines.index("")]) == 11
    assert lines[10].startswith(more)
    assert head.count("[L201]") == 30
    assert title not in validate("--lang", lang, "--fail-on", "never").out


def test_the_job_summary_is_added_behind_what_is_there(
    city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = city / "summary file.md"
    summary.write_text("# Sebelumnya\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    validate()
    text = summary.read_text(encoding="utf-8")

    assert text.startswith("# Sebelumnya\n# Pemeriksaan rencana\n")
    assert "| L213 | data/plan.yaml:3 |" in text
    validate("--format", "text")
    assert summary.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("already", sample([0, 900_000, (1 << 20) - 60, 1 << 20, 2 << 20], 2))
def test_the_job_summary_stays_below_what_is_shown(
    already: int, city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(city, 3_000)
    summary = city / "summary.md"
    summary.write_bytes(b"x" * already)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    assert validate("--format", "github").code == 1
    assert summary.stat().st_size <= max(already, 1 << 20)
    if already < 1_000_000:
        assert "temuan lain tidak muat" in summary.read_text(encoding="utf-8")


def test_a_summary_that_cannot_be_written_is_told_and_takes_nothing_away(
    city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(city / "missing" / "summary.md"))
    said = validate("--format", "github")

    assert said.code == 1
    assert "::error" in said.out
    assert "ringkasan pekerjaan tidak dapat ditulis" in said.err


def test_a_runner_obeys_no_complaint_of_ours(
    city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    said = validate("##[error]x", "::error::y")

    assert said.code == 2
    assert obeyed(said.err) == []


# -- exit codes -----------------------------------------------------------------------------

ERROR = f"{HEAD}indicators:\n{INDICATOR}{INDICATOR}"
WARNING = f"{HEAD}indicators:\n{INDICATOR.replace(', provider: DLX', '')}"


@pytest.mark.parametrize(
    ("options", "with_error", "with_warning"),
    [
        ([], 1, 0),
        (["--fail-on", "error"], 1, 0),
        (["--fail-on", "galat"], 1, 0),
        (["--fail-on", "warning"], 1, 1),
        (["--fail-on", "peringatan"], 1, 1),
        (["--fail-on", "note"], 1, 1),
        (["--fail-on", "never"], 0, 0),
        (["--strict"], 1, 1),
        (["--strict", "--fail-on", "note"], 1, 1),
        (["--strict", "--fail-on", "never"], 1, 1),
        (["--exit-zero"], 0, 0),
        (["--exit-zero", "--strict"], 0, 0),
        (["--fail-on", "besar"], 2, 2),
        (["--exit-zero", "--format", "x"], 2, 2),
        (["--exit-zero", "tiada"], 2, 2),
    ],
)
@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_the_exit_code_is_the_same_in_every_format(
    form: str, options: list[str], with_error: int, with_warning: int, city: Path, validate: Any
) -> None:
    plan = city / "data" / "plan.yaml"
    asked = options if "--format" in options else ["--format", form, *options]
    plan.write_text(ERROR, encoding="utf-8")
    first = validate(*asked).code
    plan.write_text(WARNING, encoding="utf-8")

    assert (first, validate(*asked).code) == (with_error, with_warning)


# -- several paths, standard input ------------------------------------------------------------


def typed_in(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_several_paths_are_one_plan_and_each_file_is_read_once(city: Path, validate: Any) -> None:
    one = validate("data", "--format", "json").json
    two = validate("data/opd.yaml", "data/plan.yaml", "--format", "json").json
    twice = validate("data", "./data/opd.yaml", str(city / "data"), "--format", "json").json

    assert two["findings"] == one["findings"]
    assert twice["findings"] == one["findings"]
    assert len(twice["files"]) == 2


def test_where_a_part_of_the_plan_is_asked_about_the_whole_is_named(city: Path, validate: Any) -> None:
    hint = "Hanya sebagian rencana yang dibaca; seluruhnya: `serang-plan validate data`."

    assert hint in validate("data/opd.yaml").out
    assert hint not in validate("data/opd.yaml", "data/plan.yaml").out
    assert hint not in validate("data").out
    (city / "data" / "plan.yaml").unlink()
    assert hint not in validate("data/opd.yaml").out


def test_an_editor_asks_about_the_text_it_holds(
    city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_in(monkeypatch, "opd:\n  - {code: DLH, nama: Dinas}\n")
    said = validate("-", "--stdin-filename", "data/opd.yaml", "--format", "concise")

    assert said.code == 1
    assert [line.split(" ")[0] for line in said.out.splitlines()] == ["data/opd.yaml:2:17:"]


def test_what_the_editor_holds_knows_the_rest_of_the_plan(
    city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = INDICATOR.replace("DLX", "DLH")
    typed_in(monkeypatch, f"{HEAD}indicators:\n{sound}")
    said = validate("-", "--stdin-filename", str(city / "data" / "plan.yaml"), "--format", "json").json

    assert "L213" not in {one["code"] for one in said["findings"]}
    assert {one["path"] for one in said["findings"]} == {"data/plan.yaml"}


def test_standard_input_alone_is_a_plan(city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    typed_in(monkeypatch, b"\xff\xfeopd")
    said = validate("-", "--format", "concise")

    assert said.code == 1
    assert said.out.startswith("-:1:1: S112 ")


def test_the_folder_can_be_named_in_the_environment(
    city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (city / "data").rename(city / "rencana kota")
    monkeypatch.setenv("SERANG_PLAN_DATA", "rencana kota")

    assert validate("--format", "json").json["files"][0] == "rencana kota/opd.yaml"


def test_what_is_ignored_is_no_finding_but_is_counted_and_told(city: Path, validate: Any) -> None:
    ignored = INDICATOR.replace("\n", " # serang-plan: abaikan L213 — menunggu SK\n")
    (city / "data" / "plan.yaml").write_text(f"{HEAD}indicators:\n{ignored}", encoding="utf-8")
    found = validate("--format", "json").json

    assert schema_faults(OUTPUT_SCHEMAS / "validate.schema.json", found) == []
    assert "L213" not in {one["code"] for one in found["findings"]}
    assert [(one["code"], one["reason"], one["until"]) for one in found["suppressed"]] == [
        ("L213", "menunggu SK", None)
    ]
    for form in ("text", "github", "markdown"):
        assert "1 diabaikan dengan alasan" in validate("--format", form).out
    for form in ("sarif", "gitlab", "junit", "rdjson"):
        assert "L213" not in validate("--format", form).out


# -- the same finding stays the same ------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 3)), max_size=6))
def test_lines_that_are_added_elsewhere_leave_every_fingerprint_as_it_is(
    added: list[tuple[int, int]],
) -> None:
    text = (ROOT / "src" / "serang_plan" / "example" / "indicators.yaml").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    between = [nth for nth, line in enumerate(lines) if line.startswith("  - ") or line[:1].isalpha()]
    places = ((between[at % len(between)], count) for at, count in added)
    for at, count in sorted(places, reverse=True):  # from below, so that no place moves before its turn
        lines.insert(at, "# catatan\n" * count)

    assert marks_of("".join(lines)) == marks_of(text)


def marks_of(text: str) -> list[str]:
    reading = read_texts(iter([("data/plan.yaml", text)]), AS_OF)
    outcome = result_of(reading, checked(reading), Severity.ERROR).outcome("id")
    marks = [one["fingerprint"] for one in json.loads(findings_gitlab.render(outcome))]
    assert len(set(marks)) == len(marks) > 5
    return marks


def test_json_steers_no_terminal_and_says_the_same() -> None:
    said = {"title": "\u202ehsm\u2066 \x9b31m \x7f\u2028\ufeff é"}

    text = encoded(said)

    assert json.loads(text) == said
    assert not set(text) & set("\u202e\u2066\x9b\x7f\u2028\ufeff")
    assert "é" in text


# -- hostile content from the file to the log ------------------------------------------------------

NAUGHTY = ROOT.parent / "shared" / "corpora" / "naughty-strings.json"


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the corpus is not here")
@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_a_runner_obeys_nothing_that_stands_in_a_plan(
    form: str, city: Path, validate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [one for one in json.loads(NAUGHTY.read_text(encoding="utf-8")) if one.strip()]
    texts += [
        "::error::x",
        "a\n::error::x",
        "##[error]x",
        "a ##[add-path]/x",
        "%0A::error::x",
        "\x1b[31m",
        "\u202ex",
    ]
    rows = "".join(
        f"  - {{code: N{nth:04}, name: {json.dumps(text)}, opd: {json.dumps(text)}, start: 2030, finish: 2029}}\n"
        for nth, text in enumerate(texts)
    )
    (city / "data" / "naughty.yaml").write_text(f"actions:\n{rows}", encoding="utf-8", errors="replace")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    found = validate("--format", "json").json["findings"]
    commands = obeyed(validate("--format", form).out)

    assert len(found) > len(texts)
    assert {one.name for one in commands} <= ({"error", "warning", "notice"} if form == "github" else set())
    assert len(commands) <= 30


@pytest.mark.parametrize(
    ("narrowed", "nothing", "left_out"),
    [
        (
            ("--failing-only",),
            "No findings that fail the check in 5 files.",
            " findings that fail nothing are",
        ),
        (("--rule", "F101"), "No findings of rule F101 in 5 files.", " findings of other rules are"),
        (
            ("--baseline", "old.json"),
            "No new findings in 5 files.",
            " old findings of the baseline are",
        ),
    ],
)
def test_what_is_not_shown_is_not_said_not_to_be_there(
    narrowed: tuple[str, ...],
    nothing: str,
    left_out: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    example = (str(ROOT / "src" / "serang_plan" / "example"), "--as-of", "2026-11-26", "--lang", "en")
    assert run(["validate", *example, "--write-baseline", "old.json"]) == 0
    capsys.readouterr()

    assert run(["validate", *example, *narrowed]) == 0

    said = capsys.readouterr().out
    assert said.startswith(nothing)
    assert left_out in said
