"""Validation: one raw record at a time through Pydantic, its complaints turned into findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from copy import deepcopy
from itertools import takewhile
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from serang_plan.findings import Finding
from serang_plan.model.fields import Refusal, Wanted, as_typed
from serang_plan.model.header import PartialHeader
from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import ANCHOR, Record
from serang_plan.model.validator import validator_of
from serang_plan.model.when import YEARS
from serang_plan.places import FILE_SHIFT, Location, Pointer
from serang_plan.reading import faults
from serang_plan.reading.indonesian_keys import translated
from serang_plan.reading.yaml_tree import Entry, Section
from serang_plan.wording import nearest

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

ONE_MAPPING = frozenset({"plan"})
_Keys = tuple[int | str, ...]
MOST_FINDINGS = 100
"""Nobody mends more than this in one record before looking again."""


def shaped(section: str, entry: Entry, text: str = "") -> Record | Iterable[Finding]:
    """Return the record that an entry of a known section holds, or everything that is wrong with it.

    `text` is that of its file; without it nothing is said of commas in braces.
    """
    if entry.in_list == (section in ONE_MAPPING) or not isinstance(entry.value, dict):
        return _wrong_entry(section, entry)
    try:
        return validator_of(SECTIONS[section]).validate_python(entry.value)  # type: ignore[no-any-return]
    except ValidationError as error:
        return _findings(error.with_traceback(None), section, entry.value, text)


def standing_part(section: str, entry: Entry) -> Record | None:
    """Return what stands of a section's one mapping without what is refused in it, if anything does."""
    value = deepcopy(entry.value)
    if section not in ONE_MAPPING or entry.in_list or not isinstance(value, dict):
        return None
    for _ in range(MOST_FINDINGS):
        record = shaped(section, entry._replace(value=value))
        if isinstance(record, Record):
            return record
        at = next(iter(record)).at
        keys = at.keys if isinstance(at, Pointer) else ()
        if not any(_left_out(value, keys[:length]) for length in range(len(keys), 0, -1)):
            return None
    return None


def partial_header(entry: Entry) -> PartialHeader:
    """Return what stands of a header that lacks what it needs, each key looked at by itself."""
    value = entry.value if isinstance(entry.value, dict) else {}
    alone = {
        key: standing_part(
            "plan", entry._replace(value={**_STAND_INS, ANCHOR: value[ANCHOR], key: value[key]})
        )
        for key in PartialHeader._fields
        if key in value
    }
    return PartialHeader(**{key: getattr(part, key) for key, part in alone.items() if part is not None})


_STAND_INS = {"title": "-", "city": "-", "first_year": YEARS[0], "last_year": YEARS[0]}
"""For what a header needs, while another key of it is looked at."""


def _left_out(value: Any, keys: _Keys) -> bool:
    """Take out of a mapping what stands at some keys; whether there was anything."""
    *above, last = keys
    try:
        for key in above:
            value = value[key]
        del value[last]
    except (KeyError, IndexError, TypeError):
        return False
    return True


def home_of(section: str, entry: Entry) -> str | None:
    """Return the only section in which an entry that was refused has every key it needs and none too many.

    One key that is wrong where the rest is right is a slip, unless it makes the entry whole elsewhere.
    """
    if not entry.in_list or not isinstance(entry.value, dict):
        return None
    here, keys = SECTIONS[section], entry.value.keys() - {ANCHOR}
    unknown = keys - _fields(here).keys()
    if not unknown:
        return None
    homes = [name for name in SECTIONS if name not in ONE_MAPPING and _would_fit(keys, SECTIONS[name])]
    if len(homes) != 1:
        return None
    one_slip = len(unknown) == 1 and _required(here) <= keys
    belongs = not one_slip or (unknown <= _required(SECTIONS[homes[0]]) and _stands(entry, homes[0]))
    return homes[0] if belongs else None


def _would_fit(keys: Set[str], model: type[Record]) -> bool:
    return _required(model) <= keys <= _fields(model).keys()


def _required(model: type[Record]) -> Set[str]:
    return {name for name, field in _fields(model).items() if field.is_required()}


def _stands(entry: Entry, section: str) -> bool:
    return isinstance(shaped(section, entry), Record)


def misplaced(entry: Entry, home: str, code: str | None) -> Finding:
    """Return the finding of an entry that belongs in another section."""
    section = entry.section
    return faults.f123_misplaced_record.finding(entry.at, code or "", section.name, home, section.at)


def unknown_section(section: Section) -> Finding:
    """Return the finding of a section that is none of ours."""
    return faults.f101_unknown_field.finding(section.at, section.name, tuple(SECTIONS), section=True)


def _wrong_entry(section: str, entry: Entry) -> Iterator[Finding]:
    if entry.in_list and section in ONE_MAPPING:
        yield faults.f103_wrong_shape.finding(entry.section.at, "list", "mapping")
    else:
        is_mapping = entry.in_list or section in ONE_MAPPING
        yield _wrong_shape(entry.value, "mapping" if is_mapping else "list", entry.at)


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "mapping"
    return "list" if isinstance(value, list) else as_typed(value)


def _findings(error: ValidationError, section: str, value: dict[str, Any], text: str) -> Iterator[Finding]:
    model, errors = SECTIONS[section], error.errors(include_url=False)[:MOST_FINDINGS]
    misspelt, anchor = _misspelt(errors, model), value[ANCHOR]
    cut = _cut_texts(errors, model, value, text)
    for problem in errors:
        keys = tuple(problem["loc"])
        at = Pointer(anchor, keys)
        match problem["type"]:
            case "extra_forbidden" if keys in cut:
                if cut[keys] is not None:
                    yield faults.f101_unknown_field.finding(at.name, str(keys[-1]), (), cut=cut[keys])
            case "extra_forbidden":
                known = tuple(_fields(_model_at(model, keys[:-1])))
                typed, lost = str(keys[-1]), str(misspelt[keys][-1]) if keys in misspelt else ""
                yield faults.f101_unknown_field.finding(at.name, typed, known, lost)
            case "missing":
                if keys not in misspelt.values():
                    at = Pointer(anchor, keys[:-1])
                    yield faults.f102_missing_field.finding(at, str(keys[-1]), section)
            case "literal_error":
                yield _unknown_word(problem, at, model, keys)
            case _ if refusal := problem.get("ctx", {}).get("refusal"):
                yield _refused(refusal, at)
            case kind:
                wanted: Wanted = "list" if kind.startswith("tuple") else "mapping"
                yield _wrong_shape(problem["input"], wanted, at, _example_keys(model, keys))


def _refused(refusal: Refusal, at: Pointer) -> Finding:
    """Return the finding of a scalar that the model refuses."""
    match refusal.fault:
        case "empty-field":
            return faults.f116_empty_field.finding(at, refusal.wanted)
        case "wrong-shape":
            return faults.f103_wrong_shape.finding(at, refusal.typed, refusal.wanted)
        case "date-form":
            return faults.f109_date_form.finding(at, refusal.typed, refusal.wanted, refusal.instead)
        case "long-text":
            return faults.f118_long_text.finding(at, refusal.length)
        case fault:
            return faults.of_scalar(fault).finding(at, refusal.typed)


def _wrong_shape(value: object, wanted: Wanted, at: Location, keys: Sequence[str] = ()) -> Finding:
    if value is None:
        return faults.f116_empty_field.finding(at, wanted)
    return faults.f103_wrong_shape.finding(at, _shape(value), wanted, keys)


def _example_keys(model: type[Record], keys: _Keys) -> tuple[str, ...]:
    """Return the keys that show what a record at some keys is: those it needs, or the first."""
    parent, name = _model_at(model, keys[:-1]), next(key for key in reversed(keys) if isinstance(key, str))
    inner = _model_at(model, keys)
    if inner is parent and name in _fields(parent):
        return ()
    fields = _fields(inner)
    return tuple(key for key, field in fields.items() if field.is_required()) or tuple(fields)[:2]


def _cut_texts(
    errors: list[ErrorDetails], model: type[Record], value: Any, text: str
) -> dict[_Keys, tuple[str, str] | None]:
    """Return the unknown keys that are the rest of a text which a comma in braces parts.

    The first of each has the key before it and the whole text; the others, which are no cause, nothing.
    """
    cut: dict[_Keys, tuple[str, str] | None] = {}
    for keys in (tuple(problem["loc"]) for problem in errors if problem["type"] == "extra_forbidden"):
        mapping = value
        for key in keys[:-1]:
            mapping = mapping[key]
        lacks_space = str(keys[-1]).partition(":")[0] in _fields(_model_at(model, keys[:-1]))
        if not lacks_space and keys not in cut and text[mapping[ANCHOR] & (1 << FILE_SHIFT) - 1 :][:1] == "{":
            cut |= _rest_of_text(keys, mapping)
    return cut


def _rest_of_text(keys: _Keys, mapping: Mapping[str, object]) -> dict[_Keys, tuple[str, str] | None]:
    names = [name for name in mapping if name != ANCHOR]
    at = names.index(str(keys[-1]))
    rest = list(takewhile(lambda name: mapping[name] is None, names[at:]))
    before = mapping[names[at - 1]] if at else None
    if not rest or not isinstance(before, str):
        return {}
    whole = (names[at - 1], ", ".join((before, *rest)))
    return {(*keys[:-1], name): whole if name == rest[0] else None for name in rest}


def _unknown_word(
    problem: ErrorDetails, at: Pointer, model: type[Record], keys: tuple[int | str, ...]
) -> Finding:
    value = problem["input"]
    inner = _model_at(model, keys[:-1])
    known = _words(inner, str(keys[-1])) or _words(inner, str(keys[-2]))
    if value is None or isinstance(value, dict | list):
        return _wrong_shape(value, "text", at)
    return faults.f104_unknown_word.finding(at, as_typed(value), known)


def _misspelt(errors: list[ErrorDetails], model: type[Record]) -> dict[_Keys, _Keys]:
    """Return the missing fields that are there after all, by the name under which they were typed.

    That name is nearly right, or the only unknown one beside the only one that is missing.
    """
    unknown = [tuple(keys["loc"]) for keys in errors if keys["type"] == "extra_forbidden"]
    missing = [tuple(keys["loc"]) for keys in errors if keys["type"] == "missing"]
    guesses: dict[_Keys, _Keys] = {}
    for keys in unknown:
        wanted = {str(lost[-1]): lost for lost in missing if lost[:-1] == keys[:-1]}
        typed = str(keys[-1]).split(":", 1)[0]  # `code:M01` is a `code` that lacks its space
        fields = _fields(_model_at(model, keys[:-1]))
        near = nearest(translated(typed, fields), fields)
        alone = len(wanted) == 1 == sum(other[:-1] == keys[:-1] for other in unknown)
        if near in wanted or (near is None and alone):
            guesses[keys] = wanted[near] if near else next(iter(wanted.values()))
    return guesses


# -- what the models allow --------------------------------------------------------


def _fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return the fields of a record by the name under which they are typed."""
    return {field.alias or name: field for name, field in model.model_fields.items() if field.alias != ANCHOR}


def _model_at(model: type[BaseModel], keys: tuple[int | str, ...]) -> type[BaseModel]:
    for key in keys:
        if isinstance(key, str) and key in _fields(model):
            model = next(iter(_models_in(_fields(model)[key].annotation)), model)
    return model


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _words(model: type[BaseModel], name: str) -> tuple[str, ...]:
    return tuple(_literals(_fields(model)[name].annotation)) if name in _fields(model) else ()


def _literals(annotation: object) -> Iterator[str]:
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        else:
            yield from _literals(argument)
