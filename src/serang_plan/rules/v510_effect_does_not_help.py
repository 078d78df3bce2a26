"""Dampak kegiatan berlawanan dengan arah indikatornya, atau semua dampaknya nol.

The effect of an action goes against the direction of its indicator, or all effects on it are zero.

Mengapa: kegiatan yang menambah luas kumuh tercatat sebagai kegiatan untuk indikator itu, lalu dihitung di
setiap perkiraan; biasanya tanda minusnya lupa ditulis. Kegiatan penyiapan boleh berdampak nol, selama ada
yang mengubah indikatornya. Dampak sampingan yang memang buruk boleh tetap tercatat, dengan komentar yang
menyebut alasannya.

Why: an action that adds to the slum area is on record as one for that indicator and counts in every forecast;
mostly the minus was forgotten. What prepares others may have no effect itself, as long as something moves the
indicator. A side effect that is bad indeed may stay, with a comment that says why.

Salah:

    indicators: [{code: M03, adds: 12}]

Benar:

    indicators: [{code: M03, adds: -12}]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.active_years import is_over
from serang_plan.analysis.duties.coverage import helps
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.action import Action, Effect
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import figure
from serang_plan.rules._subjects import indicators, not_met, of_coded, of_indicator
from serang_plan.rules.v509_threshold_turned import reversed_from
from serang_plan.wording import Number, Text

RULE = Rule("V510", "effect-does-not-help", why=__doc__, severity=Severity.WARNING)
_ADVICE = Text(
    "periksa tandanya; bila dampaknya belum diketahui, hapus `adds`",
    "check its sign; if the effect is not known, delete `adds`",
)


def check(plan: Plan) -> Iterator[Finding]:
    unmet = {verdict.indicator.code for verdict in not_met(plan)}
    for indicator in indicators(plan):
        effects = tuple(_live_effects(plan, indicator))
        hopeless = indicator.code in unmet and not any(_may_help(*effect, indicator) for effect in effects)
        for action, effect in effects:
            if effect.adds is None or helps(effect, indicator) or not (effect.adds or hopeless):
                continue
            if reversed_from(plan, indicator) is None:
                message = _message(action, indicator, effect.adds)
                label = Label(_wanted(indicator), indicator.at("direction"))
                yield RULE.finding(message, effect.at("adds"), (label,), _ADVICE)


def _live_effects(plan: Plan, indicator: Indicator) -> Iterator[tuple[Action, Effect]]:
    actions = {action.anchor: action for action in plan.actions_by_indicator.get(indicator.code, ())}
    for action in actions.values():
        if action.status != "batal":
            yield from ((action, effect) for effect in action.indicators if effect.code == indicator.code)


def _may_help(action: Action, effect: Effect, indicator: Indicator) -> bool:
    return not is_over(action) and (effect.adds is None or helps(effect, indicator))


def _message(action: Action, indicator: Indicator, adds: Number) -> Text:
    named, served = of_coded(action.code, action.name), of_indicator(indicator)
    size, wanted = figure(adds, indicator.unit), _wanted(indicator)
    return Text(
        f"dampak kegiatan {named.id} terhadap {served.id} adalah {size.id}, padahal {wanted.id}",
        f"the effect of action {named.en} on {served.en} is {size.en}, but {wanted.en}",
    )


def _wanted(indicator: Indicator) -> Text:
    if indicator.direction == "naik":
        return Text("makin besar makin baik", "more is better")
    return Text("makin kecil makin baik", "less is better")
