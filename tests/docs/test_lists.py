"""Lists in the pages that repeat a list of the program are that list: commands, options, reports, formats, settings."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from serang_plan.cli.registry import COMMANDS, GROUPS
from serang_plan.model.header import Requirement
from serang_plan.operations.files.schemas import output_schema, output_schemas
from serang_plan.rendering.formats import FINDING_FORMATS, PAGE_FORMATS
from serang_plan.reports.briefing.value import ROLES
from serang_plan.wording import LANGS, Lang, Text
from tests.conftest import ROOT
from tests.docs.pages import DOCS, code_words, column, paired, typed
from tests.readers.begun import program

README = ROOT / "README.md"
READERS = [README, *paired("id"), *paired("en"), DOCS / "README.md"]
SCHEMAS = set(output_schemas()) - {"validate"}
REPORTS = {name for name in COMMANDS if name.replace(" ", "-") in SCHEMAS}
OUTPUT_FORMATS = Text("id/bentuk-keluaran.md", "en/output-formats.md")
NOTES = Text("id/nota-dinas.md", "en/briefing-notes.md")
SETTINGS = Text("id/pengecualian.md", "en/exceptions.md")
JSON = Text("id/json.md", "en/json.md")


@cache
def options(command: str) -> frozenset[str]:
    """Return every option that the command's help names."""
    helped = program(*command.split(), "--help").stdout
    rows = re.findall(r"^ +(?:(-\w), )?(--[\w-]+)", helped, re.MULTILINE)
    return frozenset(option for row in rows for option in row if option)


def backquoted(cells: list[str]) -> list[str]:
    """Return the first word set as code of each cell."""
    return [cell.split("`")[1] for cell in cells]


def named(words: list[str]) -> tuple[str, list[str]]:
    """Return which command some words name, and what is left of them."""
    length = 2 if words[0] in GROUPS else 1
    return " ".join(words[:length]), words[length:]


def test_the_readme_lists_every_command() -> None:
    listed = [named(cell.split()[1:])[0] for cell in backquoted(column(README, "Perintah"))]

    assert list(dict.fromkeys(listed)) == list(COMMANDS)


@pytest.mark.parametrize("page", READERS, ids=lambda page: page.name)
def test_every_command_line_of_a_page_is_one_of_the_program(page: Path) -> None:
    unknown = []
    for line in typed(page):
        name, rest = named(shlex.split(re.split(r" [|<>]", line)[0])[1:])
        if name in ("PERINTAH", "COMMAND"):
            continue
        given = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
        unknown += (
            [line] if name not in COMMANDS else [f"{line}: {option}" for option in given - options(name)]
        )

    assert unknown == []


@pytest.mark.parametrize("page", READERS, ids=lambda page: page.name)
def test_every_option_that_a_page_names_exists(page: Path) -> None:
    known = {option for name in COMMANDS for option in options(name)}
    named = [word for code in code_words(page) for word in re.findall(r"(?<!\S)--[a-z][\w-]*", code)]
    others = {"--ignore-scripts"}

    assert [option for option in named if option not in known | others] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_output_formats_lists_every_report_and_every_format(lang: Lang) -> None:
    page = DOCS / OUTPUT_FORMATS.for_lang(lang)
    reports = re.search(r"\((`.*?`)\)", page.read_text(encoding="utf-8").split("##")[0], re.DOTALL)
    heading = Text("Temuan", "Findings").for_lang(lang)
    first_suffixes = {form.suffixes[0] for name, form in PAGE_FORMATS.items() if name != "terminal"}

    assert reports
    assert re.findall(r"`([\w -]+)`", reports[1]) == [name for name in COMMANDS if name in REPORTS]
    assert set(backquoted(column(page))) == first_suffixes
    assert backquoted(column(page, heading)) == list(FINDING_FORMATS)


@pytest.mark.parametrize("lang", LANGS)
def test_a_format_of_findings_is_listed_with_the_ending_that_chooses_it(lang: Lang) -> None:
    page = DOCS / OUTPUT_FORMATS.for_lang(lang)
    heading = Text("Temuan", "Findings").for_lang(lang)
    for name, ending in zip(backquoted(column(page, heading)), column(page, heading, 1), strict=True):
        assert (
            ending.strip("`").endswith((*FINDING_FORMATS[name].suffixes, *FINDING_FORMATS[name].also))
            or ending == "–"
        )


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_json_lists_every_schema(lang: Lang) -> None:
    heading = Text("Skema", "Schemas").for_lang(lang)
    page = DOCS / JSON.for_lang(lang)
    rows = zip(backquoted(column(page, heading)), column(page, heading, 1), strict=True)
    schemas = {output: schema.split("]")[0].strip("[") for output, schema in rows}

    assert set(schemas.values()) == {*SCHEMAS, "validate"}
    assert {output for output in schemas if " -" not in output} == {*REPORTS, "validate"}
    for name in SCHEMAS:
        described = json.loads(output_schema(name))
        assert f"serang-plan {next(key for key in schemas if schemas[key] == name)} " in described["title"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_notes_lists_every_reader(lang: Lang) -> None:
    readers = re.findall(
        r"^\| `(\w+)(?::\w+)?` \|", (DOCS / NOTES.for_lang(lang)).read_text("utf-8"), re.MULTILINE
    )

    assert tuple(reader for reader in readers if reader in ROLES) == ROLES


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_settings_lists_everything_that_can_be_required(lang: Lang) -> None:
    words = code_words(DOCS / SETTINGS.for_lang(lang))

    assert [name for name in get_args(Requirement) if name not in words] == []


@pytest.mark.parametrize("page", READERS, ids=lambda page: page.name)
def test_extras_that_are_to_be_installed_exist(page: Path) -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = re.findall(r"\[(\w+)\]'", page.read_text("utf-8"))

    assert [name for name in named if name not in extras] == []
