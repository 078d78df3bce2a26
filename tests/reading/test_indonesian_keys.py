"""Who types an Indonesian word for a key is told the key that it stands for; nothing is lost in silence."""

from __future__ import annotations

import json
from datetime import date

import pytest

from serang_plan.reading.folder import read_texts
from serang_plan.reading.indonesian_keys import keys_by_word
from tests.conftest import ROOT

INDICATOR = "indicators:\n  - {code: M01, %s: ha, name: RTH, aspect: sosial, direction: naik}\n"


def said(text: str) -> list[str]:
    found = read_texts(iter([("plan.yaml", text)]), date(2026, 6, 30)).findings
    return [f"{one.rule.code} {one.message.id} — {one.help.id if one.help else ''}" for one in found]


@pytest.mark.parametrize(("typed", "key"), [("satuan", "unit"), ("Satuan", "unit"), ("units", "unit")])
def test_the_key_that_was_meant_is_named(typed: str, key: str) -> None:
    first = said(INDICATOR % typed)[0]

    assert first == f"F101 kunci `{typed}` tidak dikenal di sini — maksud Anda `{key}`?"


def test_a_key_in_indonesian_is_one_finding_and_not_a_missing_key_too() -> None:
    assert len(said(INDICATOR % "satuan")) == 1


def test_a_word_that_stands_for_no_key_here_is_not_taken_for_one_that_looks_alike() -> None:
    letter = "plan:\n  title: x\n  city: y z\n  first_year: 2024\n  last_year: 2029\n  settings:\n    letter: {sumber: S1}\n"
    (found,) = read_texts(iter([("plan.yaml", letter)]), date(2026, 6, 30)).findings

    assert found.help is not None
    assert found.help.id.startswith("ketik salah satu: `letterhead`")
    assert found.instead is None


@pytest.mark.parametrize("below", [" []", "", "\n  - {code: X, name: Y Z}"])
@pytest.mark.parametrize(("typed", "section"), [("mitra", "partners"), ("kegiatan", "actions")])
def test_a_section_in_indonesian_is_told_even_where_it_is_empty(typed: str, section: str, below: str) -> None:
    assert said(f"{typed}:{below}\n") == [f"F101 bagian `{typed}` tidak dikenal — maksud Anda `{section}`?"]


def test_an_empty_list_that_is_written_twice_is_told() -> None:
    assert said("opd: []\nopd: []\n") == ["S101 kunci `opd` ditulis dua kali — simpan satu, hapus yang lain"]


def test_every_word_stands_for_a_key_that_there_is() -> None:
    schema = json.loads((ROOT / "schema" / "serang-plan.schema.json").read_text("utf-8"))
    keys = {key for one in (schema, *schema["definitions"].values()) for key in one.get("properties", ())}

    assert {key for these in keys_by_word().values() for key in these} <= keys
