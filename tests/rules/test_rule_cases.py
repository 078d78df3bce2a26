"""Every rule: a bad plan with the exact words expected, a good plan without a finding, a page that is true.

`SERANG_PLAN_ACCEPT=1 pytest tests/rules/test_rule_cases.py` writes what the program says; read the diff before
it is committed.
"""

from __future__ import annotations

import ast
import inspect
import os
import sys
from datetime import date
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

from serang_plan import policy, rules
from serang_plan.findings import Located, Rule, Severity
from serang_plan.operations.checking.check import checked, faults_of_changes
from serang_plan.reading import faults
from serang_plan.reading.decoding import read_text
from serang_plan.reading.folder import Reading, find_files, read_texts
from serang_plan.rendering.findings import text as findings_text
from serang_plan.wording import LANGS, Lang

CASES = Path(__file__).parent
AS_OF = date(2026, 6, 30)
EARLIER = "before/"
"""Below this folder of a case stands an earlier state of its plan."""
RULES = {
    f"{rule.code.lower()}_{rule.name.replace('-', '_')}": rule
    for rule in (*faults.rules(), *rules.rules(), *policy.rules())
}
"""By the folder of their cases."""
FILES = tuple(RULES)
HAVE_PAGES = (ast.Module, ast.FunctionDef)
WITHOUT_CASE = {"s121_unreadable_file", "s122_huge_file", "s124_link_leads_out"}
"""Faults of the disk and not of a text; tests/reading/test_reading.py has them."""


def read_case(folder: Path) -> tuple[Reading, list[Located]]:
    named = folder / "as_of.txt"
    as_of = date.fromisoformat(named.read_text().strip()) if named.exists() else AS_OF
    problems, texts = [], []
    for path in find_files(str(folder)):
        text, problem = read_text(path)
        short = Path(path).relative_to(folder).as_posix()
        texts.append((short, text))
        if problem is not None:
            problems.append(problem._replace(at=problem.at._replace(path=short)))
    earlier = [(path, text) for path, text in texts if path.startswith(EARLIER)]
    reading = read_texts((one for one in texts if one not in earlier), as_of)
    if earlier:
        problems += faults_of_changes(read_texts(iter(earlier), as_of), reading)
    return reading, checked(reading, problems).shown


@pytest.mark.parametrize("file", [file for file in FILES if file not in WITHOUT_CASE])
def test_a_bad_plan_gets_the_expected_words(file: str) -> None:
    rule, folder = RULES[file], CASES / file / "bad"
    reading, found = read_case(folder)

    own = [one for one in found if one.finding.rule.code == rule.code]

    others = {one.finding.rule.code for one in found}
    assert own, f"{rule.code} finds nothing in its bad case; what is found there: {sorted(others)}"
    for lang in LANGS:
        said = findings_text.excerpts(own, lang, reading.sources.line, colour=False)
        assert said == expected(folder / f"expected.{lang}.txt", said, lang)


def expected(path: Path, said: str, lang: Lang) -> str:
    if os.environ.get("SERANG_PLAN_ACCEPT"):
        path.write_text(said, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [file for file in FILES if file not in WITHOUT_CASE])
def test_a_good_plan_gets_no_finding_of_the_rule(file: str) -> None:
    _, found = read_case(CASES / file / "good")

    assert [one for one in found if one.finding.rule.code == RULES[file].code] == []


@pytest.mark.parametrize("file", [file for file in FILES if file[0] in "sf" and file not in WITHOUT_CASE])
def test_one_cause_gets_one_finding(file: str) -> None:
    """A fault of the YAML or of a field causes no second finding of those families or of links."""
    _, found = read_case(CASES / file / "bad")

    others = {one.finding.rule.code for one in found if one.finding.rule.code[0] in "SFL"}
    assert others == {RULES[file].code}


@pytest.mark.parametrize("file", FILES)
def test_the_page_of_a_rule_has_its_parts(file: str) -> None:
    rule = RULES[file]

    for part in ("\nMengapa: ", "\nWhy: ", "\nSalah:\n", "\nBenar:\n"):
        assert part in rule.page, f"{rule.code}: its page has no part {part.strip()}"


@pytest.mark.parametrize("file", [file for file in FILES if file not in WITHOUT_CASE])
def test_the_examples_of_the_page_are_passages_of_the_cases(file: str) -> None:
    wrong, right = examples(RULES[file])

    assert is_passage(wrong, CASES / file / "bad")
    assert is_passage(right, CASES / file / "good")


def examples(rule: Rule) -> tuple[list[str], list[str]]:
    wrong, right = rule.page.split("\nSalah:\n")[1].split("\nBenar:\n")
    return lines_of(wrong), lines_of(right)


def lines_of(block: str) -> list[str]:
    return [line.strip() for line in dedent(block).strip().splitlines() if line.strip()]


def is_passage(wanted: list[str], folder: Path) -> bool:
    for path in find_files(str(folder)):
        lines = [line.strip() for line in read_text(path)[0].splitlines() if line.strip()]
        if any(lines[at : at + len(wanted)] == wanted for at in range(len(lines))):
            return True
    return False


@pytest.mark.parametrize("package", [faults, policy], ids=lambda package: package.__name__)
def test_a_file_of_one_rule_is_called_like_it_and_registered(package: ModuleType) -> None:
    folder = Path(package.__file__ or "").parent

    assert {path.stem for path in folder.glob("[a-z][0-9][0-9][0-9]_*.py")} == set(package.FILES)
    assert set(package.FILES) <= set(FILES)


def test_every_family_of_rules_is_registered_and_those_of_notes_lie_in_their_folder() -> None:
    """What counts errors and warnings loads no file of notes."""
    folder = Path(rules.__file__ or "").parent
    there = {path.relative_to(folder).with_suffix("") for path in folder.rglob("[a-z]*.py")}

    assert {".".join(path.parts) for path in there} == {*rules.FAULTS, *rules.NOTES}
    assert {one.rule.severity for file in rules.NOTES for one in rules.rules_of(file)} == {Severity.NOTE}
    assert Severity.NOTE not in {one.rule.severity for file in rules.FAULTS for one in rules.rules_of(file)}


@pytest.mark.parametrize("file", faults.FILES)
def test_the_file_of_a_fault_keeps_to_the_seam(file: str) -> None:
    module = faults.module_of(file)
    said = inspect.get_annotations(module.finding)

    assert isinstance(module.RULE, Rule), f"{file} has no RULE"
    assert (next(iter(said)), said["return"]) == ("at", "Finding")


@pytest.mark.parametrize("file", [file for file in FILES if file not in WITHOUT_CASE])
def test_every_rule_has_a_bad_and_a_good_case(file: str) -> None:
    missing = [kind for kind in ("bad", "good") if not list((CASES / file / kind).rglob("*.yaml"))]

    assert missing == [], f"tests/rules/{file}/ lacks {' and '.join(missing)}"


def test_no_page_depends_on_how_python_keeps_a_docstring() -> None:
    """From Python 3.13 on the tabs of a docstring are spaces: a page that has one spells it out."""
    with_tab = []
    for name in {*sys.modules}:
        if name.startswith(("serang_plan.rules.", "serang_plan.reading.faults.", "serang_plan.policy.")):
            documented = ast.walk(ast.parse(inspect.getsource(sys.modules[name])))
            pages = (ast.get_docstring(one, clean=False) for one in documented if isinstance(one, HAVE_PAGES))
            with_tab += [name for page in pages if "\t" in (page or "")]

    assert with_tab == []


def test_codes_are_used_once() -> None:
    codes = [rule.code for rule in RULES.values()]

    assert len(codes) == len(set(codes))


def test_every_case_folder_belongs_to_a_rule() -> None:
    assert {
        folder.name for folder in CASES.iterdir() if folder.is_dir() and folder.name != "__pycache__"
    } <= set(FILES)


def test_a_value_published_too_early_is_found_however_far_back_one_looks() -> None:
    """What a report of an earlier day leaves out stays a fault of the file."""
    text = (CASES / "t409_published_before_measured" / "bad" / "plan.yaml").read_text()
    found = [
        checked(read_texts(iter([("plan.yaml", text)]), as_of)).shown for as_of in (AS_OF, date(2015, 1, 1))
    ]

    early = ("T408", "T409")  # what no source tells of yet is in the future, whoever published it
    now, then = ([one.finding.at for one in each if one.finding.rule.code in early] for each in found)
    assert now
    assert len(then) == len(now)
