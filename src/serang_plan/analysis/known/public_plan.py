"""Public plan: what of a plan may be shown to everybody: published statements and closed meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.analysis.lookups.references import references
from serang_plan.model.indicator import Measurement
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.rakor import Rakor
from serang_plan.model.record import Record, fields_of

_INTERNAL = ("note", "obstacle", "next")
"""What is written for colleagues."""


def known_to_everybody(plan: Plan) -> Plan:
    """Return what everybody may see of a plan as known on its date; nothing of the plan is hidden yet.

    Nothing dates a source without a date but what names it: one that only later things name is not there yet.
    """
    public = public_plan(plan)
    known = known_plan(public)
    later = _sources_named(public) - _sources_named(known)
    return known.with_records(
        sources=(source for source in known.sources if source.published or source.code not in later)
    )


def _sources_named(plan: Plan) -> set[str]:
    return {named.code for named in references(plan, "sources")}


def public_plan(plan: Plan) -> Plan:
    """Return a plan without notes, obstacles, next steps, drafts of meetings and figures not yet accepted.

    What is marked `public` stays. To be asked of a plan of which nothing is hidden yet, so that nothing comes
    back on another day.
    """
    forms = frozenset(
        source.code for source in plan.sources if source.kind == "formulir" and not source.public
    )
    records = {section: tuple(_public(plan.section(section), forms)) for section in SECTIONS}
    public = Plan(records, plan.as_of, plan.unread)
    public = public.with_records(
        disputes=(dispute for dispute in public.disputes if len(dispute.statements) > 1),
        rakor=(rakor for rakor in public.rakor if _is_open(rakor, public)),
    )
    accepted = {named.code for named in references(public, "sources") if _may_go_out(named.record)}
    return public.with_records(
        sources=(source for source in public.sources if source.code not in forms or source.code in accepted)
    )


def _is_open(rakor: Rakor, plan: Plan) -> bool:
    """Whether the minutes were closed by the plan's date or, as of old, a source tells of the meeting."""
    if rakor.public or (rakor.closed is not None and rakor.closed.date <= plan.as_of):
        return True
    return rakor.state in (None, "selesai") and rakor.source in plan.source_by_code


def _public(records: Iterable[Record], forms: frozenset[str]) -> Iterator[Record]:
    """Give the records that may be shown, each without what is internal."""
    for record in records:
        if _may_be_shown(record, forms):
            changed = dict(_changed(record, forms))
            yield record.model_copy(update=changed) if changed else record


def _may_be_shown(record: Record, forms: frozenset[str]) -> bool:
    """Whether a record was published, or its figure accepted; what rests on forms alone was not."""
    sources = _sources(record)
    if isinstance(record, Measurement) and not record.public:
        is_published = bool(sources or record.published)
        return is_published and (is_accepted(record) or forms.isdisjoint(sources))
    return not sources or _may_go_out(record) or not forms.issuperset(sources)


def is_accepted(record: Record) -> bool:
    """Whether a record is a figure, and somebody has looked at what it rests on."""
    return getattr(record, "verification", None) not in (None, "perlu-dicek")


def _may_go_out(record: Record) -> bool:
    return is_accepted(record) or _is_marked(record)


def _is_marked(record: Record) -> bool:
    """Whether somebody has opened it for everybody."""
    return getattr(record, "public", False)


def _sources(record: Record) -> tuple[str, ...]:
    named = (getattr(record, name) or () for name in _source_fields(type(record)))
    return tuple(code for codes in named for code in ((codes,) if isinstance(codes, str) else codes))


@cache
def _source_fields(kind: type[Record]) -> tuple[str, ...]:
    fields = fields_of(kind).values()
    return tuple(field.name for field in fields if field.scalar and field.scalar.refers_to == ("sources",))


def _changed(record: Record, forms: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """Give the fields of a record that are others in public."""
    for field in fields_of(type(record)).values():
        value = getattr(record, field.name)
        public = value
        if field.name in _INTERNAL:
            public = value if _is_marked(record) else None
        elif field.record and field.is_list:
            public = tuple(_public(value, forms))
        elif field.record and value is not None:
            public = next(_public([value], forms), None)
        elif field.is_list and field.name in _source_fields(type(record)) and not _may_go_out(record):
            public = tuple(code for code in value if code not in forms)
        if public != value:
            yield field.name, public
