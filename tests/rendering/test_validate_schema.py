"""The schema of findings as JSON: made from the records, and as strict with what is not one of them."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from jsonschema import Draft202012Validator

from serang_plan.rendering.findings.json import Check
from tests.conftest import OUTPUT_SCHEMAS, ROOT
from tests.rendering.record_schema import schema_of

PATH = OUTPUT_SCHEMAS / "validate.schema.json"
GOLDENS = [
    json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "tests" / "formats").glob("json.*")
]
MAY_LACK = {("suppressed",), ("changes",)}
OTHER_TYPES: tuple[Any, ...] = (None, True, 1.5, -1, "", "\u2026", [], {}, [1], {"x": 1})


def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(PATH.read_text(encoding="utf-8")))


def document() -> Any:
    """Return findings in which every key is there, and nothing is null."""
    found = deepcopy(GOLDENS[0])
    one = next(one for one in found["findings"] if one["labels"] and one["help"])
    ignored = {key: value for key, value in one.items() if key not in ("fails", "fingerprint")}
    found["suppressed"] = [{**ignored, "reason": "menunggu SK", "until": "2026-12-31"}]
    found["changes"] = {key: [] for key in ("before", "after", "changes", "opd", "years", "unread")}
    found["findings"] = [one]
    return found


def keys_of(value: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the way to every key and every item, those of `changes` aside: they are the diff's."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield (*above, key)
        if key != "changes":
            yield from keys_of(part, (*above, key))


def holder(value: Any, way: tuple[str | int, ...]) -> Any:
    for key in way[:-1]:
        value = value[key]
    return value


def test_the_schema_is_what_the_records_say() -> None:
    made = schema_of(Check, "serang-plan validate --format json")
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("SERANG_PLAN_ACCEPT"):
        PATH.write_text(text, encoding="utf-8")

    Draft202012Validator.check_schema(made)
    assert PATH.read_text(encoding="utf-8") == text


def test_the_goldens_and_a_key_that_nobody_knows_are_accepted() -> None:
    for found in (*GOLDENS, document()):
        assert validator().is_valid(found)
        for way in [*keys_of(found)]:
            more = deepcopy(found)
            if isinstance(holder(more, way), dict):
                holder(more, way)["baru"] = 1
                assert validator().is_valid(more), way


def test_a_key_that_is_gone_is_refused() -> None:
    for way in keys_of(document()):
        less = document()
        if isinstance(holder(less, way), dict):
            del holder(less, way)[way[-1]]
            assert validator().is_valid(less) == (way in MAY_LACK), way


def test_a_value_of_another_type_or_a_word_of_no_list_is_refused() -> None:
    refused = 0
    for way in keys_of(document()):
        for other in OTHER_TYPES:
            changed = document()
            before, holder(changed, way)[way[-1]] = holder(changed, way)[way[-1]], other
            fits = type(before) is type(other) and type(other) is not int
            if not fits and not (other is None and way[-1] in ("help", "until")):
                refused += 1
                assert not validator().is_valid(changed), (way, other)
    assert refused > 200


def test_many_faults_at_once_are_refused() -> None:
    chance = random.Random(9)
    ways = [way for way in keys_of(document()) if isinstance(way[-1], str) and way not in MAY_LACK]
    for _ in range(300):
        broken = document()
        for way in sorted(chance.sample(ways, 3), key=len, reverse=True):
            holder(broken, way).pop(way[-1], None)
        assert not validator().is_valid(broken)
