"""Rules of completeness (C) whose findings are notes: what is not written yet."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.active_years import years_of
from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.indicators.evidence import reaches
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.known.actions import told_at
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.references import Reference, duties_named
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import indicator_list, meant_by_slips, opd_list
from serang_plan.rules._plan_rule import rule
from serang_plan.rules._subjects import (
    falls_short,
    indicators,
    live_actions,
    not_met,
    of_coded,
    of_indicator,
    of_years,
)
from serang_plan.wording import Text, quoted


@rule("C302", Severity.NOTE)
def no_threshold(plan: Plan) -> Iterator[Finding]:
    """Indikator belum punya ambang.

    An indicator has no threshold.

    Mengapa: tanpa ambang, tidak ada nilai yang dapat disebut terpenuhi atau belum. Selama belum ada yang
    menetapkan, ambangnya perlu diusulkan dalam rakor.

    Why: without a threshold no value can be called met or not met. Until somebody sets one, it should be
    proposed at the rakor.

    Salah:

        - code: M06
          name: Jalan kota kondisi mantap
          aspect: fisik-lingkungan
          unit: "% panjang jalan"
          direction: naik

    Benar:

        - code: M06
          name: Jalan kota kondisi mantap
          aspect: fisik-lingkungan
          unit: "% panjang jalan"
          direction: naik
          thresholds:
            - {value: 85, kind: kebijakan, basis: Usulan rakor}
    """
    for indicator in indicators(plan):
        if not indicator.all_thresholds:
            named = of_indicator(indicator)
            yield no_threshold.finding(
                Text(f"indikator {named.id} belum punya ambang", f"indicator {named.en} has no threshold"),
                indicator.at("code"),
                help=Text(
                    "tambahkan `thresholds: [{value: …, kind: kebijakan, basis: …, known: …}]`",
                    "add `thresholds: [{value: …, kind: kebijakan, basis: …, known: …}]`",
                ),
            )


_NO_TARGET_HELP = Text(
    "tambahkan `targets`; usulannya dapat dibuat dengan `serang-plan stages --propose`",
    "add `targets`; `serang-plan stages --propose` can propose some",
)


@rule("C303", Severity.NOTE)
def no_target(plan: Plan) -> Iterator[Finding]:
    """Indikator belum memenuhi ambang dan belum punya target.

    An indicator has not met its threshold and has no target.

    Mengapa: ambang mengatakan ke mana, target mengatakan kapan. Tanpa target tahunan tidak ada yang dapat
    mengatakan apakah kerja tahun ini cukup cepat.

    Why: the threshold says where to, targets say by when. Without yearly targets nobody can say whether
    this year's work is fast enough.

    Salah:

        measurements: [{as_of: 2025, value: 12, source: S900}]

    Benar:

        measurements: [{as_of: 2025, value: 12, source: S900}]
        targets: [{year: 2026, value: 13}, {year: 2027, value: 15}]
    """
    for verdict in not_met(plan):
        indicator = verdict.indicator
        if falls_short(verdict) and not indicator.targets:
            named = of_indicator(indicator)
            message = Text(
                f"indikator {named.id} belum terpenuhi dan belum punya target",
                f"indicator {named.en} is not met and has no target",
            )
            yield no_target.finding(message, indicator.at("code"), help=_NO_TARGET_HELP)


_CANCELLED = Text("kegiatan ini batal", "this action is cancelled")


@rule("C305", Severity.NOTE)
def no_action(plan: Plan) -> Iterator[Finding]:
    """Indikator yang belum terbukti terpenuhi belum punya kegiatan.

    An indicator that is not shown to be met has no action.

    Mengapa: rakor meminta setiap OPD memaparkan program prioritas untuk indikator yang belum terpenuhi.
    Indikator tanpa kegiatan tidak akan berubah karena rencana ini.

    Why: the rakor asks every OPD for the priority programmes that will meet the rest. An indicator without
    an action will not move because of this plan.

    Salah:

        - {code: A01, name: Taman Deduluran, indicators: [{code: M01}]}

    Benar:

        - {code: A01, name: Taman Deduluran, indicators: [{code: M01}]}
        - {code: A02, name: Bank sampah tiap RW, indicators: [{code: M02}]}
    """
    if not is_read_in_full(plan, "actions"):
        return
    slips = meant_by_slips(plan, indicator_list(plan), _named_by_actions(plan))
    for verdict in not_met(plan):
        indicator = verdict.indicator
        actions = plan.actions_by_indicator.get(indicator.code, ())
        if indicator.code not in slips and all(action.status == "batal" for action in actions):
            named, code = of_indicator(indicator), indicator.code
            yield no_action.finding(
                Text(f"indikator {named.id} belum punya kegiatan", f"indicator {named.en} has no action"),
                indicator.at("code"),
                tuple(Label(_CANCELLED, told_at(action, "status")) for action in actions[:2]),
                Text(
                    f"tulis `indicators: [{{code: {code}}}]` pada kegiatan yang menuju indikator ini",
                    f"write `indicators: [{{code: {code}}}]` in the action that serves it",
                ),
            )


def _named_by_actions(plan: Plan) -> Iterator[Reference]:
    for action in plan.actions:
        for effect in action.indicators:
            yield Reference(effect.code, effect, ("code",))


_NO_VALUE_HELP = Text(
    "tambahkan `measurements: [{as_of: …, value: …, source: …}]`",
    "add `measurements: [{as_of: …, value: …, source: …}]`",
)


@rule("C306", Severity.NOTE)
def no_value(plan: Plan) -> Iterator[Finding]:
    """Indikator belum punya nilai.

    An indicator has no value.

    Mengapa: yang tidak diketahui bukan berarti terpenuhi, dan bukan berarti belum. Penghasil datanya perlu
    diminta sebelum rakor, supaya yang dibahas keadaannya, bukan dugaannya.

    Why: unknown is neither met nor unmet. Ask whoever produces the figure before the rakor, so that the
    meeting speaks of what is, not of guesses.

    Salah:

        - code: M10
          name: Rasio tempat tidur RS
          aspect: sosial
          unit: TT per 1.000 penduduk
          direction: naik
          threshold: {value: 1, kind: hukum, basis: Permenkumham 34/2016}

    Benar:

        - code: M10
          name: Rasio tempat tidur RS
          aspect: sosial
          unit: TT per 1.000 penduduk
          direction: naik
          threshold: {value: 1, kind: hukum, basis: Permenkumham 34/2016}
          measurements: [{as_of: 2025, value: 0.8, source: S900}]
    """
    for indicator in indicators(plan):
        if not indicator.measurements:
            named = of_indicator(indicator)
            message = Text(f"indikator {named.id} belum punya nilai", f"indicator {named.en} has no value")
            yield no_value.finding(message, indicator.at("code"), help=_NO_VALUE_HELP)


_NAMING = ("assignments", "actions", "stages", "rakor", "indicators")


@rule("C307", Severity.NOTE)
def opd_without_duty(plan: Plan) -> Iterator[Finding]:
    """OPD belum mendapat tugas apa pun.

    An OPD has no duty at all.

    Mengapa: dalam rakor disebut bahwa setiap OPD punya tugas. OPD yang tidak disebut di mana pun tidak
    tahu apa yang harus dibawanya ke rakor berikutnya.

    Why: the rakor said that every OPD has a duty in this. An OPD that is named nowhere does not know what
    to bring to the next rakor.

    Salah:

        - {indicator: M01, lead: DPRKP, support: [DPUPR]}

    Benar:

        - {indicator: M01, lead: DPRKP, support: [DPUPR, BPKAD]}
    """
    if not all(is_read_in_full(plan, section) for section in _NAMING):
        return
    duties = list(duties_named(plan))
    no_partners = (duty for duty in duties if duty.code not in plan.partner_by_code)
    busy = {duty.code for duty in duties} | meant_by_slips(plan, opd_list(plan), no_partners)
    for opd in plan.opd_by_code.values():
        if opd.code not in busy and exists_on(opd, plan.as_of):
            named = of_coded(opd.code, opd.name)
            yield opd_without_duty.finding(
                Text(f"OPD {named.id} belum mendapat tugas apa pun", f"OPD {named.en} has no duty at all"),
                opd.at("code"),
                help=Text(
                    f"sebut `{opd.code}` pada `lead` atau `support`, atau pada `opd` suatu kegiatan",
                    f"name `{opd.code}` in `lead` or `support`, or as the `opd` of an action",
                ),
            )


@rule("C308", Severity.NOTE)
def empty_year(plan: Plan) -> Iterator[Finding]:
    """Ada tahun ketika indikator yang belum terpenuhi tidak punya target maupun kegiatan.

    An indicator that is not met has neither target nor action in some year.

    Mengapa: jalan menuju metropolis butuh waktu dan tahapan. Tahun yang kosong adalah tahun ketika tidak
    ada yang dikerjakan dan tidak ada yang ditagih.

    Why: the way to a metropolis takes years and stages. An empty year is one in which nothing is done and
    nobody is held to anything.

    Salah:

        targets: [{year: 2027, value: 16}, {year: 2028, value: 20}]

    Benar:

        targets: [{year: 2026, value: 14}, {year: 2027, value: 16}, {year: 2028, value: 20}]
    """
    if plan.header is None or not is_read_in_full(plan, "actions"):
        return
    for verdict in not_met(plan):
        indicator = verdict.indicator
        if not indicator.targets and falls_short(verdict):
            continue  # that it has no target at all is a fault of its own
        busy = _busy_years(plan, verdict)
        ahead = range(max(plan.as_of.year, plan.header.first_year), _last_year(plan, verdict) + 1)
        empty = [year for year in ahead if year not in busy]
        if busy and empty:
            named, years = of_indicator(indicator), of_years(empty)
            message = Text(
                f"indikator {named.id} tidak punya target maupun kegiatan untuk tahun {years.id}",
                f"indicator {named.en} has neither target nor action in {years.en}",
            )
            advice = Text(
                f"tambahkan `{{year: {empty[0]}, value: …}}` ke `targets`, atau kegiatan untuk tahun itu",
                f"add `{{year: {empty[0]}, value: …}}` to `targets`, or an action for that year",
            )
            yield empty_year.finding(message, indicator.at("code"), help=advice)


def _busy_years(plan: Plan, verdict: Verdict) -> set[int]:
    busy = {target.year for target in verdict.indicator.targets}
    for action in plan.actions_by_indicator.get(verdict.indicator.code, ()):
        busy.update(years_of(plan, action))
    return busy


def _last_year(plan: Plan, verdict: Verdict) -> int:
    """Return the last year in which something must happen: once a target reaches the threshold, no more."""
    assert plan.header is not None
    last = plan.header.last_year
    if verdict.threshold is None:
        return last
    goal, direction = verdict.threshold.value, verdict.indicator.direction
    ahead = (target for target in verdict.indicator.targets if target.year >= plan.as_of.year)
    reached = (target.year for target in ahead if reaches(direction, target.value, goal))
    return min(last, min(reached, default=last))


@rule("C309", Severity.NOTE)
def stage_without_focus(plan: Plan) -> Iterator[Finding]:
    """Tahun dalam rencana belum punya tahapan atau fokus.

    A year of the plan has no stage, or a stage without focus.

    Mengapa: setiap tahun punya fokusnya sendiri, seperti Perkim pada 2020. Tanpa fokus, semua OPD dianggap
    sama mendesaknya, dan tidak ada yang didahulukan.

    Why: every year has a focus of its own, as 2020 has housing. Without one all OPD are equally urgent, and
    none comes first.

    Salah:

        - {year: 2021, opd: [DLH]}

    Benar:

        - {year: 2021, focus: Persampahan dan RTH, opd: [DLH]}
    """
    if is_read_in_full(plan, "stages"):
        yield from _without_focus(plan)
        yield from _without_stage(plan)


def _without_focus(plan: Plan) -> Iterator[Finding]:
    focused = {stage.year for stage in plan.stages if stage.focus is not None}
    for stage in plan.stages:
        if stage.year not in focused:
            focused.add(stage.year)
            message = Text(
                f"tahapan {stage.year} belum punya fokus", f"the stage of {stage.year} has no focus"
            )
            yield stage_without_focus.finding(
                message, stage.at("year"), help=Text("tambahkan `focus: …`", "add `focus: …`")
            )


def _without_stage(plan: Plan) -> Iterator[Finding]:
    header = plan.header
    if header is None:
        return
    staged = {stage.year for stage in plan.stages}
    empty = [year for year in range(header.first_year, header.last_year + 1) if year not in staged]
    if empty:
        years = of_years(empty)
        message = Text(f"tahun {years.id} belum punya tahapan", f"there is no stage for {years.en}")
        advice = Text(
            f"tambahkan `- {{year: {empty[0]}, focus: …}}` ke `stages`",
            f"add `- {{year: {empty[0]}, focus: …}}` to `stages`",
        )
        yield stage_without_focus.finding(message, header.at("last_year"), help=advice)


_ADVICE = Text("tambahkan `indicators: [{code: …, adds: …}]`", "add `indicators: [{code: …, adds: …}]`")
_ACTION_WITHOUT_EFFECT_HELP = Text(
    "tambahkan `adds: …`, dalam satuan indikatornya", "add `adds: …`, in the unit of the indicator"
)


@rule("C311", Severity.NOTE)
def action_without_effect(plan: Plan) -> Iterator[Finding]:
    """Kegiatan belum menyebut indikator yang dituju, atau perkiraan dampaknya.

    An action does not say which indicator it serves, or by how much.

    Mengapa: "apakah rencana ini cukup?" hanya dapat dijawab bila setiap kegiatan menyebut berapa
    sumbangannya. Perkiraan kasar pun lebih berguna daripada kosong.

    Why: "will this plan be enough?" can be answered only if every action says what it adds. Even a rough
    estimate is worth more than none.

    Salah:

        indicators: [{code: M01}]

    Benar:

        indicators: [{code: M01, adds: 0.003}]
    """
    for action in live_actions(plan):
        if not action.indicators:
            yield _without_indicator(action)
        elif action.status != "selesai" and action.done is None:  # what is done shows in measured values
            yield from _without_amount(action)


def _without_indicator(action: Action) -> Finding:
    named = of_coded(action.code, action.name)
    message = Text(f"kegiatan {named.id} belum menyebut indikator", f"action {named.en} names no indicator")
    return action_without_effect.finding(message, action.at("code"), help=_ADVICE)


def _without_amount(action: Action) -> Iterator[Finding]:
    unsaid = [effect for effect in action.indicators if effect.adds is None]
    if unsaid:
        named, codes = of_coded(action.code, action.name), quoted(effect.code for effect in unsaid)
        message = Text(
            f"dampak kegiatan {named.id} terhadap {codes} belum diperkirakan",
            f"the effect of action {named.en} on {codes} is not estimated",
        )
        yield action_without_effect.finding(message, unsaid[0].at("code"), help=_ACTION_WITHOUT_EFFECT_HELP)


@rule("C312", Severity.NOTE)
def action_without_cost(plan: Plan) -> Iterator[Finding]:
    """Kegiatan belum mencantumkan biaya.

    An action states no cost.

    Mengapa: kegiatan tanpa biaya tidak dapat dibandingkan dengan pagu, dan mudah tersisih ketika anggaran
    dibahas.

    Why: an action without a cost cannot be held against the budget ceiling, and is the first to be dropped
    when the budget is discussed.

    Salah:

        funding: [{source: APBD kota}]

    Benar:

        funding: [{source: APBD kota, year: 2026, amount: 2500000000}]
    """
    for action in live_actions(plan):
        if all(funding.amount is None for funding in action.funding):
            named = of_coded(action.code, action.name)
            yield action_without_cost.finding(
                Text(f"kegiatan {named.id} belum mencantumkan biaya", f"action {named.en} states no cost"),
                action.at("funding") if action.funding else action.at("code"),
                help=Text(
                    "tambahkan `amount`, rupiah tanpa titik, misalnya `amount: 2500000000`",
                    "add `amount`, in rupiah without dots, such as `amount: 2500000000`",
                )
                if action.funding
                else Text(
                    "tambahkan `funding: [{source: …, year: …, amount: …}]`",
                    "add `funding: [{source: …, year: …, amount: …}]`",
                ),
            )


@rule("C313", Severity.NOTE)
def action_without_place(plan: Plan) -> Iterator[Finding]:
    """Kegiatan belum mencantumkan tempat.

    An action states no place.

    Mengapa: dua OPD yang membongkar jalan yang sama pada tahun yang sama baru ketahuan bila tempatnya
    ditulis. Warga pun ingin tahu apa yang dibangun di kelurahannya.

    Why: that two OPD dig up the same road in the same year shows only if the place is written. And people
    want to know what is built in their kelurahan.

    Salah:

        - {code: A05, name: RTH di setiap kecamatan}

    Benar:

        - {code: A05, name: RTH di setiap kecamatan, place: {site: Alun-alun kecamatan}}
    """
    for action in live_actions(plan):
        place = action.place
        if place is None or (place.kecamatan, place.kelurahan, place.site) == (None, None, None):
            named = of_coded(action.code, action.name)
            yield action_without_place.finding(
                Text(f"kegiatan {named.id} belum mencantumkan tempat", f"action {named.en} states no place"),
                action.at("code"),
                help=Text(
                    'tambahkan `place: {kelurahan: "…"}` dengan kode wilayah, atau `place: {site: …}`',
                    'add `place: {kelurahan: "…"}` with the code of the region, or `place: {site: …}`',
                ),
            )


_ACTION_WITHOUT_CULTURE_HELP = Text("tambahkan `culture: …`, satu kalimat", "add `culture: …`, one sentence")


@rule("C314", Severity.NOTE)
def action_without_culture(plan: Plan) -> Iterator[Finding]:
    """Kegiatan belum menjelaskan bagaimana budaya lokal dijaga.

    An action does not say how it keeps local culture.

    Mengapa: kota ini ingin besar dan hidup siang-malam tanpa kehilangan budayanya; bukan Las Vegas, bukan
    Jakarta. Bila tidak ditulis sejak awal, hal ini baru teringat setelah semuanya dibangun.

    Why: the city wants to grow and be awake day and night without losing its culture; not Las Vegas, not
    Jakarta. If it is not written down early, it comes to mind only when all is built.

    Salah:

        - {code: A01, name: Taman Deduluran}

    Benar:

        - {code: A01, name: Taman Deduluran, culture: Namanya berarti persaudaraan.}
    """
    for action in live_actions(plan):
        if action.culture is None:
            named = of_coded(action.code, action.name)
            message = Text(
                f"kegiatan {named.id} belum menjelaskan bagaimana budaya lokal dijaga",
                f"action {named.en} does not say how it keeps local culture",
            )
            yield action_without_culture.finding(
                message, action.at("code"), help=_ACTION_WITHOUT_CULTURE_HELP
            )
