"""What is known of a field is said on the field: a field that says too little is named here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_type_hints

import pytest

from serang_plan.analysis.changes.comparison import _ALWAYS, _BY_WHAT
from serang_plan.analysis.changes.significance import ways_of_counting
from serang_plan.model.fields import _CODED, FaultName, FieldFacts
from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import Record, RecordField, all_fields, fields_of
from serang_plan.reading import faults
from serang_plan.reading.plain_scalars import PlainFault
from serang_plan.reports.diff.field_labels import _labels

FIELDS = list(all_fields())
WITHOUT_REFERENCE = {
    *("Indicator.aspect", "Measurement.series", "AgendaItem.decision"),
    *("Decision.waits_for", "DecisionEntry.superseded_by"),
}
"""Words in the form of a code that name no record of a section; any other code of a field that is no `code` names one."""
TOLD_OTHERWISE = {"assignments", "regions"}
"""Sections whose records are told with what they belong to, or have nothing to tell but their names."""


def ids(fields: list[tuple[type[Record], RecordField]]) -> list[str]:
    return [f"{kind.__name__}.{field.name}" for kind, field in fields]


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=ids(FIELDS))
def test_every_field_says_in_indonesian_what_it_holds(kind: type[Record], field: RecordField) -> None:
    assert isinstance(field.facts, FieldFacts), (
        f"{kind.__name__}.{field.name} says nothing of itself: `required(…)` or `optional(…)`"
    )
    assert field.facts.description.endswith((".", "`.", ")."))


@pytest.mark.parametrize(("section", "kind"), SECTIONS.items())
def test_every_section_says_in_indonesian_what_it_holds(section: str, kind: type[Record]) -> None:
    assert hasattr(kind, "section"), f"the records of `{section}` lack their `section`"


def test_every_code_says_of_which_section_it_is() -> None:
    codes = [(kind, field) for kind, field in FIELDS if field.scalar and field.scalar.schema is _CODED]
    own_or_unsaid = [(kind, field) for kind, field in codes if not field.scalar.refers_to]

    assert {name for name in ids(own_or_unsaid) if not name.endswith(".code")} == WITHOUT_REFERENCE
    assert {section for _, field in codes for section in field.scalar.refers_to} <= set(SECTIONS)


def told() -> Iterator[tuple[type[Record], str, str]]:
    """Give the fields that can be told as details of a change, also those of a record in a field."""
    by_what = {name for names in _BY_WHAT.values() for name in names}
    for section, kind in SECTIONS.items():
        if section in TOLD_OTHERWISE:
            continue
        for name in ways_of_counting(kind):
            field, way = fields_of(kind)[name], ways_of_counting(kind)[name]
            news = field.scalar is not None and field.scalar.news
            if name == "code" or name in _ALWAYS.get(section, ()) or (way.startswith("as ") and not news):
                continue
            if field.record and not field.is_list:
                counting = ways_of_counting(field.record).items()
                yield from ((field.record, inner, section) for inner, way in counting if way == "in full")
            if name not in by_what or name in _labels():
                yield kind, name, section


def test_every_field_that_a_change_tells_has_its_label_in_both_languages() -> None:
    told_of_themselves = {("stages", "year"), ("rakor", "date")}

    unnamed = {f"{kind.__name__}.{name}" for kind, name, section in told() if name not in _labels()}

    assert unnamed - {f"{SECTIONS[section].__name__}.{name}" for section, name in told_of_themselves} == set()


def test_one_name_has_one_label() -> None:
    labels = {}
    for _, field in FIELDS:
        if field.facts is not None and field.facts.label is not None:
            assert labels.setdefault(field.name, field.facts.label) == field.facts.label, field.name


def test_a_misspelt_fault_is_a_type_error() -> None:
    assert get_type_hints(faults.of_scalar)["name"] == FaultName | PlainFault


@pytest.mark.parametrize("name", [*get_args(FaultName), *get_args(PlainFault)])
def test_every_refusal_of_the_model_is_a_fault_with_a_page(name: str) -> None:
    names = {file[5:].replace("_", "-") for file in faults.FILES}

    assert name in names, f"there is no file for {name} in reading/faults/"
