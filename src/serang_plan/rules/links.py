"""Rules of links (L): a code that is on no list, or twice on one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.lookups.references import Reference, references
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.criteria import Criteria
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor
from serang_plan.model.record import Record
from serang_plan.model.source import Claim
from serang_plan.rules._codes import Listing, action_names, did_you_mean, indicator_list, pillar_list, unknown
from serang_plan.rules._plan_rule import rule
from serang_plan.rules._subjects import of_indicator
from serang_plan.wording import Text, only_near, quoted
from serang_plan.wording import backquoted as show


@rule("L203")
def unknown_indicator(plan: Plan) -> Iterator[Finding]:
    """Indikator yang disebut tidak ada dalam daftar indikator.

    An indicator is named that is not on the list of indicators.

    Mengapa: tugas, kegiatan atau keputusan yang menuju indikator yang tidak dikenal tidak ikut dihitung,
    sehingga indikator yang sebenarnya tampak belum dikerjakan.

    Why: a duty, an action or a decision for an unknown indicator is not counted, and the indicator that
    was meant looks as if nobody worked on it.

    Salah:

        - {indicator: M10, lead: DLH}

    Benar:

        - {indicator: M01, lead: DLH}
    """
    listing = indicator_list(plan)
    yield from unknown(
        unknown_indicator.rule, plan, listing, references(plan, "indicators", listed=listing.codes)
    )


@rule("L204")
def unknown_source(plan: Plan) -> Iterator[Finding]:
    """Sumber yang disebut tidak ada dalam daftar sumber.

    A source is named that is not on the list of sources.

    Mengapa: nilai dengan sumber yang tidak dikenal tidak dapat ditelusuri. Siapa pun yang meragukan
    angkanya tidak tahu harus membuka dokumen yang mana.

    Why: a value from an unknown source cannot be traced. Whoever doubts the figure does not know which
    document to open.

    Salah:

        - {as_of: 2018, value: 12, source: S111}

    Benar:

        - {as_of: 2018, value: 12, source: S11}
    """
    names = ((source.code, source.code) for source in plan.sources)
    listing = Listing(
        Text("sumber", "source"), Text("sumber", "sources"), "sources", plan.source_by_code, names
    )
    yield from unknown(unknown_source.rule, plan, listing, references(plan, "sources", listed=listing.codes))


@rule("L205")
def unknown_action(plan: Plan) -> Iterator[Finding]:
    """Kegiatan yang harus didahulukan tidak ada dalam daftar kegiatan.

    An action that must come first is not on the list of actions.

    Mengapa: urutan kegiatan hanya dapat diperiksa bila semua yang ditunggu tercatat. Kegiatan yang
    menunggu sesuatu yang tidak dikenal tidak pernah terlihat terhambat.

    Why: the order of actions can be checked only if everything waited for is recorded. An action that
    waits for something unknown never looks blocked.

    Salah:

        needs: [A99]

    Benar:

        needs: [A01]
    """
    listing = Listing(
        Text("kegiatan", "action"),
        Text("kegiatan", "actions"),
        "actions",
        plan.action_by_code,
        action_names(plan),
    )
    yield from unknown(unknown_action.rule, plan, listing, references(plan, "actions", listed=listing.codes))


@rule("L207")
def unknown_pillar(plan: Plan) -> Iterator[Finding]:
    """Pilar yang disebut tidak ada dalam visi rencana ini.

    A pillar is named that the plan's vision does not have.

    Mengapa: setiap indikator dinilai ikut mewujudkan pilar visi kota. Pilar yang salah tulis membuat
    pilar yang sebenarnya tampak tidak didukung.

    Why: indicators are read as work on the pillars of the city's vision. A misspelt pillar leaves the
    real one looking as if nothing supported it.

    Salah:

        pillars: [sejahtra]

    Benar:

        pillars: [sejahtera]
    """
    if plan.header is not None:  # without a header nothing can be said of its pillars
        listing = pillar_list(plan)
        yield from unknown(unknown_pillar.rule, plan, listing, references(plan, "plan", listed=listing.codes))


_NUMBERED = re.compile(r"([^\W\d]+[-.]?)(\d{1,9})")


@rule("L210")
def doubled_code(plan: Plan) -> Iterator[Finding]:
    """Satu kode dipakai dua kali.

    A code is used twice.

    Mengapa: yang merujuk kode itu hanya mendapat catatan yang pertama; yang kedua tidak pernah terbaca.
    Sering kali ini terjadi karena satu baris disalin dan kodenya lupa diganti.

    Why: whatever names the code gets the first record only; the second is never seen. Most often a line
    was copied and its code not changed.

    Salah:

        - {code: S10, title: UU 26/2007, kind: resmi}
        - {code: S10, title: Luas RTH cuma 12 persen, kind: berita}

    Benar:

        - {code: S10, title: UU 26/2007, kind: resmi}
        - {code: S11, title: Luas RTH cuma 12 persen, kind: berita}
    """
    for word, records in _coded(plan):
        first_of: dict[str, Record] = {}
        free = _FreeCodes(records)
        for record in records:
            first = first_of.setdefault(_code(record), record)
            if first is not record:
                yield _finding(word, first, record, free)


def _coded(plan: Plan) -> Iterator[tuple[Text, Sequence[Record]]]:
    yield Text("sumber", "source"), plan.sources
    yield Text("pernyataan", "claim"), plan.claims
    yield Text("daftar kriteria", "list of criteria"), plan.criteria
    for criteria in plan.criteria:
        yield Text("butir", "item"), criteria.items
    yield Text("pertentangan", "dispute"), plan.disputes
    yield Text("indikator", "indicator"), plan.indicators
    for indicator in plan.indicators:
        yield Text("deret", "series"), indicator.series
    yield Text("OPD", "OPD"), plan.opd
    yield Text("mitra", "partner"), plan.partners
    yield Text("wilayah", "region"), plan.regions
    yield Text("kegiatan", "action"), plan.actions
    decisions = [
        decision for rakor in plan.rakor for decision in rakor.decisions if decision.code is not None
    ]
    yield Text("keputusan", "decision"), decisions
    for header in plan.headers[:1]:
        yield Text("pilar", "pillar"), header.pillars


def _code(record: Record) -> str:
    return str(record.code)  # type: ignore[attr-defined]


def _finding(word: Text, first: Record, record: Record, free: _FreeCodes) -> Finding:
    typed = show(_code(record))
    return doubled_code.finding(
        Text(f"kode {typed} sudah dipakai {word.id} lain", f"the code {typed} is taken by another {word.en}"),
        record.at("code"),
        (Label(Text("dipakai pertama kali di sini", "first used here"), first.at("code")),),
        _advice(first, record, free),
    )


def _advice(first: Record, record: Record, free: _FreeCodes) -> Text:
    if first == record:
        return Text("isinya sama persis: hapus salah satu", "both say the same: delete one of them")
    next_code = free.after(_code(record))
    if next_code is None:
        return Text("beri kode lain, atau gabungkan keduanya", "give it another code, or merge the two")
    return Text(f"beri kode yang belum dipakai: `{next_code}`", f"give it a code that is free: `{next_code}`")


class _FreeCodes:
    """Codes that nobody uses yet, such as `M17` after `M16`; each is handed out once."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self._highest: dict[str, int] | None = None

    def after(self, code: str) -> str | None:
        numbered = _NUMBERED.fullmatch(code)
        if numbered is None:
            return None
        if self._highest is None:
            self._highest = self._look()
        prefix, digits = numbered.groups()
        self._highest[prefix] += 1
        return f"{prefix}{self._highest[prefix]:0{len(digits)}}"

    def _look(self) -> dict[str, int]:
        highest: dict[str, int] = {}
        for record in self._records:
            if numbered := _NUMBERED.fullmatch(_code(record)):
                prefix, digits = numbered.groups()
                highest[prefix] = max(highest.get(prefix, 0), int(digits))
        return highest


@rule("L214")
def unknown_dispute(plan: Plan) -> Iterator[Finding]:
    """Pertentangan yang disebut tidak ada dalam daftar pertentangan.

    A dispute is named that is not on the list of disputes.

    Mengapa: nilai yang menyebut pertentangannya tidak dipersoalkan dua kali. Bila pertentangan itu tidak
    tercatat, tidak ada yang menyelesaikannya.

    Why: a value that names its dispute is not questioned twice. If that dispute is not recorded, nobody
    settles it.

    Salah:

        - {as_of: 2022, value: 6.12, source: S1, dispute: P80}

    Benar:

        - {as_of: 2022, value: 6.12, source: S1, dispute: P8}
    """
    listing = Listing(
        Text("pertentangan", "dispute"),
        Text("pertentangan", "disputes"),
        "disputes",
        plan.dispute_by_code,
        ((dispute.code, dispute.code) for dispute in plan.disputes),
    )
    yield from unknown(
        unknown_dispute.rule, plan, listing, references(plan, "disputes", listed=listing.codes)
    )


_MOST_ASPECTS = 50
"""With more of them they are not headings any more, and there is nothing that others use."""


@rule("L215", Severity.WARNING)
def near_aspect(plan: Plan) -> Iterator[Finding]:
    """Aspek sebuah indikator hampir sama dengan aspek yang dipakai indikator lain.

    The aspect of an indicator is nearly that of others.

    Mengapa: laporan menyusun indikator menurut aspek. Satu huruf yang salah menjadi judul tersendiri, dan
    `gaps --aspect` melewatkan indikatornya.

    Why: reports put the indicators in order by aspect. One wrong letter becomes a heading of its own, and
    `gaps --aspect` passes the indicator by.

    Salah:

        aspect: ekonomii

    Benar:

        aspect: ekonomi
    """
    users = grouped((indicator.aspect, indicator) for indicator in plan.indicators)
    by_use = sorted(users, key=lambda aspect: -len(users[aspect]))[:_MOST_ASPECTS]
    for nth, aspect in enumerate(by_use):
        usual = only_near(aspect, by_use[:nth])
        if usual is not None:
            yield from _findings(users, aspect, usual)


def _findings(users: Mapping[str, tuple[Indicator, ...]], aspect: str, usual: str) -> Iterator[Finding]:
    first = users[usual][0]
    other = of_indicator(first)
    for indicator in users[aspect]:
        named = of_indicator(indicator)
        message = Text(
            f"aspek {named.id} ditulis {show(aspect)}, sedangkan {other.id} memakai {show(usual)}",
            f"the aspect of {named.en} is {show(aspect)}, while {other.en} has {show(usual)}",
        )
        label = Label(Text("aspek yang lazim", "the usual aspect"), first.at("aspect"))
        yield near_aspect.finding(message, indicator.at("aspect"), (label,), did_you_mean(usual))


@rule("L216")
def unknown_matter(plan: Plan) -> Iterator[Finding]:
    """Yang dituju sebuah keputusan tidak ada dalam daftar indikator maupun kegiatan.

    A decision is about something that is neither on the list of indicators nor on that of actions.

    Mengapa: keputusan rakor ditagih bersama indikator atau kegiatan yang ditujunya. Yang tidak dikenal tidak
    muncul di laporan mana pun.

    Why: a decision of a rakor is followed up together with the indicator or the action that it is about. What
    is unknown stands in no report.

    Salah:

        about: [M01, A09]

    Benar:

        about: [M01, A01]
    """
    listing = Listing(
        Text("indikator atau kegiatan", "indicator or action"),
        Text("indikator maupun kegiatan", "indicators or actions"),
        "indicators",
        {**plan.indicator_by_code, **plan.action_by_code},
        chain(indicator_list(plan).names, action_names(plan)),
        where=Text("bagian `indicators` atau `actions`", "`indicators` or `actions`"),
    )
    named = references(plan, "indicators", "actions", listed=listing.codes)
    yield from unknown(
        unknown_matter.rule,
        plan,
        listing,
        (matter for matter in named if not plan.was_refused("actions", matter.code)),
    )


@rule("L217")
def unknown_criteria(plan: Plan) -> Iterator[Finding]:
    """Daftar kriteria yang disebut sebuah pernyataan tidak tercatat.

    A claim names a list of criteria that is not recorded.

    Mengapa: pernyataan hanya dibandingkan dengan daftar yang dibicarakannya. Tanpa daftar itu tidak ada yang
    dapat disimpulkan darinya.

    Why: a claim is compared with nothing but the list that it speaks of. Without that list nothing follows
    from it.

    Salah:

        - {code: K4, date: 2020-05-08, by: Kepala BPIW, list: L9, indicators: 6, met: 6, source: S93}

    Benar:

        - {code: K4, date: 2020-05-08, by: Kepala BPIW, list: L1, indicators: 6, met: 6, source: S93}
    """
    names = ((name, criteria.code) for criteria in plan.criteria for name in (criteria.code, criteria.name))
    listing = Listing(
        Text("kriteria", "criteria"),
        Text("kriteria", "criteria"),
        "criteria",
        plan.criteria_by_code,
        names,
    )
    yield from unknown(
        unknown_criteria.rule, plan, listing, references(plan, "criteria", listed=listing.codes)
    )


@rule("L218")
def unknown_item(plan: Plan) -> Iterator[Finding]:
    """Butir yang disebut sebuah pernyataan tidak ada dalam daftarnya.

    A claim speaks of an item that its list does not have.

    Mengapa: pernyataan dibandingkan butir demi butir dengan daftar yang dibicarakannya. Butir yang tidak
    ada di sana, atau butir tanpa daftar, tidak dibandingkan dengan apa pun.

    Why: a claim is compared item by item with the list that it speaks of. An item that is not there, or
    one of no list at all, is compared with nothing.

    Salah:

        said: {L1-1: terpenuhi, L1-9: belum}

    Benar:

        said: {L1-1: terpenuhi, L1-2: belum}
    """
    for claim in plan.claims:
        if claim.said and claim.criteria is None:
            yield _without_list(plan, claim)
        elif claim.said and (criteria := plan.criteria_by_code.get(claim.criteria or "")):
            named = (Reference(code, claim, ("said", code)) for code, _ in claim.said)
            yield from unknown(unknown_item.rule, plan, _items(criteria), named)


def _items(criteria: Criteria) -> Listing:
    of = show(criteria.code)
    return Listing(
        Text("butir", "item"),
        Text(f"butir {of}", f"items of {of}"),
        "criteria",
        {item.code: item for item in criteria.items},
        ((name, item.code) for item in criteria.items for name in (item.code, item.name)),
        where=Text(f"`items` pada {of}", f"`items` of {of}"),
    )


def _without_list(plan: Plan, claim: Claim) -> Finding:
    code, lists = show(claim.code), quoted(plan.criteria_by_code)
    there = Text(f"; yang tercatat: {lists}", f"; recorded are: {lists}") if lists else Text("", "")
    return unknown_item.finding(
        Text(
            f"pernyataan {code} menyebut butir, tetapi tidak menyebut daftarnya",
            f"claim {code} speaks of items and names no list",
        ),
        claim.at("said"),
        help=Text(f"tulis kode daftarnya di `list`{there.id}", f"name the list in `list`{there.en}"),
    )


@rule("L219")
def unknown_series(plan: Plan) -> Iterator[Finding]:
    """Deret yang disebut sebuah nilai tidak dikenal indikatornya.

    A value is of a series that its indicator does not declare.

    Mengapa: hanya nilai satu deret yang boleh dibandingkan. Nilai dari deret yang tidak dikenal tidak ikut
    dihitung, padahal mungkin hanya salah tulis.

    Why: only values of one series may be compared. A value of an unknown series does not count, though it may
    be a slip of the pen.

    Salah:

        - {as_of: 2025, value: 73.5, source: S1, series: terangkat}

    Benar:

        - {as_of: 2025, value: 73.5, source: S1, series: terangkut}
    """
    for indicator in plan.indicators:
        named = [
            Reference(measurement.series, measurement, ("series",))
            for measurement in indicator.measurements
            if measurement.series is not None
        ]
        if named:
            yield from unknown(unknown_series.rule, plan, _series(indicator), named)


def _series(indicator: Indicator) -> Listing:
    of = show(indicator.code)
    return Listing(
        Text("deret", "series"),
        Text(f"deret {of}", f"series of {of}"),
        "indicators",
        {series.code: series for series in indicator.series},
        ((name, series.code) for series in indicator.series for name in (series.code, series.name)),
        where=Text(f"`series` pada {of}", f"`series` of {of}"),
    )


@rule("L220")
def unknown_decision(plan: Plan) -> Iterator[Finding]:
    """Keputusan yang disebut tidak ada dalam catatan rakor.

    A decision is named that is not among those of any rakor.

    Mengapa: keputusan yang menunggu, digantikan atau dibahas hanya dapat ditagih bila keputusan yang dimaksud
    tercatat.

    Why: what a decision waits for, what replaces it and what an agenda takes up can be followed only if that
    decision is recorded.

    Salah:

        waits_for: [R1-9]

    Benar:

        waits_for: [R1-2]
    """
    if not is_read_in_full(plan, "rakor"):
        return
    decisions = (decision for rakor in plan.rakor for decision in rakor.decisions)
    by_code = {decision.code: decision for decision in decisions if decision.code is not None}
    listing = Listing(
        Text("keputusan", "decision"),
        Text("keputusan rakor", "decisions"),
        "rakor",
        by_code,
        zip(by_code, by_code, strict=True),
    )
    yield from unknown(
        unknown_decision.rule, plan, listing, (named for rakor in plan.rakor for named in _named_in(rakor))
    )


def _named_in(rakor: Rakor) -> Iterator[Reference]:
    for item in rakor.agenda:
        if item.decision is not None:
            yield Reference(item.decision, item, ("decision",))
    for decision in rakor.decisions:
        yield from _named_by(decision)


def _named_by(decision: Decision) -> Iterator[Reference]:
    for nth, code in enumerate(decision.waits_for):
        yield Reference(code, decision, ("waits_for", nth))
    for entry in decision.history:
        if entry.superseded_by is not None:
            yield Reference(entry.superseded_by, entry, ("superseded_by",))
