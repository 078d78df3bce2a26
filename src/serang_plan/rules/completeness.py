"""Rules of completeness (C): what a plan, an indicator or an action lacks, as an error or a warning."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import ne

from serang_plan.analysis.actions.active_years import carrier, end_of
from serang_plan.analysis.duties.leads import assignments_on, leads_on
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.references import Reference, references
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.assertion import Assertion, Bound
from serang_plan.model.indicator import Indicator
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.places import Pointer
from serang_plan.rules._codes import indicator_list, meant_by_slips, pillar_list, unlisted
from serang_plan.rules._plan_rule import rule
from serang_plan.rules._subjects import indicators, live_actions, of_coded, of_indicator
from serang_plan.wording import Text, listed, number
from serang_plan.wording import backquoted as show


@rule("C301")
def indicator_count(plan: Plan) -> Iterator[Finding]:
    """Banyaknya indikator tidak sama dengan yang disebut rencana.

    The number of indicators is not the one that the plan states.

    Mengapa: kota disebut metropolis bila semua indikator terpenuhi. Bila ada yang belum tercatat,
    "8 dari 16" tidak dapat dibandingkan dengan isi berkas.

    Why: the city counts as a metropolis when all indicators are met. While one is not recorded, "8 of 16"
    cannot be compared with what the files say.

    Salah:

        indicators_expected: 3

    Benar:

        indicators_expected: 2
    """
    header = plan.header
    if header is None or header.indicators_expected is None or not is_read_in_full(plan, "indicators"):
        return
    expected, count = header.indicators_expected, len(plan.indicator_by_code)
    if count != expected:
        message = Text(
            f"seharusnya ada {number(expected, 'id')} indikator, yang tercatat {number(count, 'id')}",
            f"there should be {number(expected, 'en')} indicators, {number(count, 'en')} are recorded",
        )
        yield indicator_count.finding(
            message, header.at("indicators_expected"), help=_advice(expected, count)
        )


def _advice(expected: int, count: int) -> Text:
    more = expected - count
    if more > 0:
        return Text(
            f"tambahkan {number(more, 'id')} indikator lagi ke bagian `indicators`",
            f"add {number(more, 'en')} more to `indicators`",
        )
    return Text(
        f"hapus {number(-more, 'id')} indikator, atau tulis `indicators_expected: {count}`",
        f"delete {number(-more, 'en')} of them, or type `indicators_expected: {count}`",
    )


_ENDED = Text("tugas terakhir berakhir di sini", "the last duty ended here")


@rule("C304", Severity.WARNING)
def no_lead(plan: Plan) -> Iterator[Finding]:
    """Indikator tidak punya OPD pengampu.

    No OPD leads an indicator.

    Mengapa: "setiap OPD punya tugas" hanya berarti bila setiap indikator punya satu pengampu. Tanpa
    pengampu, tidak ada yang membawa datanya ke rakor dan tidak ada yang ditanya bila tertinggal.

    Why: "every OPD has a duty" means something only if every indicator has one lead. Without it nobody
    brings the figures to the rakor, and nobody is asked when it falls behind.

    Salah:

        - {indicator: M11, support: [DISHUB]}

    Benar:

        - {indicator: M11, lead: SATPOLPP, support: [DISHUB]}
    """
    named = [Reference(assignment.indicator, assignment, ("indicator",)) for assignment in plan.assignments]
    slips = meant_by_slips(plan, indicator_list(plan), named)
    idle: list[Indicator] = []
    for indicator in indicators(plan):
        code = indicator.code
        if leads_on(plan, code, plan.as_of) or code in slips or plan.was_refused("assignments", code):
            continue
        in_force = assignments_on(plan, code, plan.as_of)
        if in_force:
            yield _without_lead(indicator, in_force[0])
        elif not _between(plan, plan.assignments_by_indicator.get(code, ())):
            idle.append(indicator)
    if not _is_meant(idle, unlisted(plan, indicator_list(plan), named)):
        yield from (_without_duty(plan, indicator) for indicator in idle)


def _is_meant(idle: Sequence[Indicator], unknown: Collection[str]) -> bool:
    """Whether the only indicator without a duty is one letter off the only code that is on no list."""
    if len(idle) != 1 or len(unknown) != 1:
        return False
    (indicator,), (typed,) = idle, unknown
    return len(typed) == len(indicator.code) and sum(map(ne, typed, indicator.code)) == 1


def _between(plan: Plan, assignments: Sequence[Assignment]) -> bool:
    """Whether one duty has ended and the next has not started, which is a fault of its own."""
    ended = any(
        assignment.until is not None and assignment.until.last < plan.as_of for assignment in assignments
    )
    coming = any(
        assignment.from_ is not None and assignment.from_.first > plan.as_of for assignment in assignments
    )
    return ended and coming


def _without_lead(indicator: Indicator, assignment: Assignment) -> Finding:
    add = Text("tambahkan `lead: KODE-OPD`", "add `lead: OPD-CODE`")
    return no_lead.finding(_never(indicator), assignment.at("indicator"), help=add)


def _never(indicator: Indicator) -> Text:
    named = of_indicator(indicator)
    return Text(f"indikator {named.id} belum punya OPD pengampu", f"no OPD leads indicator {named.en}")


def _without_duty(plan: Plan, indicator: Indicator) -> Finding:
    line = f"`- {{indicator: {indicator.code}, lead: …}}`"
    advice = Text(f"tambahkan {line} ke `assignments`", f"add {line} to `assignments`")
    ended = [
        (assignment.until, assignment.at("until"))
        for assignment in plan.assignments_by_indicator.get(indicator.code, ())
        if assignment.until is not None and assignment.until.last < plan.as_of
    ]
    if not ended:
        return no_lead.finding(_never(indicator), indicator.at("code"), help=advice)
    last, at = max(ended)
    return no_lead.finding(_no_longer(indicator, last), indicator.at("code"), (Label(_ENDED, at),), advice)


def _no_longer(indicator: Indicator, last: When) -> Text:
    named = of_indicator(indicator)
    return Text(
        f"indikator {named.id} tidak lagi punya OPD pengampu sesudah {last.text('id')}",
        f"no OPD leads indicator {named.en} after {last.text('en')}",
    )


@rule("C310", Severity.WARNING)
def unserved_pillar(plan: Plan) -> Iterator[Finding]:
    """Pilar visi kota belum didukung satu indikator pun.

    No indicator supports a pillar of the city's vision.

    Mengapa: kota yang dicita-citakan punya beberapa ciri. Ciri yang tidak diukur indikator mana pun akan
    terlupakan, walaupun ke-16 indikatornya terpenuhi.

    Why: the city that is wanted has several traits. One that no indicator measures will be forgotten, even
    when all 16 are met.

    Salah:

        pillars: [ramah]

    Benar:

        pillars: [ramah, siang-malam]
    """
    if plan.header is None or not plan.indicators or not is_read_in_full(plan, "indicators"):
        return
    named = list(references(plan, "plan"))
    supported = {reference.code for reference in named} | meant_by_slips(plan, pillar_list(plan), named)
    for pillar in {pillar.code: pillar for pillar in reversed(plan.header.pillars)}.values():
        if pillar.code not in supported:
            text = of_coded(pillar.code, pillar.name)
            message = Text(
                f"pilar {text.id} belum didukung satu indikator pun",
                f"no indicator supports pillar {text.en}",
            )
            advice = Text(
                f"tambahkan `pillars: [{pillar.code}]` pada indikator yang mendukungnya",
                f"add `pillars: [{pillar.code}]` to the indicator that supports it",
            )
            yield unserved_pillar.finding(message, pillar.at("code"), help=advice)


_LINE = "`plan: {title: …, city: …, first_year: …, last_year: …}`"


@rule("C315")
def no_header(plan: Plan) -> Iterator[Finding]:
    """Rencana belum punya bagian `plan`.

    The plan has no section `plan`.

    Mengapa: di bagian itu tertulis judul, kota, dan tahun pertama serta terakhir. Tanpa itu laporan tidak
    tahu tahun mana yang termasuk rencana.

    Why: that section holds the title, the city, and the first and last year. Without it a report does not
    know which years belong to the plan.

    Salah:

        stages: [{year: 2020, focus: Perumahan dan permukiman}]

    Benar:

        plan: {title: Kota Serang Menuju Metropolis, city: Kota Serang, first_year: 2020, last_year: 2029}
        stages: [{year: 2020, focus: Perumahan dan permukiman}]
    """
    if plan.header is None and is_read_in_full(plan, "plan"):
        message = Text("bagian `plan` belum ada", "there is no section `plan`")
        yield no_header.finding(message, Pointer(0), help=Text(f"tambahkan {_LINE}", f"add {_LINE}"))


_ACTION_WITHOUT_OPD_HELP = Text("tambahkan `opd: KODE-OPD`", "add `opd: OPD-CODE`")


@rule("C316", Severity.WARNING)
def action_without_opd(plan: Plan) -> Iterator[Finding]:
    """Kegiatan belum punya OPD pelaksana.

    No OPD carries out an action.

    Mengapa: kegiatan yang tidak dipegang siapa pun tidak dianggarkan dan tidak dilaporkan siapa pun.

    Why: an action that nobody holds is in nobody's budget and in nobody's report.

    Salah:

        - {code: A03, name: Cecantelan}

    Benar:

        - {code: A03, name: Cecantelan, opd: DPRKP}
    """
    for action in live_actions(plan):
        if carrier(plan, action) is None and action.is_of_city:
            named = of_coded(action.code, action.name)
            message = Text(
                f"kegiatan {named.id} belum punya OPD pelaksana", f"no OPD carries out action {named.en}"
            )
            yield action_without_opd.finding(message, action.at("code"), help=_ACTION_WITHOUT_OPD_HELP)


_ACTION_WITHOUT_TIME_HELP = Text(
    "tambahkan `start` atau `finish`, misalnya `finish: 2027-TW4`",
    "add `start` or `finish`, such as `finish: 2027-TW4`",
)


@rule("C317", Severity.WARNING)
def action_without_time(plan: Plan) -> Iterator[Finding]:
    """Kegiatan belum punya waktu mulai maupun waktu selesai.

    An action has neither a start nor a finish.

    Mengapa: kegiatan tanpa waktu tidak masuk tahun mana pun. Ia tidak pernah terlambat, dan karena itu
    tidak pernah ditagih.

    Why: an action without a time belongs to no year. It is never late, so nobody ever asks for it.

    Salah:

        - {code: A07, name: Bus kota, status: rencana}

    Benar:

        - {code: A07, name: Bus kota, status: rencana, finish: 2027-TW4}
    """
    for action in live_actions(plan):
        if action.start is None and end_of(plan, action) is None:
            named = of_coded(action.code, action.name)
            message = Text(
                f"kegiatan {named.id} belum punya waktu mulai maupun waktu selesai",
                f"action {named.en} has neither a start nor a finish",
            )
            yield action_without_time.finding(message, action.at("code"), help=_ACTION_WITHOUT_TIME_HELP)


_EMPTY_CLAIM_HELP = Text(
    "tulis berapa dari berapa yang terpenuhi, atau status tiap butir di `said` dengan daftarnya di `list`",
    "write how many of how many are met, or how each item stands in `said`, with its list in `list`",
)


@rule("C318", Severity.WARNING)
def empty_claim(plan: Plan) -> Iterator[Finding]:
    """Sebuah pernyataan tidak menyebut jumlah maupun butir.

    A claim says neither numbers nor the items of a list.

    Mengapa: yang tidak menyebut berapa, atau butir mana, tidak dapat diletakkan di samping bukti, dan tidak
    muncul di laporan.

    Why: what says neither how many nor which items cannot be set beside the evidence, and stands in no
    report.

    Salah:

        - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, met: 8, source: S1}

    Benar:

        - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, indicators: 16, met: 8, source: S1}
    """
    for claim in plan.claims:
        numbers = {"indicators": claim.indicators, "met": claim.met}
        lacking = [f"`{key}`" for key, number in numbers.items() if number is None]
        if lacking and not claim.said:
            code = show(claim.code)
            message = Text(
                f"pernyataan {code} tidak menyebut {listed([*lacking, '`said`'], 'id')}",
                f"claim {code} says nothing in {listed([*lacking, '`said`'], 'en')}",
            )
            yield empty_claim.finding(message, claim.at("code"), help=_EMPTY_CLAIM_HELP)


_INCOMPLETE_ASSERTION_HELP = Text(
    "tulis `{day: …, standing: …, at_least: …}`, atau `{indicator: …, never: {below: …}, from: …}`",
    "write `{day: …, standing: …, at_least: …}`, or `{indicator: …, never: {below: …}, from: …}`",
)
_BOTH = Text("satu penegasan memuat dua bentuk sekaligus", "an assertion has both forms at once")
_NEITHER = Text("penegasan ini tidak menegaskan apa pun", "this assertion asserts nothing")
_NO_BOUND = Text("`never` tidak menyebut `below` maupun `above`", "`never` says neither `below` nor `above`")
_NO_ROOM = Text(
    "`below` lebih besar dari `above`, jadi setiap nilai melewati batas",
    "`below` is greater than `above`, so that any value crosses the bound",
)


@rule("C319")
def incomplete_assertion(plan: Plan) -> Iterator[Finding]:
    """Sebuah penegasan tidak lengkap, atau menegaskan dua hal sekaligus.

    An assertion is incomplete, or asserts two things at once.

    Mengapa: penegasan hanya punya dua bentuk: sekian indikator berstatus tertentu pada suatu hari, atau
    batas yang tidak boleh dilewati suatu indikator. Yang lain tidak diperiksa, sehingga memberi rasa aman
    yang semu.

    Why: an assertion has two forms only: so many indicators of a standing on a day, or a bound that an
    indicator must never cross. Any other is not checked and only looks like a safeguard.

    Salah:

        - {day: 2025-12-31, at_least: 2}

    Benar:

        - {day: 2025-12-31, standing: terpenuhi, at_least: 2}
    """
    for assertion in plan.assertions:
        if fault := _fault(assertion):
            yield incomplete_assertion.finding(
                fault, assertion.at(*_first_key(assertion)), help=_INCOMPLETE_ASSERTION_HELP
            )
        elif assertion.never and (fault := _fault_of_bound(assertion.never)):
            yield incomplete_assertion.finding(fault, assertion.at("never"), help=_INCOMPLETE_ASSERTION_HELP)


def _fault(assertion: Assertion) -> Text | None:
    counted, bounded = _count_form(assertion), _bound_form(assertion)
    if any(counted.values()) and any(bounded.values()):
        return _BOTH
    form = counted if any(counted.values()) else bounded
    if not any(form.values()):
        return _NEITHER
    lacking = [f"`{key}`" for key, is_there in form.items() if not is_there and key != "from"]
    if not lacking:
        return None
    return Text(
        f"penegasan ini tidak menyebut {listed(lacking, 'id')}",
        f"this assertion does not say {listed(lacking, 'en')}",
    )


def _count_form(assertion: Assertion) -> dict[str, bool]:
    return {
        "day": assertion.day is not None,
        "standing": assertion.standing is not None,
        "at_least": assertion.at_least is not None,
    }


def _bound_form(assertion: Assertion) -> dict[str, bool]:
    return {
        "indicator": assertion.indicator is not None,
        "never": assertion.never is not None,
        "from": assertion.from_ is not None,
    }


def _fault_of_bound(bound: Bound) -> Text | None:
    if bound.below is None and bound.above is None:
        return _NO_BOUND
    return _NO_ROOM if bound.is_reversed else None


def _first_key(assertion: Assertion) -> tuple[str, ...]:
    written = {**_count_form(assertion), **_bound_form(assertion)}
    return next(((key,) for key, is_there in written.items() if is_there), ())


_LABEL = Text("daftarnya di sini", "the list is here")
_TWO_THRESHOLD_FORMS_HELP = Text(
    "pindahkan isi `threshold` ke daftar `thresholds`",
    "move what `threshold` says into the list `thresholds`",
)


@rule("C320", Severity.WARNING)
def two_threshold_forms(plan: Plan) -> Iterator[Finding]:
    """Sebuah indikator memakai `threshold` dan `thresholds` sekaligus.

    An indicator has both `threshold` and `thresholds`.

    Mengapa: `threshold` adalah bentuk lama dari daftar dengan satu isi. Bila keduanya ada, pembaca tidak tahu
    ambang mana yang berlaku.

    Why: `threshold` is the old form of a list of one. Where both stand, a reader cannot tell which of
    them holds.

    Salah:

        threshold: {value: 80, kind: kebijakan, basis: Usulan rakor}
        thresholds: [{value: 100, kind: nasional, basis: RPJMN 2020–2024, due: 2024}]

    Benar:

        thresholds:
          - {value: 80, kind: kebijakan, basis: Usulan rakor}
          - {value: 100, kind: nasional, basis: RPJMN 2020–2024, due: 2024}
    """
    for indicator in plan.indicators:
        if indicator.threshold is not None and indicator.thresholds:
            named = of_indicator(indicator)
            yield two_threshold_forms.finding(
                Text(
                    f"ambang {named.id} ditulis dalam dua bentuk",
                    f"the threshold of {named.en} has two forms",
                ),
                indicator.at("threshold"),
                (Label(_LABEL, indicator.at("thresholds")),),
                _TWO_THRESHOLD_FORMS_HELP,
            )
