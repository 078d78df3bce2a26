"""OPD disebut untuk waktu ketika OPD itu tidak ada.

An OPD is named for a time at which it does not exist.

Mengapa: OPD berganti nama, digabung dan dipecah. Tugas yang tertinggal pada OPD lama tidak punya
pejabat yang menjawabnya. Tulis sampai kapan tugas itu, lalu teruskan kepada penerusnya.

Why: OPD are renamed, merged and split. Nobody answers for a duty that stays with an old one. Write
until when it lasted, and go on with the successor.

Salah:

    - {indicator: M02, lead: BLH, from: 2015}

Benar:

    - {indicator: M02, lead: BLH, from: 2015, until: 2016}
    - {indicator: M02, lead: DLH, from: 2017}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.duties.opd_lifetime import (
    LifetimeEvent,
    OpdMention,
    opd_mentions,
    predecessors,
    successor_on,
)
from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.opd import Opd
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.wording import Text, quoted
from serang_plan.wording import backquoted as show

RULE = Rule("L211", "abolished-opd", why=__doc__)

_STARTS = Text("mulai di sini", "it starts here")


def check(plan: Plan) -> Iterator[Finding]:
    dated = {code: opd for code, opd in plan.opd_by_code.items() if opd.from_ or opd.until}
    before = predecessors(plan)
    for use in opd_mentions(plan) if dated else ():
        opd = dated.get(use.reference.code)
        if opd is None:
            continue
        if opd.until is not None and opd.until.last < use.ends.when.first:
            yield _too_late(plan, use, opd, opd.until)
        elif opd.from_ is not None and use.begins is not None and use.begins.when.last < opd.from_.first:
            then = [
                earlier for earlier in before.get(opd.code, ()) if exists_on(earlier, use.begins.when.last)
            ]
            yield _too_early(use.reference, opd, opd.from_, use.begins, then)


def _too_late(plan: Plan, use: OpdMention, opd: Opd, until: When) -> Finding:
    code = show(opd.code)
    return RULE.finding(
        Text(
            f"OPD {code} hanya ada sampai {until.text('id')}, padahal {use.ends.text.id}",
            f"OPD {code} exists only until {until.text('en')}, but {use.ends.text.en}",
        ),
        use.reference.at,
        (Label(Text("berakhir di sini", "it ends here"), opd.at("until")),),
        _instead(use, until, successor_on(plan, opd, use.ends.when.first)),
    )


def _instead(use: OpdMention, until: When, successor: Opd | None) -> Text:
    who = show(successor.code) if successor else ""
    if use.begins is not None and use.begins.when.first > until.last:
        if successor is None:
            return Text("sebut OPD yang meneruskan tugasnya", "name the OPD that carries on its work")
        return Text(f"sebut penerusnya: {who}", f"name its successor: {who}")
    end = f"`until: {until.iso}`"
    return Text(
        f"tambahkan {end} di sini, lalu tulis tugas baru untuk penerusnya {who}".rstrip(),
        f"add {end} here, and a new duty for its successor {who}".rstrip(),
    )


def _too_early(
    named: Reference, opd: Opd, start: When, begins: LifetimeEvent, before: Sequence[Opd]
) -> Finding:
    code = show(opd.code)
    message = Text(
        f"OPD {code} baru ada sejak {start.text('id')}, padahal {begins.text.id}",
        f"OPD {code} exists only since {start.text('en')}, but {begins.text.en}",
    )
    return RULE.finding(message, named.at, (Label(_STARTS, opd.at("from")),), _before(before))


def _before(before: Sequence[Opd]) -> Text:
    if not before:
        return Text("sebut OPD yang ada waktu itu", "name the OPD that existed at that time")
    codes = quoted(opd.code for opd in before)
    return Text(f"OPD yang ada waktu itu: {codes}", f"the OPD that existed at that time: {codes}")
