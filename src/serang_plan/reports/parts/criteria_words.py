"""Criteria in words: a list and what was said of it, in a line that concludes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.criteria.claim_check import ClaimCheck
from serang_plan.analysis.criteria.list_check import ListCheck
from serang_plan.model.criteria import Criteria, CriteriaItem
from serang_plan.reports.parts.phrases import who_said
from serang_plan.wording import Lang, Text, capitalised, listed, many

SCOPES = {"kota": Text("kota", "the city"), "kawasan": Text("kawasan", "the area")}


def name_of(record: Criteria | CriteriaItem, lang: Lang) -> str:
    """Return the name of a list, or of an item."""
    return record.name_en if lang == "en" and record.name_en else record.name


def in_a_line(check: ListCheck, lang: Lang) -> str:
    """Say what the list is, what was said of it, and on how many of its items an indicator bears."""
    criteria, scope = check.criteria, SCOPES[check.criteria.scope]
    basis = f" ({criteria.basis})" if criteria.basis else ""
    of = Text(f", untuk {scope.id}", f", for {scope.en}").for_lang(lang)
    head = f"{capitalised(name_of(criteria, lang))}{basis}{of}"
    return f"{head}: {'; '.join(_parts(check, lang))}."


def _parts(check: ListCheck, lang: Lang) -> Iterator[str]:
    if not check.criteria.complete:
        yield Text("daftarnya tidak lengkap", "the list is not complete").for_lang(lang)
    yield from (said(made, check.criteria, lang) for made in check.claims)
    yield _covered(check).for_lang(lang)
    if check.against:
        against = listed(check.against, lang, most=4)
        yield Text(f"bukti berlawanan pada {against}", f"evidence is against {against}").for_lang(lang)


def said(check: ClaimCheck, criteria: Criteria, lang: Lang) -> str:
    """Say what a claim says of a list: a share only of one that is complete, and of all its items."""
    who, met, whole = who_said(check, lang), check.said_met, check.said_of
    if not criteria.complete or whole != len(criteria.items):
        words = _counted(met, whole - met)
    elif met == whole:
        words = Text("semuanya terpenuhi", "all are met")
    else:
        words = Text(f"{met} dari {whole} terpenuhi", f"{met} of {whole} are met")
    return Text(f"menurut {who} {words.id}", f"according to {who} {words.en}").for_lang(lang)


def _counted(met: int, unmet: int) -> Text:
    parts = [
        Text(f"{count} butir {id}", f"{many(count, 'item')} {'is' if count == 1 else 'are'} {en}")
        for count, id, en in ((met, "terpenuhi", "met"), (unmet, "belum terpenuhi", "not met"))
        if count
    ]
    return Text(" dan ".join(part.id for part in parts), " and ".join(part.en for part in parts))


def _covered(check: ListCheck) -> Text:
    count = len(check.covered)
    if not count:
        return Text("tidak satu pun butirnya punya indikator di sini", "none of its items has an indicator")
    return Text(
        f"{count} butir punya indikator",
        f"{many(count, 'item')} {'has' if count == 1 else 'have'} an indicator",
    )
