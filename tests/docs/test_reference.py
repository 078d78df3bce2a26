"""The reference says what the program says, and a key without an example or an English meaning is named here."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Any

import pytest
import yaml
from docs.reference import MANUAL, written

from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import Record, all_fields, fields_of
from serang_plan.reading.folder import read_texts
from serang_plan.reports.reference.english import MEANINGS, SECTION_MEANINGS
from serang_plan.reports.reference.page import examples
from serang_plan.wording import LANGS, Lang
from tests.conftest import AS_OF
from tests.docs.pages import DOCS
from tests.docs.test_docs import equals
from tests.readers.begun import program

EXAMPLE = "\n\n".join(examples().values())
FIELDS = {f"{kind.__name__}.{field.key}" for kind, field in all_fields()}


def test_the_pages_are_those_of_the_program() -> None:
    assert [name for name, text in written().items() if not equals(DOCS / name, text)] == []


def test_the_examples_are_one_plan_that_is_read_without_a_fault() -> None:
    reading = read_texts(iter([("plan.yaml", EXAMPLE)]), AS_OF)

    assert [(finding.rule.code, finding.message.en) for finding in reading.findings] == []
    assert list(examples()) == list(SECTIONS)


def keys(kind: type[Record], value: Any) -> set[str]:
    """Return the keys of the records in a value, as `Kind.key`."""
    if isinstance(value, list):
        return {key for item in value for key in keys(kind, item)}
    if not isinstance(value, dict):
        return set()
    there = [field for field in fields_of(kind).values() if field.key in value]
    inner = [keys(field.record, value[field.key]) for field in there if field.record]
    return {f"{kind.__name__}.{field.key}" for field in there}.union(*inner)


def test_every_key_stands_in_the_examples() -> None:
    plan = yaml.load(EXAMPLE, yaml.BaseLoader)
    shown = set().union(*(keys(kind, plan[section]) for section, kind in SECTIONS.items()))

    assert sorted(FIELDS - shown) == [], "add it to reports/reference/every_field.yaml"


def test_every_key_has_a_meaning_in_english() -> None:
    meant = {key for key in FIELDS if key in MEANINGS or key.partition(".")[2] in MEANINGS}
    used = {key if key in MEANINGS else key.partition(".")[2] for key in FIELDS}

    assert sorted(FIELDS - meant) == [], "add it to reports/reference/english.py"
    assert sorted(set(MEANINGS) - used) == []
    assert list(SECTION_MEANINGS) == list(SECTIONS)


@pytest.mark.parametrize("section", SECTIONS)
def test_help_explains_every_section(section: str) -> None:
    """Behind `files` also one that a command has the name of."""
    helped = program("help", "files", section, "--lang", "en")

    assert helped.returncode == 0
    named = [field.key for field in fields_of(SECTIONS[section]).values()]
    assert [key for key in named if f"`{key}`" not in helped.stdout] == []


@pytest.mark.parametrize("lang", LANGS)
def test_man_shows_the_manual(lang: Lang) -> None:
    if os.name == "nt" or shutil.which("man") is None:
        pytest.skip("man is not installed")
    page = DOCS / MANUAL.for_lang(lang)
    shown = subprocess.run(["man", "-l", page], capture_output=True, encoding="utf-8", check=False)

    assert (shown.returncode, shown.stderr) == (0, "")
    assert "serang-plan validate --failing-only" in shown.stdout
