"""Rules of evidence (E): values, thresholds and states that nothing or too little supports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from serang_plan.analysis.indicators.standing import Standing, Verdict, verdict_of, verdicts_of
from serang_plan.analysis.known.actions import told_at
from serang_plan.analysis.known.known_plan import known_on
from serang_plan.analysis.known.known_since import known_since
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.assertion import Assertion
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.rules._plan_rule import rule
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Text, backquoted, many, quoted, short_date

_VALUE_WITHOUT_SOURCE_HELP = Text(
    "tambahkan `source` dengan kode dari bagian `sources`",
    "add `source` with a code from the section `sources`",
)


@rule("E601")
def value_without_source(plan: Plan) -> Iterator[Finding]:
    """Nilai tanpa sumber.

    A value has no source.

    Mengapa: angka tanpa sumber tidak bisa dipertahankan di depan siapa pun, jadi tidak dipakai untuk
    menyatakan indikator terpenuhi.

    Why: nobody can stand by a figure without a source, so it is not used to call an indicator met.

    Salah:

        - {as_of: 2021, value: 98.38}

    Benar:

        - {as_of: 2021, value: 98.38, source: R5}
    """
    for indicator, measurement in measurements(plan):
        if measurement.source is None:
            name = StatedValue(indicator, measurement).name
            message = Text(f"{name.id} tidak punya sumber", f"{name.en} has no source")
            yield value_without_source.finding(
                message, measurement.at("value"), help=_VALUE_WITHOUT_SOURCE_HELP
            )


@rule("E605", Severity.WARNING)
def declared_against_data(plan: Plan) -> Iterator[Finding]:
    """Pernyataan tentang suatu indikator bertentangan dengan datanya.

    What was said of an indicator contradicts its data.

    Mengapa: selama keduanya bertentangan, indikator itu tidak dihitung terpenuhi dan tidak dihitung
    belum. Pernyataan tetap dikutip; yang dicari adalah angka di baliknya.

    Why: while the two contradict each other, the indicator counts neither as met nor as not met. The
    statement stays as quoted; what is wanted is the figure behind it.

    Salah:

        declared: {standing: terpenuhi, by: Kepala Dinas, date: 2022-08-01, source: S20}

    Benar:

        declared: {standing: belum, by: Kepala Dinas, date: 2022-08-01, source: S20}
    """
    for indicator in plan.indicators:
        if indicator.declared is not None:
            judged = verdict_of(plan, indicator)
            if judged.standing is Standing.CONTRADICTED:
                yield _finding(judged)


def _finding(verdict: Verdict) -> Finding:
    indicator, declared = verdict.indicator, verdict.declared
    value, threshold = verdict.value, verdict.threshold
    assert declared is not None
    assert value is not None
    assert threshold is not None
    measurement, time = value.measurement, value.measurement.as_of
    reached, goal = figure(measurement.value, indicator.unit), figure(threshold.value, indicator.unit)
    declaration = Text(declared.standing, "met" if declared.standing == "terpenuhi" else "not met")
    message = Text(
        f"`{indicator.code}` dinyatakan {declaration.id}, padahal nilainya {reached.id} ({time.text('id')}) "
        f"dan ambangnya {goal.id}",
        f"`{indicator.code}` is declared {declaration.en}, but its value is {reached.en} ({time.text('en')}) "
        f"and its threshold {goal.en}",
    )
    label = Label(Text("nilai yang menentukan", "the value that decides"), measurement.at("value"))
    return declared_against_data.finding(
        message, declared.at("standing"), (label,), _advice(backquoted(declared.by))
    )


def _advice(by: str) -> Text:
    return Text(
        f"tanyakan angka yang dipakai {by}, lalu catat di `measurements`",
        f"ask {by} for the figure behind it, and note it in `measurements`",
    )


_USED_WITHOUT_REASON_HELP = Text(
    "tulis di `reason` mengapa nilai ini yang dipakai", "say in `reason` why this value is used"
)


@rule("E606", Severity.WARNING)
def used_without_reason(plan: Plan) -> Iterator[Finding]:
    """Nilai ditandai dipakai tanpa alasan.

    A value is marked as used without a reason.

    Mengapa: memilih satu dari beberapa angka adalah keputusan. Tanpa alasan, pilihan itu terlihat
    seperti memilih angka yang paling menguntungkan.

    Why: to pick one of several figures is a decision. Without a reason it looks like picking the one
    that suits best.

    Salah:

        - {as_of: 2022-03, value: 5.94, source: S89, used: true}

    Benar:

        - {as_of: 2022-03, value: 5.94, source: S89, used: true, reason: Dipakai lagi pada 2023}
    """
    for indicator, measurement in measurements(plan):
        if measurement.used and measurement.reason is None:
            name = StatedValue(indicator, measurement).name
            message = Text(
                f"{name.id} ditandai `used` tanpa alasan",
                f"{name.en} is marked as `used` without a reason",
            )
            yield used_without_reason.finding(message, measurement.at("used"), help=_USED_WITHOUT_REASON_HELP)


_DONE_WITHOUT_EVIDENCE_HELP = Text(
    "tambahkan kode sumber yang membuktikannya di `evidence`",
    "add the code of the source that proves it to `evidence`",
)


@rule("E608", Severity.WARNING)
def done_without_evidence(plan: Plan) -> Iterator[Finding]:
    """Kegiatan selesai tanpa bukti.

    An action is done without evidence.

    Mengapa: kegiatan yang selesai menjadi dasar capaian. Tanpa bukti, capaian itu tidak bisa diperiksa.

    Why: what is done becomes the ground of an achievement. Without evidence nobody can check it.

    Salah:

        status: selesai
        done: 2020-12-08

    Benar:

        status: selesai
        done: 2020-12-08
        evidence: [S83]
    """
    for action in plan.actions:
        if action.status == "selesai" and not action.evidence:
            message = Text(
                f"kegiatan `{action.code}` dinyatakan selesai tanpa bukti",
                f"action `{action.code}` is said to be done, without evidence",
            )
            yield done_without_evidence.finding(
                message, told_at(action, "status"), help=_DONE_WITHOUT_EVIDENCE_HELP
            )


@rule("E610")
def too_few_of_standing(plan: Plan) -> Iterator[Finding]:
    """Indikator berstatus tertentu lebih sedikit daripada yang ditegaskan kota.

    Fewer indicators are of a standing than the city asserts.

    Mengapa: kota menegaskan apa yang harus berlaku pada suatu hari. Yang dihitung ialah apa yang
    diketahui pada hari itu; selisihnya disebut dengan nama, supaya jelas indikator mana yang berubah.

    Why: the city asserts what must hold on a day. What was known on that day is counted, and the
    difference is told by name, so that it is plain which indicator has changed.

    Salah:

        - {day: 2025-12-31, standing: terpenuhi, at_least: 2}

    Benar:

        - {day: 2025-12-31, standing: terpenuhi, at_least: 1}
    """
    if is_read_in_full(plan, "indicators"):
        by_day = grouped((assertion.day, assertion) for assertion in plan.assertions)
        for day, assertions in by_day.items():
            if day is not None and day <= plan.as_of:
                codes = grouped(_standings(known_on(plan, day)))
                for assertion in assertions:
                    yield from _checked(day, assertion, codes)


def _standings(plan: Plan) -> Iterator[tuple[Standing, str]]:
    return ((verdict.standing, verdict.indicator.code) for verdict in verdicts_of(plan))


def _checked(day: date, assertion: Assertion, codes: Mapping[Standing, tuple[str, ...]]) -> Iterator[Finding]:
    if assertion.standing is None or assertion.at_least is None:
        return
    standing, wanted = Standing(assertion.standing), assertion.at_least
    there = codes.get(standing, ())
    if len(there) < wanted:
        others = [code for other, those in codes.items() if other is not standing for code in those]
        message = _message(day, standing, there, wanted)
        yield too_few_of_standing.finding(
            message, assertion.at("at_least"), help=_help(wanted - len(there), others)
        )


def _message(day: date, standing: Standing, there: Sequence[str], wanted: int) -> Text:
    named = f" ({quoted(there, 16)})" if there else ""
    return Text(
        f"{len(there)} indikator berstatus {standing.word.id} per {short_date(day, 'id')}{named}, "
        f"padahal kota menegaskan sedikitnya {wanted}",
        f"{many(len(there), 'indicator')} {'is' if len(there) == 1 else 'are'} {standing.word.en} "
        f"on {short_date(day, 'en')}{named}, though the city asserts at least {wanted}",
    )


def _help(lacking: int, others: list[str]) -> Text:
    named = quoted(others, 16)
    if not named:
        return Text(f"kurang {lacking}", f"{lacking} too few")
    return Text(f"kurang {lacking}; yang lain: {named}", f"{lacking} too few; the others: {named}")


_OTHER = Text("juga di sini", "here too")
_UNDATED_THRESHOLDS_HELP = Text(
    "tulis `known: …`, `since: …`, atau tanggal terbit sumbernya",
    "write `known: …`, `since: …`, or when its source was published",
)


@rule("E612", Severity.WARNING)
def undated_thresholds(plan: Plan) -> Iterator[Finding]:
    """Ambang tanpa tanggal.

    Thresholds without a date.

    Mengapa: ambang yang tidak diketahui sejak kapan terhitung berlaku pada setiap hari, juga pada hari
    ketika belum ada. Laporan menandainya *tanpa tanggal*, dan putusan untuk hari yang lampau bisa keliru.

    Why: a threshold of which nobody knows since when it exists counts on every day, also on days when it
    was not there yet. Reports mark it as undated, and a standing for a day in the past may be wrong.

    Salah:

        - {value: 70, kind: nasional, basis: Perpres 97/2017}

    Benar:

        - {value: 70, kind: nasional, basis: Perpres 97/2017, known: 2017}
    """
    undated = [
        (indicator.code, threshold)
        for indicator in plan.indicators
        for threshold in indicator.all_thresholds
        if known_since(plan, threshold) is None
    ]
    if undated:
        codes = tuple(dict.fromkeys(code for code, _ in undated))
        (_, first), *more = undated
        message = Text(
            f"{len(undated)} ambang tanpa tanggal: {quoted(codes, 16)}",
            f"{many(len(undated), 'threshold')} without a date: {quoted(codes, 16)}",
        )
        labels = tuple(Label(_OTHER, threshold.at("value")) for _, threshold in more)
        yield undated_thresholds.finding(message, first.at("value"), labels, _UNDATED_THRESHOLDS_HELP)
