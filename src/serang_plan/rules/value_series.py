"""Rules of values (V) that are compared with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import Value, is_open_dispute, series
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.indicator import Breakdown, Indicator, Measurement, Share
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.rules._plan_rule import rule
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Lang, Text, backquoted, decimals, is_percent, listed, rounded

_OTHER = Text("nilai yang lain", "the other value")
_MARK_ONE = Text(
    "tandai nilai yang dipakai dengan `used: true` dan tulis alasannya di `reason`",
    "mark the value to be used with `used: true` and say why in `reason`",
)
_LEAVE_ONE = Text("biarkan `used: true` pada satu nilai saja", "leave `used: true` on one value only")


@rule("V501", Severity.WARNING)
def rival_values(plan: Plan) -> Iterator[Finding]:
    """Beberapa nilai yang berbeda untuk waktu yang sama.

    Different values stand for the same time.

    Mengapa: dua angka untuk satu waktu boleh disimpan berdampingan, tetapi laporan hanya bisa memakai
    satu. Tanpa tanda, pembaca tidak tahu mana yang dipakai dan mengapa.

    Why: two figures for one time may stand side by side, but a report can use only one. Without a mark
    nobody knows which one it is, and why.

    Salah:

        - {as_of: 2022-03, value: 6.12, source: S35}
        - {as_of: 2022-03, value: 5.94, source: S89}

    Benar:

        - {as_of: 2022-03, value: 6.12, source: S35}
        - {as_of: 2022-03, value: 5.94, source: S89, used: true, reason: Dipakai lagi pada 2023}
    """
    for indicator in plan.indicators:
        for same_time in _by_time(indicator):
            rivals = _different(same_time)
            used = _different([measurement for measurement in same_time if measurement.used])
            if len(used) > 1:
                yield _rival_values_finding(_both_used(indicator, used), used, "used", _LEAVE_ONE)
            elif len(rivals) > 1 and not used and not all(is_open_dispute(plan, rival) for rival in rivals):
                yield _rival_values_finding(_none_used(indicator, rivals), rivals, "value", _MARK_ONE)


def _by_time(indicator: Indicator) -> Iterator[list[Measurement]]:
    by_time: dict[object, list[Measurement]] = defaultdict(list)
    for measurement in indicator.measurements:
        by_time[
            measurement.as_of, measurement.scope or indicator.scope, measurement.unit or indicator.unit
        ].append(measurement)
    return (same_time for same_time in by_time.values() if len(same_time) > 1)


def _different(same_time: list[Measurement]) -> list[Measurement]:
    """Leave out a value that another publisher only repeats."""
    different: dict[Decimal | int, Measurement] = {}
    for measurement in same_time:
        different.setdefault(measurement.value, measurement)
    return list(different.values())


def _rival_values_finding(message: Text, rivals: list[Measurement], key: str, advice: Text) -> Finding:
    first, second, *more = rivals
    labels = tuple(Label(_OTHER, rival.at(key)) for rival in (first, *more))
    return rival_values.finding(message, second.at(key), labels, advice)


def _none_used(indicator: Indicator, rivals: list[Measurement]) -> Text:
    time = rivals[0].as_of
    return Text(
        f"`{indicator.code}` punya {len(rivals)} nilai yang berbeda untuk {time.text('id')}: "
        f"{_figures(indicator, rivals, 'id')}",
        f"`{indicator.code}` has {len(rivals)} different values for {time.text('en')}: "
        f"{_figures(indicator, rivals, 'en')}",
    )


def _both_used(indicator: Indicator, used: list[Measurement]) -> Text:
    time = used[0].as_of
    return Text(
        f"{len(used)} nilai `{indicator.code}` untuk {time.text('id')} sama-sama ditandai `used`: "
        f"{_figures(indicator, used, 'id')}",
        f"{len(used)} values of `{indicator.code}` for {time.text('en')} are marked as `used`: "
        f"{_figures(indicator, used, 'en')}",
    )


def _figures(indicator: Indicator, rivals: list[Measurement], lang: Lang) -> str:
    words = [figure(rival.value, rival.unit or indicator.unit).for_lang(lang) for rival in rivals]
    return listed(words, lang, most=6)


@rule("V502", Severity.WARNING)
def unit_changed(plan: Plan) -> Iterator[Finding]:
    """Satuan nilai lain dari satuan indikatornya.

    A value is in another unit than its indicator.

    Mengapa: nilai dalam satuan lain tidak bisa dibandingkan dengan ambang dan target, jadi tidak ikut
    dihitung.

    Why: a value in another unit cannot be compared with the threshold and the targets, so it does not
    count.

    Salah:

        - {as_of: 2022, value: 2710000, unit: m², source: S21}

    Benar:

        - {as_of: 2022, value: 271, source: S21}
    """
    for indicator, measurement in measurements(plan):
        if measurement.unit is not None and measurement.unit != indicator.unit:
            own, wanted = backquoted(measurement.unit), backquoted(indicator.unit)
            value = StatedValue(indicator, measurement).name
            message = Text(
                f"{value.id} bersatuan {own}, padahal satuan indikatornya {wanted}",
                f"{value.en} is in {own}, but the indicator is in {wanted}",
            )
            advice = Text(
                f"hitung ulang nilainya dalam {wanted} bila perlu, lalu hapus `unit`",
                f"convert the value to {wanted} if need be, and take `unit` out",
            )
            label = Label(Text("satuan indikatornya", "the unit of the indicator"), indicator.at("unit"))
            yield unit_changed.finding(message, measurement.at("unit"), (label,), advice)


_PARTS = Text("bagian-bagiannya mulai di sini", "the parts start here")
_TOO_LITTLE = Text(
    "tambahkan bagian yang belum tercatat; bila besarnya tidak diketahui, tulis namanya saja",
    "add the part that is missing; if its size is not known, write its name only",
)
_TOO_MUCH = Text(
    "cocokkan total dan bagian-bagiannya dengan sumbernya", "compare the total and the parts with the source"
)


@rule("V503", Severity.WARNING)
def parts_against_total(plan: Plan) -> Iterator[Finding]:
    """Jumlah bagian-bagian tidak sama dengan totalnya.

    The parts do not add up to the total.

    Mengapa: bila bagian-bagiannya tidak berjumlah sama dengan totalnya, ada bagian yang belum tercatat
    atau salah satu angkanya keliru. Bagian yang belum diketahui cukup ditulis namanya, tanpa nilai.

    Why: if the parts do not add up, one of them is missing or a figure is wrong. A part whose size is
    not known is written with its name and no value.

    Salah:

        total: 360
        unit: ton per hari
        parts:
          - {name: Lima kecamatan selain Kasemen, value: 298.4}

    Benar:

        total: 360
        unit: ton per hari
        parts:
          - {name: Lima kecamatan selain Kasemen, value: 298.4}
          - {name: Kasemen}
    """
    tolerance = Fraction(plan.settings.tolerance_percent) / 100
    for indicator, measurement in measurements(plan):
        if (
            measurement.breakdown is not None
            and measurement.breakdown.parts
            and not is_open_dispute(plan, measurement)
        ):
            excess = _excess(measurement.breakdown)
            if abs(excess) > tolerance * abs(Fraction(measurement.breakdown.total)):
                yield _parts_against_total_finding(indicator, measurement, measurement.breakdown, excess)


def _excess(breakdown: Breakdown) -> Fraction:
    """Return how much the parts exceed the total; what is missing may be a part of unknown size."""
    known = [Fraction(part.value) for part in breakdown.parts if part.value is not None]
    excess = sum(known, Fraction(0)) - Fraction(breakdown.total)
    return max(excess, Fraction(0)) if len(known) < len(breakdown.parts) else excess


def _parts_against_total_finding(
    indicator: Indicator, measurement: Measurement, breakdown: Breakdown, excess: Fraction
) -> Finding:
    at = breakdown.at("total")
    label = Label(_PARTS, breakdown.parts[0].at("value"))
    advice = _TOO_MUCH if excess > 0 else _TOO_LITTLE
    return parts_against_total.finding(
        _parts_against_total_message(indicator, measurement, breakdown, excess), at, (label,), advice
    )


def _parts_against_total_message(
    indicator: Indicator, measurement: Measurement, breakdown: Breakdown, excess: Fraction
) -> Text:
    unit = breakdown.unit or measurement.unit or indicator.unit
    places = decimals(breakdown.total, *(part.value for part in breakdown.parts if part.value is not None))
    parts = figure(Fraction(breakdown.total) + excess, unit, places)
    total, gap = figure(breakdown.total, unit), figure(abs(excess), unit, places)
    return Text(
        f"bagian-bagian `{indicator.code}` ({measurement.as_of.text('id')}) berjumlah {parts.id}, "
        f"padahal totalnya {total.id}: {'lebih' if excess > 0 else 'kurang'} {gap.id}",
        f"the parts of `{indicator.code}` ({measurement.as_of.text('en')}) add up to {parts.en}, "
        f"but the total is {total.en}: {gap.en} too {'much' if excess > 0 else 'little'}",
    )


_FROM = Text("dihitung dari sini", "worked out from here")
_SHARE_AGAINST_VALUE_HELP = Text(
    "cocokkan `value`, `part` dan `whole` dengan sumbernya",
    "compare `value`, `part` and `whole` with the source",
)


@rule("V504", Severity.WARNING)
def share_against_value(plan: Plan) -> Iterator[Finding]:
    """Persentase tidak cocok dengan pembilang dan penyebutnya.

    A percentage disagrees with the part and the whole behind it.

    Mengapa: bila hitungannya tidak cocok, salah satu angka keliru atau cakupannya berbeda. Pembaca yang
    menghitung ulang akan meragukan seluruh laporan.

    Why: if the sum does not work out, a figure is wrong or covers something else. A reader who checks
    it will doubt the whole report.

    Salah:

        value: 70.59
        share: {part: 146, whole: 208.6, unit: km}

    Benar:

        value: 70
        share: {part: 146, whole: 208.6, unit: km}
    """
    for indicator, measurement in measurements(plan):
        if is_open_dispute(plan, measurement):
            continue
        given = StatedValue(indicator, measurement)
        if measurement.share is not None and is_percent(given.unit) and not given.is_mistyped:
            yield from _compared(plan, indicator, measurement, measurement.share)


def _compared(plan: Plan, indicator: Indicator, measurement: Measurement, share: Share) -> Iterator[Finding]:
    if share.whole == 0:
        yield _nothing_to_share(indicator, measurement, share)
        return
    percent = _share_against_value_percent(share)
    difference = abs(rounded(percent, decimals(measurement.value)) - measurement.value)
    if difference > plan.settings.tolerance_percent:
        message = _share_against_value_message(indicator, measurement, share, percent)
        yield share_against_value.finding(
            message, measurement.at("value"), (Label(_FROM, share.at("part")),), _SHARE_AGAINST_VALUE_HELP
        )


def _share_against_value_percent(share: Share) -> Fraction:
    percent = Fraction(share.part) / Fraction(share.whole) * 100
    return 100 - percent if share.counts == "sisanya" else percent


def _share_against_value_message(
    indicator: Indicator, measurement: Measurement, share: Share, percent: Fraction
) -> Text:
    given = figure(measurement.value, "%")
    computed = figure(percent, "%", max(1, decimals(measurement.value)))
    of, rest = _part_of_whole(share), share.counts == "sisanya"
    value = StatedValue(indicator, measurement).name
    return Text(
        f"{value.id} tertulis {given.id}, padahal {'sisanya ' if rest else ''}{of.id} berarti {computed.id}",
        f"{value.en} is given as {given.en}, but "
        + (f"with a rest of {of.en} it is {computed.en}" if rest else f"{of.en} is {computed.en}"),
    )


def _part_of_whole(share: Share) -> Text:
    part, whole = figure(share.part, ""), figure(share.whole, share.unit or "")
    return Text(f"{part.id} dari {whole.id}", f"{part.en} of {whole.en}")


def _nothing_to_share(indicator: Indicator, measurement: Measurement, share: Share) -> Finding:
    message = Text(
        f"penyebut di balik nilai `{indicator.code}` ({measurement.as_of.text('id')}) adalah 0",
        f"the whole behind the value of `{indicator.code}` ({measurement.as_of.text('en')}) is 0",
    )
    return share_against_value.finding(message, share.at("whole"), help=_SHARE_AGAINST_VALUE_HELP)


_IMPLAUSIBLE_JUMP_BEFORE = Text("nilai sebelumnya", "the value before it")
_IMPLAUSIBLE_JUMP_HELP = Text(
    "cocokkan satuan, cakupan, letak koma dan cara menghitung kedua nilai; batasnya diatur di `jump_percent`",
    "compare unit, scope, decimal point and way of counting of both; the limit is set in `jump_percent`",
)
_YEAR = Fraction(1461, 4)


class _Jump(NamedTuple):
    """A change above the limit: by how much, and whether a value that should rise fell."""

    percent: Fraction
    fell: bool


@rule("V506", Severity.WARNING)
def implausible_jump(plan: Plan) -> Iterator[Finding]:
    """Nilai berubah terlalu tajam.

    A value changes too sharply to be likely.

    Mengapa: lonjakan besar biasanya berarti satuan, cakupan atau cara menghitungnya berganti, bukan
    kotanya yang berubah. Contohnya luas RTH yang tiba-tiba ikut menghitung sawah. Perubahan dihitung
    per tahun; nilai yang seharusnya naik tetapi jatuh, misalnya 8,3 yang dimaksud 83, dihitung penuh.

    Why: a big jump mostly means that the unit, the scope or the way of counting has changed, and not
    the city; for example when rice fields are suddenly counted as green open space. A change is counted
    by the year; a value that should rise and falls, such as 8.3 where 83 was meant, counts in full.

    Salah:

        - {as_of: 2016, value: 2518.9, source: S12}
        - {as_of: 2023, value: 15452, source: S61}

    Benar:

        - {as_of: 2016, value: 2518.9, source: S12}
        - {as_of: 2023, value: 2611.4, source: S900}
    """
    limit = plan.settings.jump_percent
    for indicator in plan.indicators:
        if len(indicator.measurements) > 1:
            left: Value | None = None
            for before, after in pairwise(series(plan, indicator)):
                jump = jump_between(indicator, before, after, limit)
                back = left is not None and not jump_between(indicator, left, after, limit)
                if jump and not back:
                    yield _implausible_jump_finding(indicator, before, after, jump)
                left = before if jump and not back else None


def jump_between(indicator: Indicator, before: Value, after: Value, limit: int) -> _Jump | None:
    """Return how much a value changes, if that is above the limit and no slip of the pen."""
    if not _is_steep(before, after, limit):
        return None
    fell = indicator.direction == "naik" and after.amount < before.amount
    percent = _implausible_jump_percent(before, after) / (1 if fell else _years(before, after))
    mistyped = any(StatedValue(indicator, value.measurement).is_mistyped for value in (before, after))
    return _Jump(percent, fell) if percent > limit and not mistyped else None


def _is_steep(before: Value, after: Value, limit: int) -> bool:
    """Whether a change is above the limit before it is spread over its years, as few are."""
    return abs(after.amount - before.amount) * 100 > abs(before.amount) * limit


def _implausible_jump_percent(before: Value, after: Value) -> Fraction:
    old, new = Fraction(before.amount), Fraction(after.amount)
    return abs(new - old) / abs(old) * 100 if old else Fraction(0)


def _years(before: Value, after: Value) -> Fraction:
    """Return the years between; a change within a year is not blown up to a year's."""
    days = (after.measurement.as_of.last - before.measurement.as_of.last).days
    return max(days / _YEAR, Fraction(1))


def _implausible_jump_finding(indicator: Indicator, before: Value, after: Value, jump: _Jump) -> Finding:
    old, new = before.measurement, after.measurement
    change, first, last = (
        figure(jump.percent, "%", 1),
        *(figure(measurement.value, indicator.unit) for measurement in (old, new)),
    )
    moved = (
        Text("turun {}", "falls by {}") if jump.fell else Text("berubah {} setahun", "changes by {} a year")
    )
    message = Text(
        f"nilai `{indicator.code}` {moved.id.format(change.id)}: "
        f"dari {first.id} ({old.as_of.text('id')}) menjadi {last.id} ({new.as_of.text('id')})",
        f"the value of `{indicator.code}` {moved.en.format(change.en)}: "
        f"from {first.en} ({old.as_of.text('en')}) to {last.en} ({new.as_of.text('en')})",
    )
    return implausible_jump.finding(
        message, new.at("value"), (Label(_IMPLAUSIBLE_JUMP_BEFORE, old.at("value")),), _IMPLAUSIBLE_JUMP_HELP
    )


_UNLIKE_VALUES_JOINED_BEFORE = Text("nilai sebelumnya", "the value before it")
_UNLIKE_VALUES_JOINED_HELP = Text(
    "bila tidak sebanding, tulis `break: …` pada nilai ini, atau `series` untuk deret lain",
    "if they are not comparable, write `break: …` with this value, or `series` for another series",
)


@rule("V512", Severity.WARNING)
def unlike_values_joined(plan: Plan) -> Iterator[Finding]:
    """Deret menyambung nilai yang tampaknya tidak sebanding.

    A series joins values that do not look comparable.

    Mengapa: tren, laju, dan prakiraan hanya benar di antara nilai yang diukur dengan cara yang sama. Yang
    mencurigakan: nilai berubah lebih dari seperlima, sedangkan jenis sumbernya lain sama sekali atau hanya
    salah satunya dihitung sendiri; dan penyebutnya lain satuan atau berubah lebih dari setengah. Perubahan
    yang sangat tajam ditemukan oleh V506.

    Why: a trend, a pace and a forecast are right only between values that were measured alike. Suspicious
    is a change of more than a fifth where the kinds of sources have nothing in common, or where only one
    of the values was computed; and a whole in another unit, or one that changes by more than half. Changes
    that are very sharp are found by V506.

    Salah:

        - {as_of: 2016, value: 9.44, source: S12, verification: turunan}
        - {as_of: 2018-09, value: 12, source: S11, verification: sekunder}

    Benar:

     - {as_of: 2016, value: 9.44, source: S12, verification: turunan}
     - {as_of: 2018-09, value: 12, source: S11, verification: sekunder, break: Luas di baliknya tidak disebut}
    """
    for indicator in plan.indicators:
        if len(indicator.measurements) > 1:
            for before, after in pairwise(series(plan, indicator)):
                reason = _unlike(plan, before, after)
                if reason and not jump_between(indicator, before, after, plan.settings.jump_percent):
                    yield _unlike_values_joined_finding(
                        indicator, before.measurement, after.measurement, reason
                    )


def _unlike(plan: Plan, before: Value, after: Value) -> Text | None:
    """Return in what two values look unlike."""
    old, new = before.measurement, after.measurement
    if old.share and new.share:
        whole, then = Decimal(new.share.whole), Decimal(old.share.whole)
        if old.share.unit != new.share.unit or abs(whole - then) * 2 > min(abs(whole), abs(then)):
            return Text("penyebutnya lain", "of another whole")
    origin = _unlike_origin(plan, old, new)
    if origin is None:
        return None
    return origin if abs(after.amount - before.amount) * 5 > abs(before.amount) else None


def _unlike_origin(plan: Plan, old: Measurement, new: Measurement) -> Text | None:
    if (old.verification == "turunan") != (new.verification == "turunan"):
        return Text("hanya satu yang dihitung", "only one was computed")
    kinds, kinds_then = _kinds(plan, new), _kinds(plan, old)
    if kinds and kinds_then and kinds.isdisjoint(kinds_then):
        return Text("jenis sumbernya lain", "from another kind of source")
    return None


def _kinds(plan: Plan, measurement: Measurement) -> set[str]:
    sources = map(plan.source_by_code.get, source_codes(measurement))
    return {source.kind for source in sources if source}


def _unlike_values_joined_finding(
    indicator: Indicator, old: Measurement, new: Measurement, reason: Text
) -> Finding:
    first, last = (figure(measurement.value, indicator.unit) for measurement in (old, new))
    message = Text(
        f"deret `{indicator.code}` menyambung nilai yang tampaknya tidak sebanding, {reason.id}: "
        f"{first.id} ({old.as_of.text('id')}) dan {last.id} ({new.as_of.text('id')})",
        f"the series of `{indicator.code}` joins values that do not look comparable, {reason.en}: "
        f"{first.en} ({old.as_of.text('en')}) and {last.en} ({new.as_of.text('en')})",
    )
    return unlike_values_joined.finding(
        message,
        new.at("value"),
        (Label(_UNLIKE_VALUES_JOINED_BEFORE, old.at("value")),),
        _UNLIKE_VALUES_JOINED_HELP,
    )
