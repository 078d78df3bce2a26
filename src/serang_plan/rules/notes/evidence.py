"""Rules of evidence (E) whose findings are notes: old, disputed, unused or unchecked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from serang_plan.analysis.criteria.claim_check import (
    ClaimCheck,
    Incomparable,
    check_these,
    claims_on,
    list_of,
    why_incomparable,
)
from serang_plan.analysis.duties.leads import leads_on
from serang_plan.analysis.indicators.evidence import is_stale, latest, months_allowed
from serang_plan.analysis.indicators.standing import Standing, verdict_of
from serang_plan.analysis.known.known_plan import known_on
from serang_plan.analysis.known.known_since import known_since, source_codes
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.lookups.references import named_codes
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.indicator import Indicator, Measurement, Threshold
from serang_plan.model.plan import Plan, Unread
from serang_plan.model.source import Claim, Dispute
from serang_plan.model.when import months_between
from serang_plan.rules._figures import figure
from serang_plan.rules._plan_rule import rule
from serang_plan.wording import Lang, Text, backquoted, count_of, many, quoted, short_date

_CHECK = Text(
    "cocokkan dengan sumbernya, lalu ubah `verification`",
    "compare it with its source, then change `verification`",
)
_WEAK = {
    "berita": Text("berita", "news"),
    "perkiraan": Text("perkiraan", "an estimate"),
    "formulir": Text("formulir yang belum diterima", "a form that is not accepted yet"),
}


@rule("E602", Severity.NOTE)
def met_by_news_only(plan: Plan) -> Iterator[Finding]:
    """Indikator terpenuhi hanya menurut berita, perkiraan, atau nilai yang perlu dicek.

    An indicator is met by news, by an estimate or by an unchecked value only.

    Mengapa: pernyataan terpenuhi akan dikutip ke mana-mana. Sebelum diumumkan, angkanya perlu ada di
    dokumen resmi atau laporan.

    Why: once an indicator is called met, everybody will quote it. Before it is announced, the figure
    should stand in an official document or a report.

    Salah:

        - {as_of: 2022, value: 72.98, source: S32, verification: terverifikasi}

    Benar:

        - {as_of: 2022, value: 72.98, source: S91, verification: terverifikasi}
    """
    for indicator in plan.indicators:
        judged = verdict_of(plan, indicator)
        if judged.standing is Standing.MET and judged.value is not None:
            value = judged.value
            agreeing = [
                measurement for measurement in value.rivals if measurement.value == value.measurement.value
            ]
            if not any(_is_solid(plan, measurement) for measurement in (value.measurement, *agreeing)):
                yield _finding(plan, indicator, value.measurement)


def _is_solid(plan: Plan, measurement: Measurement) -> bool:
    return measurement.verification != "perlu-dicek" and _weakness(plan, measurement) is None


def _weakness(plan: Plan, measurement: Measurement) -> Text | None:
    sources = map(plan.source_by_code.get, source_codes(measurement))
    kinds = {source.kind for source in sources if source}
    if measurement.verification != "perlu-dicek":
        kinds -= {"formulir"}
    return next((text for kind, text in _WEAK.items() if kind in kinds), None)


def _finding(plan: Plan, indicator: Indicator, measurement: Measurement) -> Finding:
    value = figure(measurement.value, indicator.unit)
    weak = _weakness(plan, measurement)
    on = weak or Text("nilai yang masih `perlu-dicek`", "a value that is still `perlu-dicek`")
    message = Text(
        f"`{indicator.code}` terpenuhi hanya menurut {on.id}: {value.id} ({measurement.as_of.text('id')})",
        f"`{indicator.code}` is met only by {on.en}: {value.en} ({measurement.as_of.text('en')})",
    )
    if weak is None:
        return met_by_news_only.finding(message, measurement.at("value"), help=_CHECK)
    return met_by_news_only.finding(message, measurement.at("source"), help=_ask(indicator))


def _ask(indicator: Indicator) -> Text:
    if indicator.provider is None:
        return Text(
            "minta angka resminya, lalu tulis sumbernya di `source`",
            "ask for the official figure and name where it stands in `source`",
        )
    return Text(
        f"minta angka resminya ke `{indicator.provider}`, lalu tulis sumbernya di `source`",
        f"ask `{indicator.provider}` for the official figure and name where it stands in `source`",
    )


@rule("E603", Severity.NOTE)
def stale_value(plan: Plan) -> Iterator[Finding]:
    """Nilai terbaru sudah usang.

    The newest value is out of date.

    Mengapa: keadaan kota bisa sudah berubah sejak nilai itu diukur. Statusnya tetap, tetapi keputusan
    sebaiknya tidak bertumpu pada angka lama.

    Why: the city may have changed since then. The standing remains, but no decision should rest on an
    old figure.

    Salah:

        - {as_of: 2018-09, value: 12, source: S11}

    Benar:

        - {as_of: 2018-09, value: 12, source: S11}
        - {as_of: 2025, value: 14, source: S900}
    """
    for indicator in plan.indicators:
        newest = latest(plan, indicator)
        if newest is None or _has_newer_in_doubt(plan, indicator, newest.measurement):
            continue
        if is_stale(plan, indicator, newest.measurement):
            measurement = newest.measurement
            message = _stale_value_message(plan, indicator, measurement)
            yield stale_value.finding(
                message, measurement.at("as_of"), help=_stale_value_advice(plan, indicator)
            )


def _has_newer_in_doubt(plan: Plan, indicator: Indicator, newest: Measurement) -> bool:
    """Whether a newer value does not count because its date or its unit is wrong: a finding of its own."""
    return any(
        measurement.as_of.last > newest.as_of.last
        and (measurement.as_of.first > plan.last_told or measurement.unit not in (None, indicator.unit))
        for measurement in indicator.measurements
    )


def _stale_value_message(plan: Plan, indicator: Indicator, measurement: Measurement) -> Text:
    age = months_between(measurement.as_of.last, plan.as_of)
    most = months_allowed(plan, indicator)
    return Text(
        f"nilai terbaru `{indicator.code}` sudah usang: {measurement.as_of.text('id')}, "
        f"{age} bulan yang lalu; batasnya {most} bulan",
        f"the newest value of `{indicator.code}` is out of date: {measurement.as_of.text('en')}, "
        f"{age} months ago; the limit is {most} months",
    )


def _stale_value_advice(plan: Plan, indicator: Indicator) -> Text:
    provider = indicator.provider or next(iter(leads_on(plan, indicator.code, plan.as_of)), None)
    if provider is None:
        return Text(
            "tentukan siapa penghasil datanya di `provider`, lalu minta angka terbaru",
            "settle who produces the figure in `provider`, and ask for the newest one",
        )
    return Text(f"minta angka terbaru ke `{provider}`", f"ask `{provider}` for the newest figure")


@rule("E604", Severity.NOTE)
def claim_not_carried(plan: Plan) -> Iterator[Finding]:
    """Pernyataan tentang jumlah indikator yang terpenuhi tidak didukung bukti.

    What was said of the number of indicators met is not carried by the evidence.

    Mengapa: pernyataan dikutip apa adanya, tidak pernah dihitung supaya cocok. Selisihnya dengan bukti
    adalah bahan rakor: indikator mana yang dimaksud, dan apa buktinya? Pernyataan hanya dibandingkan dengan
    daftar yang dibicarakannya. Tanpa daftar itu tidak ada yang disimpulkan, kecuali daftar indikator di sini
    sudah resmi.

    Why: a statement is quoted as it was made and never computed to match. What lies between it and the
    evidence is work for the rakor: which indicators are meant, and what proves it? It is compared with the
    list of which it speaks. Without that list nothing is concluded, unless the indicators here are adopted.

    Salah:

        - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, indicators: 3, met: 2, source: S1}

    Benar:

        - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, indicators: 3, met: 1, source: S1}
    """
    in_full = all(is_read_in_full(plan, section) for section in ("indicators", "claims", "criteria"))
    if not (plan.claims and plan.indicators and in_full):
        return
    by_day = grouped((_day_of(plan, claim), claim) for claim in _newest(plan))
    for day, claims in by_day.items():
        if day is not None:
            yield from _on_day(plan, day, claims)


def _on_day(plan: Plan, day: date, claims: Iterable[Claim]) -> Iterator[Finding]:
    comparable = []
    for claim in claims:
        why = why_incomparable(plan, claim, list_of(plan, claim))
        if why is None:
            comparable.append(claim)
        elif why is Incomparable.UNKNOWN_LIST and claim.criteria is None and not claim.said:
            yield claim_not_carried.finding(_no_list(claim), claim.at("met"), help=_ASK)
    if comparable:
        then = known_on(plan, day)
        for checked in check_these(comparable, then, lists=plan):
            yield from _judged(then, checked)


def _newest(plan: Plan) -> Iterator[Claim]:
    """Give the newest claims about each list: what they say replaces what was said before."""
    claims = claims_on(plan)
    newest = {claim.criteria: claim.date for claim in claims}
    return (claim for claim in claims if claim.date == newest[claim.criteria])


def _day_of(plan: Plan, claim: Claim) -> date | None:
    """Return when a claim was made: later figures neither prove nor refute it."""
    made = claim.date.last if claim.date else known_since(plan, claim)
    return None if made is None else min(made, plan.as_of)


def _judged(then: Plan, check: ClaimCheck) -> Iterator[Finding]:
    claim = check.claim
    for code in check.against:
        yield claim_not_carried.finding(_item(then, check, code), claim.at("said", code), help=_COMPARE)
    is_off = check.could_be_true is False or (check.criteria is None and check.difference)
    if is_off and not check.against:
        yield claim_not_carried.finding(
            _claim_not_carried_message(then, check),
            claim.at("said" if claim.said else "met"),
            help=_claim_not_carried_advice(check),
        )


# -- a list that is not recorded -----------------------------------------------

_ASK = Text(
    "minta daftar yang dimaksud, tulis di bagian `criteria`, lalu sebut kodenya di `list`",
    "ask for the list that is meant, write it in the section `criteria` and name its code in `list`",
)


def _no_list(claim: Claim) -> Text:
    code, met = backquoted(claim.code), (claim.met or 0, claim.indicators or 0)
    return Text(
        f"pernyataan {code} menyebut {count_of(*met, 'id')} terpenuhi; {Incomparable.UNKNOWN_LIST.value.id}",
        f"claim {code} says {count_of(*met, 'en')} are met; {Incomparable.UNKNOWN_LIST.value.en}",
    )


# -- an item, and a number ------------------------------------------------------

_COMPARE = Text(
    "tanyakan dasarnya, atau periksa indikator yang berkaitan dengan butir itu",
    "ask what it rests on, or check the indicators that bear on that item",
)


def _item(then: Plan, check: ClaimCheck, code: str) -> Text:
    shown = Standing.MET if code in check.met else Standing.UNMET
    said = Standing.UNMET if shown is Standing.MET else Standing.MET
    claim, item = backquoted(check.claim.code), backquoted(code)
    day = short_date(then.as_of, "id"), short_date(then.as_of, "en")
    return Text(
        f"menurut pernyataan {claim} butir {item} {said.word.id}, tetapi bukti per {day[0]} "
        f"menunjukkan {shown.word.id}",
        f"claim {claim} says that item {item} is {said.word.en}, but evidence known on {day[1]} "
        f"shows it {shown.word.en}",
    )


def _claim_not_carried_message(plan: Plan, check: ClaimCheck) -> Text:
    return Text(_sentence(plan, check, "id"), _sentence(plan, check, "en"))


def _sentence(plan: Plan, check: ClaimCheck, lang: Lang) -> str:
    code, claimed = check.claim.code, count_of(check.said_met, check.said_of, lang)
    met, unmet, rest = len(check.met), len(check.unmet), len(check.open)
    day = short_date(plan.as_of, lang)
    if lang == "en":
        return (
            f"claim `{code}` says {claimed} are met, but evidence known on {day} shows {met} met, "
            f"{unmet} not met, and {rest} that cannot be settled; the claim "
            + ("may still be true" if check.could_be_true else "cannot be true")
        )
    return (
        f"pernyataan `{code}` menyebut {claimed} terpenuhi, tetapi bukti per {day} "
        f"menunjukkan {met} terpenuhi, {unmet} belum, dan {rest} belum dapat dipastikan; pernyataan itu "
        + ("masih mungkin benar" if check.could_be_true else "tidak mungkin benar")
    )


def _claim_not_carried_advice(check: ClaimCheck) -> Text:
    if check.criteria is not None:
        return Text(
            "tanyakan butir mana yang dimaksud, lalu tulis di `said`",
            "ask which items are meant, and write them in `said`",
        )
    if check.could_be_true and check.open:
        return Text(
            f"tanyakan indikator mana yang dimaksud; yang belum dapat dipastikan: {quoted(check.open, 16)}",
            f"ask which indicators are meant; those that cannot be settled: {quoted(check.open, 16)}",
        )
    return Text(
        "tanyakan indikator mana yang dimaksud, lalu catat di `declared` pada indikatornya",
        "ask which indicators are meant, and note it in `declared` of each of them",
    )


_DISPUTE_UNSETTLED_HELP = Text(
    "minta penjelasan dari sumbernya, lalu tulis hasilnya di `history`, sebagai `resolution`",
    "ask the sources to explain, and write the outcome in `history`, as `resolution`",
)


@rule("E607", Severity.NOTE)
def dispute_unsettled(plan: Plan) -> Iterator[Finding]:
    """Pertentangan data belum diselesaikan.

    A contradiction between published figures is not settled.

    Mengapa: angka yang saling bertentangan boleh dicatat berdampingan, tetapi suatu saat harus jelas
    mana yang benar. Selama belum, indikatornya mudah diperdebatkan.

    Why: figures that contradict each other may stand side by side, but some day it must be clear which
    is right. Until then its indicators are easily disputed.

    Salah:

        - code: P8
          topic: Penduduk miskin Maret 2022, keduanya dari BPS Kota Serang
          indicators: [M09]

    Benar:

        - code: P8
          topic: Penduduk miskin Maret 2022, keduanya dari BPS Kota Serang
          resolution: Dipakai 5,94 %; 6,12 % adalah angka lisan yang dibulatkan.
    """
    for dispute in plan.disputes:
        if dispute.resolution is None:
            yield dispute_unsettled.finding(
                _dispute_unsettled_message(dispute), dispute.at("topic"), help=_DISPUTE_UNSETTLED_HELP
            )


def _dispute_unsettled_message(dispute: Dispute) -> Text:
    code, topic, touched = dispute.code, backquoted(dispute.topic), quoted(dispute.indicators, 16)
    return Text(
        f"pertentangan `{code}` belum diselesaikan: {topic}" + (f", menyangkut {touched}" if touched else ""),
        f"dispute `{code}` is not settled: {topic}" + (f", about {touched}" if touched else ""),
    )


_UNUSED_SOURCE_HELP = Text(
    "tulis kodenya di `source` pada nilai yang memakainya, atau hapus sumber ini",
    "name it in `source` of the value that rests on it, or take it out",
)


@rule("E609", Severity.NOTE)
def unused_source(plan: Plan) -> Iterator[Finding]:
    """Sumber tidak dipakai.

    A source is named by nothing.

    Mengapa: sumber yang tidak dipakai biasanya berarti ada angka yang lupa diberi sumber, atau sumber
    yang tertinggal setelah angkanya dihapus.

    Why: a source that nothing names mostly means that a figure was left without its source, or that the
    figure has gone and the source was left behind.

    Salah:

        - {code: S12, title: Kajian RTH, kind: laporan}

    Benar:

        - {code: S11, title: Luas RTH di Kota Serang cuma 12 persen, kind: berita}
    """
    if plan.unread != Unread():
        return  # what could not be read may name it
    named = named_codes(plan).get(("sources",), ())
    for source in plan.sources:
        if source.code not in named:
            message = Text(
                f"sumber `{source.code}` tidak dipakai di mana pun",
                f"source `{source.code}` is named by nothing",
            )
            yield unused_source.finding(message, source.at("code"), help=_UNUSED_SOURCE_HELP)


_OTHER = Text("juga di sini", "here too")
_VERIFIED_ELSEWHERE_HELP = Text(
    "ubah `verification` menjadi `sekunder`, atau sebut dokumen resminya di `source`",
    "change `verification` to `sekunder`, or name the official document in `source`",
)
_PRIMARY = ("resmi", "salinan")


@rule("E611", Severity.NOTE)
def verified_elsewhere(plan: Plan) -> Iterator[Finding]:
    """Nilai atau ambang disebut `terverifikasi`, padahal sumbernya bukan dokumen resmi.

    A value or a threshold is called `terverifikasi`, but its source is no official document.

    Mengapa: `terverifikasi` berarti naskah aslinya sudah dibaca. Berita dan laporan pihak lain hanya
    mengutip, jadi laporan memperlakukannya sebagai `sekunder`. Salinan bunyi peraturan yang dibaca utuh
    boleh disebut `terverifikasi`.

    Why: `terverifikasi` means that the primary document was read. News and reports of others only quote,
    so reports treat it as `sekunder`. A copy of a law's text that was read in full may be called so.

    Salah:

        - {as_of: 2022, value: 72.98, source: S32, verification: terverifikasi}

    Benar:

        - {as_of: 2022, value: 72.98, source: S32, verification: sekunder}
    """
    for code, records in grouped(_misnamed(plan)).items():
        first, *more = records
        kind, count = plan.source_by_code[code].kind, len(records)
        message = Text(
            f"sumber `{code}` adalah `{kind}`, jadi `terverifikasi` di {count} tempat terhitung sekunder",
            f"source `{code}` is `{kind}`, so `terverifikasi` in {many(count, 'place')} counts as secondary",
        )
        labels = tuple(Label(_OTHER, record.at("verification")) for record in more)
        yield verified_elsewhere.finding(message, first.at("verification"), labels, _VERIFIED_ELSEWHERE_HELP)


def _misnamed(plan: Plan) -> Iterator[tuple[str, Measurement | Threshold]]:
    """Give what is called verified, by the first of its sources that is not official."""
    for indicator in plan.indicators:
        records: tuple[Measurement | Threshold, ...] = (*indicator.all_thresholds, *indicator.measurements)
        for record in records:
            codes = source_codes(record) if isinstance(record, Measurement) else (record.source or "",)
            known = [source for code in codes if (source := plan.source_by_code.get(code))]
            other = next((source.code for source in known if source.kind not in _PRIMARY), None)
            if record.verification == "terverifikasi" and other is not None:
                yield other, record
