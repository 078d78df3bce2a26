"""Rules of coordination (K): duties and actions of OPD that overlap, repeat or leave a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from serang_plan.analysis.actions.active_years import carrier, may_run_in, years_of
from serang_plan.analysis.actions.overlaps import Clash, likely_duplicates, same_place
from serang_plan.analysis.duties.succession import (
    LeadGap,
    Succession,
    double_leads,
    first_day_typed,
    last_day_typed,
    lead_gaps,
    start_of,
)
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.action import Action, Place, Stage
from serang_plan.model.plan import Plan
from serang_plan.places import Pointer
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.rules._plan_rule import rule
from serang_plan.rules._subjects import of_coded
from serang_plan.wording import Text, short_date
from serang_plan.wording import backquoted as show

BEFORE = Text("pengampu yang satu lagi", "the other lead")


@rule("K701")
def two_leads(plan: Plan) -> Iterator[Finding]:
    """Satu indikator punya dua pengampu pada waktu yang sama.

    An indicator has two leads at the same time.

    Mengapa: bila dua OPD sama-sama mengampu, masing-masing bisa menunggu yang lain, dan di rakor tidak jelas
    siapa yang menjawab. Pengampu cukup satu; yang lain menjadi pendukung.

    Why: where two OPD lead, each may wait for the other, and at the rakor nobody knows who answers. One
    leads, the others support.

    Salah:

        - {indicator: M01, lead: DPRKP}
        - {indicator: M01, lead: DLH, from: 2021}

    Benar:

        - {indicator: M01, lead: DPRKP, until: 2020}
        - {indicator: M01, lead: DLH, from: 2021}
    """
    for turn in double_leads(plan):
        yield two_leads.finding(
            _two_leads_message(plan, turn),
            turn.after.at("lead"),
            labels=(Label(BEFORE, turn.before.at("lead")),),
            help=_two_leads_advice(turn),
        )


def _two_leads_message(plan: Plan, turn: Succession) -> Text:
    named = indicator_named(plan, turn.after.indicator)
    first, other = show(turn.before.lead), show(turn.after.lead)
    since = start_of(turn.after)
    when_id = "" if since == date.min else f" mulai {short_date(since, 'id')}"
    when_en = "" if since == date.min else f" from {short_date(since, 'en')}"
    return Text(
        f"indikator {named.id} punya dua pengampu sekaligus{when_id}: {first} dan {other}",
        f"indicator {named.en} has two leads at once{when_en}: {first} and {other}",
    )


def _two_leads_advice(turn: Succession) -> Text:
    since = turn.after.from_
    if since is None or start_of(turn.before) == since.first:
        return Text(
            "pilih satu pengampu, dan pindahkan yang lain ke `support`",
            "choose one lead, and move the other to `support`",
        )
    until = show(f"until: {last_day_typed(since.first - timedelta(days=1))}")
    return Text(
        f"akhiri tugas {show(turn.before.lead)} dengan {until}, atau pindahkan salah satunya ke `support`",
        f"end the duty of {show(turn.before.lead)} with {until}, or move one of them to `support`",
    )


@rule("K703", Severity.WARNING)
def same_place_same_year(plan: Plan) -> Iterator[Finding]:
    """Dua OPD punya kegiatan di tempat yang sama pada tahun yang sama.

    Two OPD have actions in the same place in the same year.

    Mengapa: jalan yang baru diperbaiki digali lagi untuk drainase, taman yang baru jadi dilewati alat berat.
    Kegiatan di satu kelurahan atau lokasi perlu disepakati urutannya. Bila yang satu sudah menunggu yang lain
    (`needs`), urutannya jelas dan aturan ini diam.

    Why: a road that was just repaired is dug up for a drain. Actions in one kelurahan or at one site need an
    agreed order. Where one already waits for the other (`needs`), the order is clear and this rule is silent.

    Salah:

      - {code: A01, name: Trotoar, opd: DPUPR, start: 2026, finish: 2027, place: {kelurahan: "36.73.01.1003"}}
      - {code: A02, name: Taman, opd: DLH, start: 2027, place: {kelurahan: "36.73.01.1003"}}

    Benar:

      - {code: A01, name: Trotoar, opd: DPUPR, start: 2026, finish: 2027, place: {kelurahan: "36.73.01.1003"}}
      - {code: A02, name: Taman, opd: DLH, start: 2027, needs: [A01], place: {kelurahan: "36.73.01.1003"}}
    """
    for clash in same_place(plan):
        place, other = clash.first.action.place, clash.second.action.place
        if place is not None and other is not None:
            yield _same_place_same_year_finding(plan, clash, place, other)


def _same_place_same_year_finding(plan: Plan, clash: Clash, place: Place, other: Place) -> Finding:
    in_kelurahan = place.kelurahan is not None and place.kelurahan == other.kelurahan
    key = "kelurahan" if in_kelurahan else "site"
    place_id, place_en = _where(plan, other, in_kelurahan)
    first, second = show(clash.first.opd), show(clash.second.opd)
    message = Text(
        f"{first} dan {second} sama-sama punya kegiatan di {place_id} pada {clash.year}",
        f"{first} and {second} both have actions {place_en} in {clash.year}",
    )
    return same_place_same_year.finding(
        message,
        other.at(key),
        labels=(_label(clash, place.at(key)),),
        help=_same_place_same_year_advice(clash),
    )


def _where(plan: Plan, place: Place, in_kelurahan: bool) -> tuple[str, str]:
    if not in_kelurahan:
        return show(place.site), f"at {show(place.site)}"
    region = plan.region_by_code.get(place.kelurahan or "")
    name = f"Kelurahan {region.name}" if region else f"kelurahan {show(place.kelurahan)}"
    return name, f"in {name}"


def _label(clash: Clash, at: Pointer) -> Label:
    opd, name = show(clash.first.opd), show(clash.first.action.name)
    return Label(Text(f"kegiatan {opd}: {name}", f"action of {opd}: {name}"), at)


def _same_place_same_year_advice(clash: Clash) -> Text:
    first, second = show(clash.first.action.code), show(clash.second.action.code)
    needs = show(f"needs: [{clash.first.action.code}]")
    return Text(
        f"sepakati urutannya; bila {second} menunggu {first}, tulis {needs} pada {second}",
        f"agree on the order; if {second} waits for {first}, write {needs} in {second}",
    )


LIKELY_DUPLICATE_ADVICE = Text(
    "gabungkan bila memang satu kegiatan; bila berbeda, perjelas `name`, atau tulis urutannya di `needs`",
    "merge them if they are one action; if not, make `name` clearer, or write their order in `needs`",
)


@rule("K704", Severity.WARNING)
def likely_duplicate(plan: Plan) -> Iterator[Finding]:
    """Dua OPD punya kegiatan yang namanya hampir sama pada tahun yang sama.

    Two OPD have actions with nearly the same name in the same year.

    Mengapa: pekerjaan yang sama bisa dianggarkan dua kali, dan dampaknya terhadap indikator terhitung dua
    kali. Kata umum seperti pembangunan atau penataan tidak ikut dibandingkan.

    Why: the same work may be paid for twice, and its effect on an indicator counts twice. Usual words such as
    pembangunan or penataan are not compared.

    Salah:

        - {code: A01, name: Pembangunan Taman Deduluran, opd: DPRKP, start: 2026, finish: 2026}
        - {code: A02, name: Penataan Taman Deduluran, opd: DLH, start: 2026, finish: 2027}

    Benar:

        - {code: A01, name: Pembangunan Taman Deduluran, opd: DPRKP, start: 2026, finish: 2026}
        - {code: A02, name: Perawatan pohon Taman Deduluran, opd: DLH, start: 2027, finish: 2027}
    """
    for first, other, year in likely_duplicates(plan):
        twin = of_coded(first.action.code, first.action.name)
        name, opd, other_opd = show(other.action.name), show(first.opd), show(other.opd)
        yield likely_duplicate.finding(
            Text(
                f"{name} ({other_opd}) mirip dengan {twin.id} ({opd}), dan keduanya berjalan pada {year}",
                f"{name} ({other_opd}) looks like {twin.en} ({opd}), and both run in {year}",
            ),
            other.action.at("name"),
            labels=(Label(Text(f"kegiatan {opd}", f"the action of {opd}"), first.action.at("name")),),
            help=LIKELY_DUPLICATE_ADVICE,
        )


LIMIT = Text("batasnya ditetapkan di sini", "the limit is set here")


@rule("K705", Severity.WARNING)
def too_many_actions(plan: Plan) -> Iterator[Finding]:
    """Satu OPD punya lebih banyak kegiatan dalam setahun daripada batas yang ditetapkan rencana.

    An OPD has more actions in a year than the limit that the plan sets.

    Mengapa: OPD yang memegang terlalu banyak kegiatan sekaligus biasanya menggeser sebagian. Lebih baik
    dipilih dan digeser sekarang daripada terlambat di akhir tahun. Tahun yang sudah lewat tidak diperiksa.

    Why: an OPD that holds too many actions at once usually puts some of them off. It is better to choose now
    than to be late at the end of the year. Years gone by are not checked.

    Salah:

        - {code: A01, name: Pasar malam, opd: DISDAG, start: 2026, finish: 2026}
        - {code: A02, name: Pusat kuliner, opd: DISDAG, start: 2026, finish: 2027}
        - {code: A03, name: Gudang pangan, opd: DISDAG, start: 2026, finish: 2026}

    Benar:

        - {code: A01, name: Pasar malam, opd: DISDAG, start: 2026, finish: 2026}
        - {code: A02, name: Pusat kuliner, opd: DISDAG, start: 2026, finish: 2027}
        - {code: A03, name: Gudang pangan, opd: DISDAG, start: 2027, finish: 2027}
    """
    most = plan.settings.most_actions
    if most is None:
        return
    for year, carried in _by_opd_and_year(plan):
        if len(carried) > most:
            limit = Label(LIMIT, plan.settings.at("most_actions"))
            yield _too_many_actions_finding(carried[most], year, len(carried), most, limit)


def _too_many_actions_finding(beyond: Reference, year: int, count: int, most: int, limit: Label) -> Finding:
    opd = show(beyond.code)
    message = Text(
        f"{opd} punya {count} kegiatan pada {year}, melebihi batas {most}",
        f"{opd} has {count} actions in {year}, above the limit of {most}",
    )
    advice = Text(
        f"geser sebagian ke tahun lain (`finish` di `history`), atau naikkan `most_actions` menjadi {count}",
        f"put some off to another year (`finish` in `history`), or raise `most_actions` to {count}",
    )
    return too_many_actions.finding(message, beyond.at, labels=(limit,), help=advice)


def _by_opd_and_year(plan: Plan) -> Iterator[tuple[int, list[Reference]]]:
    """Give the actions of each OPD in each year that is not over yet."""
    carried_by: dict[tuple[str, int], list[Reference]] = defaultdict(list)
    for action in plan.actions:
        carried = carrier(plan, action)
        if carried is not None and carried.code in plan.opd_by_code:
            for year in years_of(plan, action):
                if year >= plan.as_of.year:
                    carried_by[carried.code, year].append(carried)
    yield from ((year, carried) for (_, year), carried in carried_by.items())


@rule("K706", Severity.WARNING)
def focus_opd_without_action(plan: Plan) -> Iterator[Finding]:
    """OPD fokus suatu tahapan tidak punya kegiatan pada tahun itu.

    A stage's focus OPD has no action in that year.

    Mengapa: fokus tahunan menjanjikan sesuatu. Tanpa kegiatan OPD yang disebut, tahun itu lewat tanpa hasil.

    Why: a year's focus is a promise. Without an action of the OPD that it names, the year passes with nothing
    to show.

    Salah:

        stages:
          - {year: 2027, focus: Ruang terbuka hijau, opd: [DLH]}
        actions:
          - {code: A01, name: Taman kelurahan, opd: DLH, start: 2025, finish: 2026}

    Benar:

        stages:
          - {year: 2027, focus: Ruang terbuka hijau, opd: [DLH]}
        actions:
          - {code: A01, name: Taman kelurahan, opd: DLH, start: 2026, finish: 2027}
    """
    if not is_read_in_full(plan, "actions"):
        return
    actions_of = _actions_by_opd(plan)
    for stage in plan.stages:
        for nth, code in enumerate(stage.opd):
            busy = any(may_run_in(plan, action, stage.year) for action in actions_of.get(code, ()))
            if code in plan.opd_by_code and not busy:
                yield _focus_opd_without_action_finding(stage, nth)


def _focus_opd_without_action_finding(stage: Stage, nth: int) -> Finding:
    opd, year = show(stage.opd[nth]), stage.year
    message = Text(
        f"{opd} disebut sebagai OPD fokus {year}, tetapi tidak punya kegiatan pada tahun itu",
        f"{opd} is named as a focus OPD of {year}, but has no action in that year",
    )
    advice = Text(
        f"tambahkan kegiatan {opd} yang berjalan pada {year} ke `actions`",
        f"add an action of {opd} that runs in {year} to `actions`",
    )
    return focus_opd_without_action.finding(message, stage.at("opd", nth), help=advice)


def _actions_by_opd(plan: Plan) -> Mapping[str, list[Action]]:
    """Return the actions of each OPD; one that was handed on counts for both."""
    actions_of: dict[str, list[Action]] = defaultdict(list)
    for action in plan.actions:
        carried = carrier(plan, action)
        for code in {action.opd, carried.code if carried else None} - {None}:
            actions_of[str(code)].append(action)
    return actions_of


LEAD_ALSO_SUPPORTS_ADVICE = Text(
    "hapus dari `support`, atau ganti dengan OPD yang dimaksud",
    "take it out of `support`, or put the OPD that was meant",
)


@rule("K708", Severity.WARNING)
def lead_also_supports(plan: Plan) -> Iterator[Finding]:
    """Satu OPD disebut dua kali dalam satu pembagian tugas.

    An OPD is named twice in one assignment.

    Mengapa: pengampu dengan sendirinya ikut bekerja. Disebut lagi sebagai pendukung, ia terhitung dua kali
    dalam beban OPD, dan sering berarti OPD lain yang dimaksud tidak tertulis.

    Why: the lead works on it anyway. Named again as a supporter it counts twice, and often another OPD was
    meant.

    Salah:

        - {indicator: M03, lead: DPRKP, support: [DPUPR, DPRKP]}

    Benar:

        - {indicator: M03, lead: DPRKP, support: [DPUPR, DINKES]}
    """
    for assignment in plan.assignments:
        seen = {assignment.lead: assignment.at("lead")}
        for nth, code in enumerate(assignment.support):
            at = assignment.at("support", nth)
            if code in seen:
                label = Label(Text("sudah disebut di sini", "already named here"), seen[code])
                of = indicator_named(plan, assignment.indicator)
                yield lead_also_supports.finding(
                    _lead_also_supports_message(show(code), of, code == assignment.lead),
                    at,
                    (label,),
                    LEAD_ALSO_SUPPORTS_ADVICE,
                )
            seen.setdefault(code, at)


def _lead_also_supports_message(opd: str, of: Text, leads: bool) -> Text:
    if leads:
        return Text(
            f"{opd} disebut sebagai pengampu {of.id} dan sekaligus pendukungnya",
            f"{opd} is named as the lead of {of.en} and as its supporter too",
        )
    return Text(
        f"{opd} disebut dua kali sebagai pendukung {of.id}", f"{opd} is named twice as a supporter of {of.en}"
    )


ENDED = Text("tugas sebelumnya berakhir di sini", "the assignment before ends here")


@rule("K709", Severity.WARNING)
def gap_between_leads(plan: Plan) -> Iterator[Finding]:
    """Ada waktu di antara dua pembagian tugas ketika indikator tidak punya pengampu.

    Between two assignments there is a time when nobody leads the indicator.

    Mengapa: selama tidak ada pengampu, tidak ada yang mengumpulkan nilai, menjawab di rakor, atau menjaga
    kegiatan tetap berjalan.

    Why: while nobody leads, nobody collects the value, answers at the rakor or keeps the actions going.

    Salah:

        - {indicator: M07, lead: DISHUB, until: 2024}
        - {indicator: M07, lead: DPUPR, from: 2025-TW3}

    Benar:

        - {indicator: M07, lead: DISHUB, until: 2025-TW2}
        - {indicator: M07, lead: DPUPR, from: 2025-TW3}
    """
    for gap in lead_gaps(plan):
        if not plan.was_refused("assignments", gap.succession.after.indicator):
            yield _gap_between_leads_finding(plan, gap)


def _gap_between_leads_finding(plan: Plan, gap: LeadGap) -> Finding:
    before, after = gap.succession
    named = indicator_named(plan, after.indicator)
    start = show(f"from: {first_day_typed(gap.first)}")
    message = Text(
        f"indikator {named.id} tidak punya pengampu dari {short_date(gap.first, 'id')} "
        f"sampai {short_date(gap.last, 'id')}",
        f"indicator {named.en} has no lead from {short_date(gap.first, 'en')} "
        f"to {short_date(gap.last, 'en')}",
    )
    advice = Text(
        f"sambung dengan {start}, atau tambahkan tugas untuk masa di antaranya",
        f"join them with {start}, or add an assignment for the time between",
    )
    return gap_between_leads.finding(
        message, after.at("from"), labels=(Label(ENDED, before.at("until")),), help=advice
    )
