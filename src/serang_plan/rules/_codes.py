"""Codes: a code that is on no list, and the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.plan import Plan
from serang_plan.model.record import Record
from serang_plan.wording import Text, quoted
from serang_plan.wording import backquoted as show

if TYPE_CHECKING:
    from serang_plan.analysis.lookups.meant_code import KnownCodes

_MOST_SHOWN = 20


class Listing(NamedTuple):
    """A list of codes: what it holds, in words, and the section in which it is written."""

    one: Text
    many: Text
    section: str
    codes: Mapping[str, Record]
    names: Iterable[tuple[str, str]]
    """Every name by which an entry may be called, with its code; consumed only for advice."""
    where: Text | None = None
    """Where to add an entry, if that is not simply the section."""


def unlisted(plan: Plan, listing: Listing, named: Iterable[Reference]) -> dict[str, tuple[Reference, ...]]:
    """Return the references to codes that are not on a list, by code."""
    return grouped(
        (reference.code, reference)
        for reference in named
        if reference.code not in listing.codes and not plan.was_refused(listing.section, reference.code)
    )


def unknown(rule: Rule, plan: Plan, listing: Listing, named: Iterable[Reference]) -> Iterator[Finding]:
    """Give one finding for each slip of the pen, and one for each entry, or list, that is missing."""
    missing = unlisted(plan, listing, named)
    if not missing:
        return
    if not listing.codes:
        code, places = next(iter(missing.items()))
        yield rule.finding(_sentence(listing, code), places[0].at, help=_to_no_list(plan, listing))
        return
    known = _known(listing)
    for code, places in missing.items():
        meant = known.meant(code)
        if meant is None:
            yield _missing(rule, listing, code, sorted(places, key=lambda reference: reference.record.anchor))
        else:
            sentence, advice = _sentence(listing, code), did_you_mean(meant)
            if known.named(code) == meant:
                sentence, advice = _name_for_code(listing, code), Text(f"tulis `{meant}`", f"type `{meant}`")
            here = Text(f"{show(meant)} ada di sini", f"{show(meant)} is here")
            label = Label(here, listing.codes[meant].at("code"))
            for place in places:
                yield rule.finding(sentence, place.at, (label,), advice)


def _known(listing: Listing) -> KnownCodes:
    from serang_plan.analysis.lookups.meant_code import KnownCodes

    return KnownCodes(listing.names)


def did_you_mean(code: str) -> Text:
    """Return the question that names the code."""
    return Text(f"maksud Anda {show(code)}?", f"did you mean {show(code)}?")


def _sentence(listing: Listing, code: str) -> Text:
    return Text(
        f"{listing.one.id} {show(code)} tidak ada dalam daftar {listing.many.id}",
        f"{listing.one.en} {show(code)} is not on the list of {listing.many.en}",
    )


def _name_for_code(listing: Listing, typed: str) -> Text:
    return Text(
        f"{show(typed)} adalah nama {listing.one.id}, bukan kodenya",
        f"{show(typed)} is the name of the {listing.one.en}, not its code",
    )


def _missing(rule: Rule, listing: Listing, code: str, places: Sequence[Reference]) -> Finding:
    labels = tuple(Label(Text("juga disebut di sini", "named here too"), place.at) for place in places[1:3])
    return rule.finding(_sentence(listing, code), places[0].at, labels, _add(listing, len(places)))


def _add(listing: Listing, times: int) -> Text:
    section = f"`{listing.section}`"
    where = listing.where or Text(f"bagian {section}", section)
    often = Text(f" (disebut {times} kali)", f" (it is named {times} times)") if times > 3 else Text("", "")
    add = Text(f"tambahkan ke {where.id}{often.id}", f"add it to {where.en}{often.en}")
    if len(listing.codes) > _MOST_SHOWN:
        return Text(f"{add.id}, atau perbaiki kodenya", f"{add.en}, or correct the code")
    codes = quoted(listing.codes, _MOST_SHOWN)
    return Text(f"{add.id}, atau pakai salah satu: {codes}", f"{add.en}, or use one of: {codes}")


def _to_no_list(plan: Plan, listing: Listing) -> Text:
    """Say why a list has no codes: nothing is written there, or nothing of it could be read."""
    where = listing.where or Text(f"bagian `{listing.section}`", f"`{listing.section}`")
    if plan.unread.about(listing.section):
        return Text(f"perbaiki dulu galat di {where.id}", f"mend the errors in {where.en} first")
    return Text(f"tambahkan ke {where.id}, yang masih kosong", f"add it to {where.en}, which is still empty")


# -- the lists ---------------------------------------------------------------


def indicator_list(plan: Plan) -> Listing:
    """Return the list of indicators."""
    names = (
        (name, indicator.code)
        for indicator in plan.indicators
        for name in (indicator.code, indicator.short, indicator.short_en, indicator.name, indicator.name_en)
        if name is not None
    )
    return Listing(
        Text("indikator", "indicator"),
        Text("indikator", "indicators"),
        "indicators",
        plan.indicator_by_code,
        names,
    )


def action_names(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give every name of every action with its code."""
    return ((name, action.code) for action in plan.actions for name in (action.code, action.name))


def partner_list(plan: Plan) -> Listing:
    """Return the list of partners."""
    names = (
        (name, partner.code)
        for partner in plan.partners
        for name in (partner.code, *partner.aliases, partner.name)
    )
    return Listing(
        Text("mitra", "partner"), Text("mitra", "partners"), "partners", plan.partner_by_code, names
    )


def opd_names(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give every name of every OPD with its code."""
    for opd in plan.opd:
        for name in (opd.code, *opd.all_names):
            yield name, opd.code


def pillar_list(plan: Plan) -> Listing:
    """Return the list of pillars, which stands in the plan's header."""
    pillars = plan.header.pillars if plan.header else ()
    return Listing(
        Text("pilar", "pillar"),
        Text("pilar", "pillars"),
        "plan",
        {pillar.code: pillar for pillar in pillars},
        ((name, pillar.code) for pillar in pillars for name in (pillar.code, pillar.name)),
        where=Text("`pillars` di bagian `plan`", "`pillars` in `plan`"),
    )


def opd_list(plan: Plan) -> Listing:
    """Return the list of OPD."""
    return Listing(Text("OPD", "OPD"), Text("OPD", "OPD"), "opd", plan.opd_by_code, opd_names(plan))


# -- what follows from a slip --------------------------------------------------


def meant_by_slips(plan: Plan, listing: Listing, named: Iterable[Reference]) -> set[str]:
    """Return the codes that were meant by misspelt ones, so that nothing is said to be missing from them."""
    missing = unlisted(plan, listing, named)
    known = _known(listing) if missing else None
    return {meant for code in missing if known and (meant := known.meant(code)) is not None}
