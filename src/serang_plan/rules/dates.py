"""Rules of time (T): targets, values and stages against the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from serang_plan.analysis.indicators.evidence import reaches
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.action import Stage
from serang_plan.model.header import Header
from serang_plan.model.indicator import Indicator, Measurement, Target
from serang_plan.model.opd import Assignment, Opd
from serang_plan.model.plan import Plan
from serang_plan.model.source import Source
from serang_plan.model.when import When
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.rules._plan_rule import rule
from serang_plan.rules._subjects import measurements
from serang_plan.rules.value_bounds import reversed_from
from serang_plan.wording import Text, short_date

_STARTS = Text("rencana mulai di sini", "the plan starts here")
_ENDS = Text("rencana berakhir di sini", "the plan ends here")


@rule("T401")
def target_outside_plan(plan: Plan) -> Iterator[Finding]:
    """Tahun target di luar masa rencana.

    The year of a target lies outside the plan.

    Mengapa: target di luar masa rencana tidak masuk tahapan mana pun, sehingga tidak ada OPD yang
    mengejarnya dan tidak ada rakor yang menagihnya.

    Why: a target outside the plan belongs to no stage, so no OPD works towards it and no rakor asks for it.

    Salah:

        - {year: 2035, value: 20}

    Benar:

        - {year: 2029, value: 20}
    """
    header = plan.header
    if header is None or header.first_year > header.last_year:
        return
    for indicator in plan.indicators:
        for target in indicator.targets:
            year = target.year
            if not header.first_year <= year <= header.last_year:
                message = Text(
                    f"target {year} indikator `{indicator.code}` di luar masa rencana {years(header)}",
                    f"the {year} target of `{indicator.code}` lies outside the plan, {years(header)}",
                )
                yield target_outside_plan.finding(
                    message, target.at("year"), (bound(header, year),), advice(header, year)
                )


def years(header: Header) -> str:
    """Return the span of the plan: `2020–2029`."""
    return f"{header.first_year}–{header.last_year}"


def bound(header: Header, year: int) -> Label:
    """Point at the end of the plan beyond which a year lies."""
    early = year < header.first_year
    return Label(_STARTS if early else _ENDS, header.at("first_year" if early else "last_year"))


def advice(header: Header, year: int) -> Text:
    """Say what can be typed instead."""
    if year < header.first_year:
        return Text(
            f"pakai tahun {years(header)}, atau ubah `first_year` bila rencana memang mulai lebih awal",
            f"use a year in {years(header)}, or change `first_year` if the plan does start earlier",
        )
    return Text(
        f"pakai tahun {years(header)}, atau ubah `last_year` bila masa rencana memang diperpanjang",
        f"use a year in {years(header)}, or change `last_year` if the plan has been extended",
    )


_TARGET_GOES_BACK_HELP = Text(
    "perbaiki angkanya, atau tulis alasannya di `reason`", "correct the number, or say why in `reason`"
)


@rule("T402", Severity.WARNING)
def target_goes_back(plan: Plan) -> Iterator[Finding]:
    """Target suatu tahun lebih rendah daripada target sebelumnya.

    The target of a year falls behind the one before it.

    Mengapa: target yang dimundurkan diam-diam menutupi keterlambatan. Target boleh berubah, tetapi
    alasannya harus tertulis supaya rakor bisa membahasnya.

    Why: a target that is quietly moved back hides a delay. Targets may change, but the reason must be
    written down so that the rakor can discuss it.

    Salah:

        - {year: 2026, value: 15}
        - {year: 2027, value: 12}

    Benar:

        - {year: 2026, value: 15}
        - {year: 2027, value: 18}
    """
    for indicator in plan.indicators:
        if len(indicator.targets) < 2:
            continue
        back = list(_back(indicator))
        if back and reversed_from(plan, indicator) is None:
            for before, after in back:
                yield target_goes_back.finding(
                    _message(indicator, before, after),
                    after.at("value"),
                    (Label(Text("target sebelumnya", "the target before it"), before.at("value")),),
                    _TARGET_GOES_BACK_HELP,
                )


def _back(indicator: Indicator) -> Iterator[tuple[Target, Target]]:
    sound = (
        target for target in reversed(indicator.targets) if not StatedValue(indicator, target).is_mistyped
    )
    first_of_year = {target.year: target for target in sound}
    for before, after in pairwise(first_of_year[year] for year in sorted(first_of_year)):
        if after.reason is None and not reaches(indicator.direction, after.value, before.value):
            yield before, after


def _message(indicator: Indicator, before: Target, after: Target) -> Text:
    old, new = figure(before.value, indicator.unit), figure(after.value, indicator.unit)
    return Text(
        f"target {after.year} indikator `{indicator.code}` mundur ke {new.id}, "
        f"padahal target {before.year} sudah {old.id}",
        f"the {after.year} target of `{indicator.code}` goes back to {new.en}, "
        f"from {old.en} in {before.year}",
    )


_AS_OF = Text(
    "perbaiki waktunya; angka yang ingin dicapai ditulis di `targets`",
    "correct the time; a figure to be reached belongs in `targets`",
)
_PUBLISHED = Text("perbaiki tanggal terbitnya", "correct the date of publication")


@rule("T408")
def value_in_future(plan: Plan) -> Iterator[Finding]:
    """Nilai bertanggal sesudah hari pemeriksaan.

    A value is dated after the day of the check.

    Mengapa: yang belum terjadi tidak bisa diukur. Angka seperti itu biasanya target atau salah ketik
    tahun, dan bila dibiarkan bisa dianggap sebagai capaian.

    Why: what has not happened cannot be measured. Such a figure is mostly a target or a slip of the
    year, and could pass for an achievement.

    Salah:

        - {as_of: 2027, value: 20, source: S1}

    Benar:

        - {as_of: 2025, value: 20, source: S1}
    """
    for indicator, measurement in measurements(plan):
        if measurement.as_of.first > plan.last_told:
            message = _measured(plan, indicator.code, measurement.as_of)
            yield value_in_future.finding(message, measurement.at("as_of"), help=_AS_OF)
        elif measurement.published is not None and measurement.published.first > plan.last_told:
            message = _published(plan, StatedValue(indicator, measurement).name, measurement.published)
            yield value_in_future.finding(message, measurement.at("published"), help=_PUBLISHED)


def _measured(plan: Plan, code: str, time: When) -> Text:
    return Text(
        f"nilai `{code}` bertanggal {time.text('id')}, "
        f"padahal pemeriksaan ini per {short_date(plan.last_told, 'id')}",
        f"the value of `{code}` is dated {time.text('en')}, "
        f"after the day of this check, {short_date(plan.last_told, 'en')}",
    )


def _published(plan: Plan, value: Text, time: When) -> Text:
    return Text(
        f"{value.id} tertulis terbit {time.text('id')}, "
        f"padahal pemeriksaan ini per {short_date(plan.last_told, 'id')}",
        f"{value.en} is said to be published {time.text('en')}, "
        f"after the day of this check, {short_date(plan.last_told, 'en')}",
    )


_PUBLISHED_BEFORE_MEASURED_HELP = Text("perbaiki `as_of` atau `published`", "correct `as_of` or `published`")
_OTHER_SOURCE = Text(
    "perbaiki `as_of`, atau pakai sumber yang memuat angka itu",
    "correct `as_of`, or name the source that has it",
)


@rule("T409")
def published_before_measured(plan: Plan) -> Iterator[Finding]:
    """Nilai terbit sebelum waktu yang diukurnya.

    A value is published before the time it measures.

    Mengapa: angka tidak bisa terbit sebelum diukur. Salah satu tanggalnya keliru, atau angka itu
    sebenarnya perkiraan.

    Why: a figure cannot be published before it is measured. One of the dates is wrong, or the figure is
    a forecast.

    Salah:

        - {as_of: 2020, published: 2018-09, value: 12, source: S11}

    Benar:

        - {as_of: 2018-09, published: 2018-09, value: 12, source: S11}
    """
    for indicator, measurement in measurements(plan):
        source = plan.source_by_code.get(measurement.source or "")
        if measurement.as_of.first > plan.last_told:
            continue  # a value in the future is a fault of its own
        if measurement.published is not None:
            if measurement.published.last < measurement.as_of.first:
                yield _too_early(indicator.code, measurement, measurement.published)
        elif source is not None and _is_older(source, measurement):
            yield _source_too_early(indicator.code, measurement, source)


def _is_older(source: Source, measurement: Measurement) -> bool:
    return source.published is not None and source.published.last < measurement.as_of.first


def _too_early(code: str, measurement: Measurement, published: When) -> Finding:
    time = measurement.as_of
    message = Text(
        f"nilai `{code}` untuk {time.text('id')} tertulis terbit {published.text('id')}, "
        "lebih dulu daripada waktu yang diukurnya",
        f"the value of `{code}` for {time.text('en')} is said to be published {published.text('en')}, "
        "before the time it measures",
    )
    label = Label(Text("waktu yang diukur", "the time it measures"), measurement.at("as_of"))
    return published_before_measured.finding(
        message, measurement.at("published"), (label,), _PUBLISHED_BEFORE_MEASURED_HELP
    )


def _source_too_early(code: str, measurement: Measurement, source: Source) -> Finding:
    time, published = measurement.as_of, source.published
    assert published is not None
    message = Text(
        f"nilai `{code}` untuk {time.text('id')} diambil dari `{source.code}` yang terbit "
        f"{published.text('id')}, lebih dulu daripada waktu yang diukurnya",
        f"the value of `{code}` for {time.text('en')} is taken from `{source.code}`, published "
        f"{published.text('en')}, before the time it measures",
    )
    label = Label(Text("tanggal terbit sumbernya", "when its source was published"), source.at("published"))
    return published_before_measured.finding(message, measurement.at("as_of"), (label,), _OTHER_SOURCE)


_BEGINS = Text("mulai di sini", "it begins here")
_TURNED_PERIOD_HELP = Text(
    "tukar keduanya, atau perbaiki salah satunya", "swap the two, or correct one of them"
)


@rule("T410")
def turned_period(plan: Plan) -> Iterator[Finding]:
    """Masa berakhir sebelum mulai.

    A period ends before it begins.

    Mengapa: masa yang terbalik tidak pernah berlaku, sehingga tugasnya tidak ada yang memegang pada
    tahun berapa pun.

    Why: a period that is turned round is never in force, so nobody holds the duty in any year.

    Salah:

        - {indicator: M01, lead: DLH, from: 2021, until: 2019}

    Benar:

        - {indicator: M01, lead: DLH, from: 2019, until: 2021}
    """
    yield from _plan_years(plan)
    for opd in plan.opd:
        yield from _reversed(opd, Text(f"OPD `{opd.code}`", f"OPD `{opd.code}`"))
    for assignment in plan.assignments:
        code = assignment.indicator
        yield from _reversed(assignment, Text(f"penugasan untuk `{code}`", f"the assignment for `{code}`"))


def _plan_years(plan: Plan) -> Iterator[Finding]:
    for header in plan.headers:
        if header.first_year > header.last_year:
            message = Text(
                f"masa rencana berakhir {header.last_year}, padahal baru mulai {header.first_year}",
                f"the plan ends {header.last_year}, but only begins {header.first_year}",
            )
            label = Label(_BEGINS, header.at("first_year"))
            yield turned_period.finding(message, header.at("last_year"), (label,), _TURNED_PERIOD_HELP)


def _reversed(holder: Opd | Assignment, name: Text) -> Iterator[Finding]:
    begin, end = holder.from_, holder.until
    if begin is not None and end is not None and begin.first > end.last:
        message = Text(
            f"{name.id} berakhir {end.text('id')}, padahal baru mulai {begin.text('id')}",
            f"{name.en} ends {end.text('en')}, but only begins {begin.text('en')}",
        )
        yield turned_period.finding(
            message, holder.at("until"), (Label(_BEGINS, holder.at("from")),), _TURNED_PERIOD_HELP
        )


@rule("T412", Severity.WARNING)
def stage_outside_plan(plan: Plan) -> Iterator[Finding]:
    """Tahun tahapan di luar masa rencana.

    The year of a stage lies outside the plan.

    Mengapa: tahapan di luar masa rencana tidak muncul dalam laporan tahunan mana pun.

    Why: a stage outside the plan shows up in no yearly report.

    Salah:

        - {year: 2019, focus: Alun-alun}

    Benar:

        - {year: 2020, focus: Alun-alun}
    """
    header = plan.header
    if header is None or header.first_year > header.last_year:
        return
    for stage in plan.stages:
        if not header.first_year <= stage.year <= header.last_year:
            message = Text(
                f"tahapan {stage.year} di luar masa rencana {years(header)}",
                f"the stage of {stage.year} lies outside the plan, {years(header)}",
            )
            yield stage_outside_plan.finding(
                message, stage.at("year"), (bound(header, stage.year),), advice(header, stage.year)
            )


_FIRST = Text("yang pertama di sini", "the first is here")
_ONE_TARGET = Text("hapus salah satunya, atau perbaiki tahunnya", "take one of them out, or correct the year")
_ONE_STAGE = Text("gabungkan keduanya, atau perbaiki tahunnya", "make one of the two, or correct the year")


@rule("T413")
def doubled_year(plan: Plan) -> Iterator[Finding]:
    """Satu tahun ditulis dua kali.

    One year is written twice.

    Mengapa: dengan dua target untuk satu tahun, tidak jelas mana yang harus dicapai; dengan dua
    tahapan, tidak jelas mana fokusnya.

    Why: with two targets for one year nobody knows which is to be reached; with two stages, which is
    the focus.

    Salah:

        - {year: 2026, value: 15}
        - {year: 2026, value: 16}

    Benar:

        - {year: 2026, value: 15}
        - {year: 2027, value: 16}
    """
    for indicator in plan.indicators:
        for first, again in _duplicates(target for target in indicator.targets if _stands_alone(target)):
            message = Text(
                f"target {again.year} indikator `{indicator.code}` ditulis lebih dari sekali",
                f"the {again.year} target of `{indicator.code}` is written more than once",
            )
            yield _finding(message, first, again, _ONE_TARGET)
    for first, again in _duplicates(plan.stages):
        message = Text(
            f"tahapan {again.year} ditulis lebih dari sekali",
            f"the stage of {again.year} is written more than once",
        )
        yield _finding(message, first, again, _ONE_STAGE)


def _stands_alone(target: Target) -> bool:
    """Whether a target neither was withdrawn nor replaces an earlier one from a day on."""
    return target.withdrawn is None and target.known is None


def _duplicates(dated: Iterable[Target | Stage]) -> Iterator[tuple[Target | Stage, Target | Stage]]:
    first: dict[int, Target | Stage] = {}
    for record in dated:
        if first.setdefault(record.year, record) is not record:
            yield first[record.year], record


def _finding(message: Text, first: Target | Stage, again: Target | Stage, advice: Text) -> Finding:
    return doubled_year.finding(message, again.at("year"), (Label(_FIRST, first.at("year")),), advice)
