"""Rules of values (V) against thresholds, shares and sums."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from serang_plan.analysis.actions.active_years import is_over
from serang_plan.analysis.duties.coverage import helps
from serang_plan.analysis.indicators.evidence import reaches, series
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.action import Action, Effect
from serang_plan.model.assertion import Bound
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, all_given, figure, may_count_wholes
from serang_plan.rules._plan_rule import rule
from serang_plan.rules._subjects import indicators, not_met, of_coded, of_indicator
from serang_plan.wording import Number, Text, decimals, money

_LOST_POINT = 200
"""From here on the decimal point is probably lost; a little over 100 is some other fault."""
_SHARE_OUTSIDE_0_100_HELP = Text(
    "cocokkan angka dan satuannya dengan sumbernya", "compare the number and the unit with the source"
)


@rule("V507")
def share_outside_0_100(plan: Plan) -> Iterator[Finding]:
    """Persentase di luar 0–100.

    A percentage lies outside 0–100.

    Mengapa: bagian dari suatu keseluruhan tidak bisa kurang dari 0% atau lebih dari 100%. Biasanya
    titik desimalnya salah tempat.

    Why: a part of a whole cannot be below 0% or above 100%. Mostly the decimal point is misplaced.

    Salah:

        - {as_of: 2021, value: 9838, source: R5}

    Benar:

        - {as_of: 2021, value: 98.38, source: R5}
    """
    for indicator in plan.indicators:
        for given in all_given(indicator):
            if given.is_outside_share:
                yield share_outside_0_100.finding(
                    _share_outside_0_100_message(given),
                    given.at,
                    help=_share_outside_0_100_advice(given.value),
                )


def _share_outside_0_100_message(given: StatedValue) -> Text:
    value = figure(given.value, given.unit)
    return Text(
        f"{given.name.id} tertulis {value.id}, di luar 0–100%",
        f"{given.name.en} is {value.en}, outside 0–100%",
    )


def _share_outside_0_100_advice(value: int | Decimal) -> Text:
    if 100 < value < _LOST_POINT:
        return _SHARE_OUTSIDE_0_100_HELP
    meant = abs(Decimal(value))
    while meant > 100:
        meant = meant.scaleb(-1)
    typed = f"{meant:f}".rstrip("0").rstrip(".") if meant % 1 else f"{meant:.0f}"
    return Text(f"maksud Anda `{typed}`?", f"did you mean `{typed}`?")


@rule("V508")
def fraction_of_a_whole(plan: Plan) -> Iterator[Finding]:
    """Benda yang tidak terbagi berjumlah pecahan.

    Things that cannot be divided are counted in fractions.

    Mengapa: jiwa, koridor atau kejadian tidak bisa separuh. Hampir selalu yang dimaksud adalah titik
    ribuan: 652.000 jiwa dibaca sebagai 652 koma nol.

    Why: there is no half of a person, a corridor or an incident. Almost always the dot was meant to
    part the thousands: 652.000 people are read as 652 point zero.

    Salah:

        - {as_of: 2020, value: 692.101, source: S7}

    Benar:

        - {as_of: 2020, value: 692101, source: S7}
    """
    for indicator in plan.indicators:
        if not may_count_wholes(indicator):
            continue
        for given in all_given(indicator):
            if given.is_broken_whole:
                yield fraction_of_a_whole.finding(
                    _fraction_of_a_whole_message(given),
                    given.at,
                    help=_fraction_of_a_whole_advice(Decimal(given.value)),
                )


def _fraction_of_a_whole_message(given: StatedValue) -> Text:
    value = figure(given.value, given.unit)
    return Text(f"{given.name.id} berupa pecahan: {value.id}", f"{given.name.en} is a fraction: {value.en}")


def _fraction_of_a_whole_advice(value: Decimal) -> Text:
    if decimals(value) % 3:
        return Text("tulis bilangan bulat", "write a whole number")
    digits = f"{value.scaleb(decimals(value)):f}"
    return Text(f"ketik `{digits}`, tanpa titik ribuan", f"type `{digits}`, without a dot for the thousands")


_VALUE = Text("nilai awalnya", "its first value")
_TARGET = Text("target pertamanya", "its first target")


@rule("V509", Severity.WARNING)
def threshold_turned(plan: Plan) -> Iterator[Finding]:
    """Semua target lebih buruk daripada nilai awalnya.

    Every target is worse than the first value.

    Mengapa: biasanya arahnya terbalik, misalnya kemiskinan ditulis `naik`. Akibatnya keadaan yang
    memburuk dilaporkan sebagai kemajuan.

    Why: mostly the direction is turned round, for example poverty written as `naik`. Then a change for
    the worse is reported as progress.

    Salah:

        direction: naik
        measurements:
          - {as_of: 2021, value: 6.79, source: S35}
        targets:
          - {year: 2026, value: 5.5}
          - {year: 2027, value: 5}

    Benar:

        direction: turun
        measurements:
          - {as_of: 2021, value: 6.79, source: S35}
        targets:
          - {year: 2026, value: 5.5}
          - {year: 2027, value: 5}
    """
    for indicator in plan.indicators:
        first = reversed_from(plan, indicator)
        if first is not None:
            target = indicator.targets[0]
            labels = (Label(_VALUE, first.at("value")), Label(_TARGET, target.at("value")))
            message = _threshold_turned_message(indicator, first)
            yield threshold_turned.finding(
                message, indicator.at("direction"), labels, _threshold_turned_advice(indicator)
            )


def reversed_from(plan: Plan, indicator: Indicator) -> Measurement | None:
    """Return the first known value if every target is worse; then its direction is probably wrong."""
    known = series(plan, indicator) if indicator.targets else ()
    if not known or StatedValue(indicator, known[0].measurement).is_mistyped:
        return None
    first = known[0]
    worse = all(not reaches(indicator.direction, target.value, first.amount) for target in indicator.targets)
    return first.measurement if worse else None


def _threshold_turned_message(indicator: Indicator, first: Measurement) -> Text:
    value, time = figure(first.value, indicator.unit), first.as_of
    return Text(
        f"semua target `{indicator.code}` lebih buruk daripada nilai awalnya, {value.id} ({time.text('id')})",
        f"every target of `{indicator.code}` is worse than its first value, {value.en} ({time.text('en')})",
    )


def _threshold_turned_advice(indicator: Indicator) -> Text:
    if indicator.direction == "naik":
        return Text(
            "bila makin kecil makin baik, tulis `direction: turun`; bila tidak, perbaiki targetnya",
            "if less is better, write `direction: turun`; if not, correct the targets",
        )
    return Text(
        "bila makin besar makin baik, tulis `direction: naik`; bila tidak, perbaiki targetnya",
        "if more is better, write `direction: naik`; if not, correct the targets",
    )


_EFFECT_DOES_NOT_HELP_ADVICE = Text(
    "periksa tandanya; bila dampaknya belum diketahui, hapus `adds`",
    "check its sign; if the effect is not known, delete `adds`",
)


@rule("V510", Severity.WARNING)
def effect_does_not_help(plan: Plan) -> Iterator[Finding]:
    """Dampak kegiatan berlawanan dengan arah indikatornya, atau semua dampaknya nol.

    The effect of an action goes against the direction of its indicator, or all effects on it are zero.

    Mengapa: kegiatan yang menambah luas kumuh tercatat sebagai kegiatan untuk indikator itu, lalu dihitung di
    setiap perkiraan; biasanya tanda minusnya lupa ditulis. Kegiatan penyiapan boleh berdampak nol, selama ada
    yang mengubah indikatornya. Dampak sampingan yang memang buruk boleh tetap tercatat, dengan komentar yang
    menyebut alasannya.

    Why: an action that adds to the slum area is on record as one for that indicator and counts in every
    forecast; mostly the minus was forgotten. What prepares others may have no effect itself, as long as
    something moves the indicator. A side effect that is bad indeed may stay, with a comment that says
    why.

    Salah:

        indicators: [{code: M03, adds: 12}]

    Benar:

        indicators: [{code: M03, adds: -12}]
    """
    unmet = {verdict.indicator.code for verdict in not_met(plan)}
    for indicator in indicators(plan):
        effects = tuple(_live_effects(plan, indicator))
        hopeless = indicator.code in unmet and not any(_may_help(*effect, indicator) for effect in effects)
        for action, effect in effects:
            if effect.adds is None or helps(effect, indicator) or not (effect.adds or hopeless):
                continue
            if reversed_from(plan, indicator) is None:
                message = _effect_does_not_help_message(action, indicator, effect.adds)
                label = Label(_wanted(indicator), indicator.at("direction"))
                yield effect_does_not_help.finding(
                    message, effect.at("adds"), (label,), _EFFECT_DOES_NOT_HELP_ADVICE
                )


def _live_effects(plan: Plan, indicator: Indicator) -> Iterator[tuple[Action, Effect]]:
    actions = {action.anchor: action for action in plan.actions_by_indicator.get(indicator.code, ())}
    for action in actions.values():
        if action.status != "batal":
            yield from ((action, effect) for effect in action.indicators if effect.code == indicator.code)


def _may_help(action: Action, effect: Effect, indicator: Indicator) -> bool:
    return not is_over(action) and (effect.adds is None or helps(effect, indicator))


def _effect_does_not_help_message(action: Action, indicator: Indicator, adds: Number) -> Text:
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


_ASSERTED = Text("ditegaskan di sini", "asserted here")
_BOUND_CROSSED_HELP = Text(
    "periksa nilainya; bila benar, bahas dalam rakor atau ubah batasnya dengan alasan",
    "check the value; if it is right, take it to the rakor or change the bound and say why",
)


@rule("V511")
def bound_crossed(plan: Plan) -> Iterator[Finding]:
    """Sebuah nilai melewati batas yang ditegaskan kota.

    A value crosses a bound that the city asserts.

    Mengapa: kota menegaskan bahwa suatu indikator tidak boleh melewati batas tertentu. Setiap nilai yang
    dipakai sejak tahun itu diperiksa, bukan hanya yang terbaru.

    Why: the city asserts that an indicator must never cross a bound. Every value that counts is looked at
    from that year on, and not the newest only.

    Salah:

        - {indicator: M01, never: {below: 13}, from: 2024}

    Benar:

        - {indicator: M01, never: {below: 9}, from: 2024}
    """
    for assertion in plan.assertions:
        indicator = plan.indicator_by_code.get(assertion.indicator or "")
        if indicator is None or assertion.never is None or assertion.never.is_reversed:
            continue
        for value in series(plan, indicator):
            measurement = value.measurement
            since = assertion.from_ or measurement.as_of.year
            if measurement.as_of.year >= since and (key := _crossed(assertion.never, measurement.value)):
                yield _finding(indicator, measurement, assertion.never, key)


def _crossed(bound: Bound, value: Number) -> str:
    """Return which of the two is crossed; a value on the bound crosses none."""
    if bound.below is not None and value < bound.below:
        return "below"
    return "above" if bound.above is not None and value > bound.above else ""


def _finding(indicator: Indicator, measurement: Measurement, bound: Bound, key: str) -> Finding:
    stated = StatedValue(indicator, measurement)
    value, limit = figure(stated.value, stated.unit), figure(getattr(bound, key), indicator.unit)
    side = Text("di bawah", "below") if key == "below" else Text("di atas", "above")
    message = Text(
        f"{stated.name.id} {value.id}, {side.id} batas {limit.id} yang ditegaskan",
        f"{stated.name.en} is {value.en}, {side.en} the asserted bound of {limit.en}",
    )
    return bound_crossed.finding(
        message, measurement.at("value"), (Label(_ASSERTED, bound.at(key)),), _BOUND_CROSSED_HELP
    )


_MONEY = Text("dananya di sini", "its money is here")
_MORE_SPENT_THAN_FUNDED_ADVICE = Text(
    "periksa angka `spent`, atau tambahkan dana yang belum tercatat di `funding`",
    "check the figure in `spent`, or add the money that is missing in `funding`",
)


@rule("V513", Severity.WARNING)
def more_spent_than_funded(plan: Plan) -> Iterator[Finding]:
    """Kegiatan membelanjakan lebih banyak daripada dananya.

    More is spent on an action than there is money for it.

    Mengapa: dana tahun depan belum dapat dibelanjakan, dan belanja tidak dapat melebihi dananya. Biasanya
    ada nol yang kelebihan, atau dana tambahan yang belum dicatat. Bila ada dana yang jumlahnya belum
    diketahui, tidak ada yang dibandingkan.

    Why: next year's money cannot be spent yet, and nothing can be spent that is not there. Mostly there
    is a zero too many, or more money came that is not on record. Where some money is of unknown size,
    nothing is compared.

    Salah:

        funding: [{source: APBD kota, year: 2026, amount: 2500000000}]
        history: [{known: 2026-06, status: berjalan, spent: 12500000000}]

    Benar:

        funding: [{source: APBD kota, year: 2026, amount: 2500000000}]
        history: [{known: 2026-06, status: berjalan, spent: 1250000000}]
    """
    for action in plan.action_by_code.values():
        told = [entry for entry in action.history if entry.spent is not None]
        latest = max(told, key=lambda entry: entry.known.last, default=None)
        if latest is None or latest.spent is None:
            continue
        year, spent = latest.known.year, latest.spent
        funded = _funded(action, year)
        if funded is not None and spent > funded:
            named = of_coded(action.code, action.name)
            message = Text(
                f"belanja kegiatan {named.id} {money(spent, 'id', funded)}, "
                f"padahal dananya sampai {year} {money(funded, 'id', spent)}",
                f"{money(spent, 'en', funded)} was spent on action {named.en}, "
                f"but its money until {year} is {money(funded, 'en', spent)}",
            )
            yield more_spent_than_funded.finding(
                message,
                latest.at("spent"),
                (Label(_MONEY, action.at("funding")),),
                _MORE_SPENT_THAN_FUNDED_ADVICE,
            )


def _funded(action: Action, year: int) -> int | None:
    """Return the money of an action until a year; None where that is not known in full."""
    amounts = [part.amount for part in action.funding if part.year is None or part.year <= year]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if action.funding and len(known) == len(amounts) else None
