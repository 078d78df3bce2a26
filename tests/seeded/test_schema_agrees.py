"""What an editor says of a planted fault, by the JSON Schema, beside what the program says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_schema import VALIDATOR, as_json
from tests.seeded.planting import Planted, all_faults, sound

READABLE = [one for one in all_faults() if one.place.code[0] != "S"]
BEYOND_A_SCHEMA = {
    "titik ribuan": "to a schema 652.000 is a number",
    "tanggal yang tidak ada": "a pattern does not know how long a month is",
}
"""Faults of fields that a schema cannot know of, each with the reason."""


def refused(planted: Planted, folder: Path) -> bool:
    """Ask of the files that the fault stands in; `tests/reading/test_schema.py` asks of the sound ones."""
    planted.write(folder)
    changed = [path for path, content in planted.files.items() if content != sound()[path]]
    return any(not VALIDATOR.is_valid(as_json(str(folder / path))) for path in changed)


@pytest.mark.parametrize(
    "planted", READABLE, ids=lambda one: f"{one.place.code}-{one.name.replace(' ', '-')}"
)
def test_the_schema_refuses_faults_of_fields_and_nothing_else(planted: Planted, tmp_path: Path) -> None:
    of_a_field = planted.place.code.startswith("F") and planted.name not in BEYOND_A_SCHEMA

    assert refused(planted, tmp_path) is of_a_field
