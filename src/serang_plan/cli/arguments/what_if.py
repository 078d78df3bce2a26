"""What if: what somebody typed to be supposed, as changes of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from serang_plan.analysis.actions.schedule import Scheduled, schedule
from serang_plan.analysis.outlook.scenario import Assume, Delay, Drop, WhatIf, Without
from serang_plan.cli.arguments.code_lookup import code_of, opd_of, year_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.model.plan import Plan
from serang_plan.reports.examples import a_change
from serang_plan.wording import Text, backquoted

_DELAY = re.compile(r"(.+):\+?([1-9]\d?)(TW|Q)?", re.IGNORECASE)
_VALUE = re.compile(r"(.+?)=([-+]?\d{1,18}(?:[.,]\d{1,18})?) ?%?(?:@(.*))?")
_THOUSANDS = re.compile(r"[-+]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d{1,3}(?:[.,]000)+)")


def changes_of(
    plan: Plan, delay: Sequence[str], drop: Sequence[str], without: Sequence[str], value: Sequence[str]
) -> tuple[WhatIf, ...]:
    """Return what is to be supposed. Raises UsageProblemError if there is nothing, or no sense in it."""
    actions = {action.code: action for action in schedule(plan)}
    changes: list[WhatIf] = [_delay(actions, text) for text in delay]
    changes += (Drop(_open(actions, text, "--drop").code) for text in drop)
    changes += (Without(opd_of(plan, text, "--without-opd")) for text in without)
    changes += (_value(plan, text) for text in value)
    if not changes:
        raise usage_problem(
            "belum ada yang diandaikan",
            "no assumption is given yet",
            Text(*(_examples(plan, word) for word in _SUCH)),
        )
    return tuple(changes)


_SUCH = ("misalnya", "for example")


def _examples(plan: Plan, such: str) -> str:
    return f"{such} {', '.join(f'`serang-plan simulate {option}`' for option in _options(plan))}"


def _options(plan: Plan) -> Iterator[str]:
    if (change := a_change(plan)) is not None:
        yield change
    for indicator in plan.indicators[:1]:
        yield f"--value {indicator.code}=1@{plan.as_of.year + 1}"


def _delay(actions: dict[str, Scheduled], text: str) -> Delay:
    form = _DELAY.fullmatch(text)
    if form is None:
        raise usage_problem(
            f"{backquoted(text)} tidak terbaca sebagai penundaan",
            f"{backquoted(text)} cannot be read as a delay",
            Text(
                "ketik `--delay A02:+1` untuk satu tahun, `--delay A02:+2TW` untuk dua triwulan",
                "type `--delay A02:+1` for one year, `--delay A02:+2TW` for two quarters",
            ),
        )
    code, count, quarters = form.groups()
    action = _open(actions, code, "--delay")
    if action.finish is None:
        raise usage_problem(
            f"{backquoted(action.code)} belum punya waktu selesai",
            f"{backquoted(action.code)} has no finish yet",
            Text(f"coba `--drop {action.code}`", f"try `--drop {action.code}`"),
        )
    return Delay(action.code, int(count) * (1 if quarters else 4))


def _open(actions: dict[str, Scheduled], text: str, option: str) -> Scheduled:
    """Return an action that is still to be done."""
    action = actions[code_of(actions, text, option)]
    if not action.is_open:
        state = action.state.value
        raise usage_problem(
            f"{backquoted(action.code)} sudah {state.id}",
            f"{backquoted(action.code)} is {state.en} already",
            Text("pilih kegiatan yang belum selesai", "choose an action that is still open"),
        )
    return action


def _value(plan: Plan, text: str) -> Assume:
    form = _VALUE.fullmatch(text)
    if form is None or _THOUSANDS.fullmatch(form[2]):
        raise usage_problem(
            f"{backquoted(text)} tidak terbaca sebagai nilai",
            f"{backquoted(text)} cannot be read as a value",
            Text(
                "ketik `--value M01=15@2027`, angka tanpa titik ribuan",
                "type `--value M01=15@2027`, the number without thousands separators",
            ),
        )
    code, digits, year = form.groups()
    known = code_of(plan.indicator_by_code, code, "--value")
    return Assume(known, Decimal(digits.replace(",", ".")), _year(plan, year))


def _year(plan: Plan, text: str | None) -> int:
    year = plan.as_of.year if text is None else year_of(plan, text)
    if year < plan.as_of.year:
        raise usage_problem(
            f"tahun {backquoted(year)} sudah lewat",
            f"the year {backquoted(year)} is over",
            Text(f"pilih {plan.as_of.year} atau sesudahnya", f"choose {plan.as_of.year} or later"),
        )
    return year
