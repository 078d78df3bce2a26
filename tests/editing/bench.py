"""A text, a change, and what the text is then; the record that is changed is the first of its section."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from serang_plan.editing.changes import Change
from serang_plan.model.header import Header
from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import Record
from serang_plan.operations.editing.plan_edit import PlanEdit, edited
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import Reading, read_texts
from tests.conftest import AS_OF

Make = Callable[[Record], Change]


NOTHING = Header(title="X", city="X", first_year=2020, last_year=2020)


def reading_of(*texts: str | bytes) -> Reading:
    return read_texts(((f"{nth}.yaml", text) for nth, text in enumerate(texts)), AS_OF)


def first(reading: Reading) -> Record:
    return next((record for section in SECTIONS for record in reading.plan.section(section)), NOTHING)


def edit(text: str, *makes: Make) -> PlanEdit:
    reading = reading_of(text)
    return edited(reading, [make(first(reading)) for make in makes])


def after(text: str, *makes: Make) -> str:
    """Return the text after some changes."""
    (change,) = edit(text, *makes).files
    return change.after


def refused(text: str, *makes: Make) -> str:
    """Return why a change is not made."""
    with pytest.raises(ProblemError) as raised:
        edit(text, *makes)
    return raised.value.message.en
