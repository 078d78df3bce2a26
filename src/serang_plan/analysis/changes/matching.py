"""Matching: which record of the state before is which of the state after, also where its code is another."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from serang_plan.analysis.changes.significance import counted
from serang_plan.analysis.lookups.references import CodeFields, code_fields
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.record import Record
from serang_plan.wording import without_form

_RECODABLE = ("opd", "partners", "sources", "indicators", "actions")
"""Sections whose records can be known again under another code; what names nothing comes first."""


class RecordPair(NamedTuple):
    """One record in both states; None where it is not there."""

    code: str
    before: Any
    after: Any


class Recoded(NamedTuple):
    """A record that goes by another code."""

    section: str
    was: str
    code: str


def paired(before: Iterable[tuple[str, Record]], after: Iterable[tuple[str, Record]]) -> list[RecordPair]:
    """Return the records of both states by their code; of duplicate codes the first."""
    old: dict[str, Record] = {}
    new: dict[str, Record] = {}
    for by_code, records in ((old, before), (new, after)):
        for code, record in records:
            by_code.setdefault(code, record)
    return [RecordPair(code, old.get(code), new.get(code)) for code in dict.fromkeys((*old, *new))]


def by_code(records: Iterable[Any]) -> Iterator[tuple[str, Record]]:
    """Give records with their codes."""
    for record in records:
        yield record.code, record


def recoded(before: Plan, after: Plan) -> tuple[Plan, tuple[Recoded, ...]]:
    """Return the state before under the codes of the state after, and which codes are others now."""
    changed: list[Recoded] = []
    for section in _RECODABLE:
        here = list(_recoded_in(section, before, after))
        if here:
            before = _renamed(before, section, {record.was: record.code for record in here})
            changed += here
    return before, tuple(changed)


def _recoded_in(section: str, before: Plan, after: Plan) -> Iterator[Recoded]:
    pairs = paired(by_code(before.section(section)), by_code(after.section(section)))
    only_before = [pair for pair in pairs if pair.after is None]
    only_after = [pair for pair in pairs if pair.before is None]
    gone = {pair.code: pair.before for pair in only_before if not after.was_refused(section, pair.code)}
    come = {pair.code: pair.after for pair in only_after if not before.was_refused(section, pair.code)}
    for likeness in (_content, _name):
        old, new = _unique(gone.values(), likeness), _unique(come.values(), likeness)
        for key in [key for key in old if key in new]:
            was, code = old[key].code, new[key].code
            yield Recoded(section, was, code)
            del gone[was], come[code]


def _unique(records: Collection[Any], likeness: Any) -> dict[Any, Any]:
    keys = [likeness(record) for record in records]
    counts = Counter(keys)
    return {
        key: record for key, record in zip(keys, records, strict=True) if key is not None and counts[key] == 1
    }


def _content(record: Any) -> object:
    """Return everything but the code; None for a record that nothing else tells from others."""
    called = tuple(getattr(record, name, None) for name in ("name", "title", "url"))
    content = {name: value for name, value in counted(record, names=True).items() if name != "code"}
    return repr((called, sorted(content.items()))) if any(called) else None


def _name(record: Any) -> object:
    name = getattr(record, "name", None)
    return without_form(name) if name else None


# -- the state before, under the codes of the state after -----------------------------------


def _renamed(plan: Plan, section: str, codes: Mapping[str, str]) -> Plan:
    places = code_fields(section)
    return plan.with_records(
        **{name: [_in_record(record, places, codes) for record in plan.section(name)] for name in SECTIONS}
    )


def _in_record(record: Any, places: CodeFields, codes: Mapping[str, str]) -> Any:
    kind = type(record)
    changed = {}
    for name, value in record.__dict__.items():
        here = _in_value(value, places, codes, named=(kind, name) in places)
        if here is not value:
            changed[name] = here
    return record.model_copy(update=changed) if changed else record


def _in_value(value: Any, places: CodeFields, codes: Mapping[str, str], *, named: bool) -> Any:
    if isinstance(value, Record):
        return _in_record(value, places, codes)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        items = tuple(_in_value(item, places, codes, named=named) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return codes.get(value, value) if named else value
