"""Closing: what would close a gap, in steps that somebody can take."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from serang_plan.analysis.actions.readiness import Obstacle
from serang_plan.analysis.indicators.standing import Missing, Standing
from serang_plan.analysis.outlook.gaps import Gap
from serang_plan.analysis.outlook.sufficiency import Contribution, Outlook, Sufficiency
from serang_plan.reports.parts.phrases import added, unit_of
from serang_plan.reports.parts.verdict_words import SCOPES
from serang_plan.wording import Text, listed


def steps(gap: Gap) -> Iterator[Text]:
    """Give what would close a gap: first who answers, then what is missing, then what keeps it true."""
    if not gap.leads:
        yield Text("tunjuk OPD pengampu", "name a lead OPD")
    yield from _STEPS[gap.verdict.standing](gap)
    if gap.verdict.is_stale:
        yield Text("perbarui nilainya", "update the value")
    if not gap.verdict.indicator.targets and gap.outlook is not None:
        yield Text("tetapkan target tahunan", "set yearly targets")


def _for_unmet(gap: Gap) -> Iterator[Text]:
    outlook = gap.on_target or gap.outlook
    if outlook is None:
        if gap.verdict.substitute is not None:
            yield _ask_for_the_value_itself(gap)
        elif gap.verdict.threshold is not None and gap.verdict.threshold.for_ is not None:
            yield Text(
                "tetapkan target sendiri: pembanding tahun-tahun berikutnya belum ada",
                "set a target of its own: there is no comparison for the years to come yet",
            )
        return
    short, goal = _needed(gap, outlook), _goal(gap)
    match outlook.sufficiency:
        case Sufficiency.NOTHING_PLANNED:
            yield Text(
                f"susun kegiatan senilai {short.id}{goal.id}", f"plan actions worth {short.en}{goal.en}"
            )
        case Sufficiency.SHORT:
            yield Text(
                f"tambah kegiatan senilai {short.id}{goal.id}", f"add actions worth {short.en}{goal.en}"
            )
        case Sufficiency.CANNOT_SAY:
            yield from _to_be_sure(gap, outlook)
        case Sufficiency.ENOUGH:
            yield _keep_to_it(gap)
    yield from _overdue(gap)


def _needed(gap: Gap, outlook: Outlook) -> Text:
    indicator = gap.verdict.indicator
    needed = outlook.short_by if indicator.direction == "naik" else -outlook.short_by
    return Text(added(needed, unit_of(indicator, "id"), "id"), added(needed, unit_of(indicator, "en"), "en"))


def _goal(gap: Gap) -> Text:
    """Say for which target, where a year was asked for that has one."""
    if gap.target is None:
        return Text("", "")
    return Text(f" untuk target {gap.target.year}", f" for the target of {gap.target.year}")


def _to_be_sure(gap: Gap, outlook: Outlook) -> Iterator[Text]:
    if outlook.unstated:
        yield Text(
            f"perkirakan dampak {listed(outlook.unstated, 'id', most=6)}",
            f"estimate the effect of {listed(outlook.unstated, 'en', most=6)}",
        )
    for part in gap.actions:
        if part.code in outlook.unsure:
            yield _obstacle(part)


def _obstacle(part: Contribution) -> Text:
    code, at = part.code, part.ready.at
    match part.ready.obstacle:
        case Obstacle.CANCELLED:
            return Text(
                f"ganti {at} yang batal dan ditunggu {code}", f"replace {at}, cancelled, which {code} needs"
            )
        case Obstacle.UNKNOWN:
            return Text(f"perjelas {at} yang ditunggu {code}", f"clarify {at}, which {code} needs")
        case Obstacle.LOOP:
            return Text(f"putus lingkaran tunggu pada {code}", f"break the circle of needs at {code}")
        case _:
            return Text(f"tulis waktu selesai {at or code}", f"write when {at or code} is finished")


def _keep_to_it(gap: Gap) -> Text:
    open_ = [action.code for action in gap.actions if action.scheduled.is_open and action.adds]
    if not open_:
        return Text("ukur kembali: kegiatannya sudah selesai", "measure again: the actions are done")
    return Text(f"jaga jadwal {listed(open_, 'id', most=6)}", f"keep {listed(open_, 'en', most=6)} on time")


def _overdue(gap: Gap) -> Iterator[Text]:
    late = [action.code for action in gap.actions if action.scheduled.late]
    if late:
        yield Text(
            f"beri waktu baru untuk {listed(late, 'id', most=6)} yang terlewat",
            f"set a new time for {listed(late, 'en', most=6)}, overdue",
        )


def _who_knows(gap: Gap) -> str:
    return gap.verdict.indicator.provider or "/".join(gap.leads)


def _ask_for_the_value_itself(gap: Gap) -> Text:
    if who := _who_knows(gap):
        return Text(f"minta nilai yang sebenarnya dari {who}", f"ask {who} for the value itself")
    return Text("tetapkan siapa yang mengukur nilai sebenarnya", "settle who measures the value itself")


def _for_unknown(gap: Gap) -> Iterator[Text]:
    who = _who_knows(gap)
    if gap.verdict.missing in (Missing.VALUE, Missing.BOTH):
        yield (
            Text(f"minta nilainya dari {who}", f"ask {who} for the value")
            if who
            else Text("tetapkan siapa yang mengukur", "settle who measures it")
        )
    if gap.verdict.missing in (Missing.THRESHOLD, Missing.BOTH):
        yield Text("tetapkan ambang beserta dasarnya", "set a threshold and its basis")
    if gap.verdict.missing is Missing.SUBSTITUTE_ONLY:
        yield _ask_for_the_value_itself(gap)
    if gap.verdict.missing is Missing.SCOPE:
        scope = SCOPES[gap.verdict.indicator.scope]
        yield Text(
            f"tetapkan apakah ada ambang untuk {scope.id}", f"settle whether {scope.en} has a threshold"
        )
    if gap.verdict.missing is Missing.COMPARISON and gap.verdict.value is not None:
        time = gap.verdict.value.measurement.as_of
        yield Text(
            f"cari angka pembanding untuk {time.text('id')}",
            f"find the figure to compare with for {time.text('en')}",
        )
    if gap.verdict.missing is Missing.SOURCE:
        yield Text("sebutkan sumber nilai itu", "name the source of the value")


def _for_claimed(gap: Gap) -> Iterator[Text]:
    declared = gap.verdict.declared
    by = declared.by if declared else ""
    yield Text(f"minta bukti dari {by}", f"ask {by} for evidence")
    yield from _for_unknown(gap)


def _for_contradicted(gap: Gap) -> Iterator[Text]:
    declared = gap.verdict.declared
    by = declared.by if declared else ""
    yield Text(
        f"selesaikan dengan {by}: mana yang benar, pernyataan atau data",
        f"settle with {by} which is right, the statement or the data",
    )
    if gap.outlook is not None and gap.verdict.gap is not None and gap.verdict.gap > 0:
        yield from _for_unmet(gap)


_STEPS: dict[Standing, Callable[[Gap], Iterator[Text]]] = {
    Standing.UNMET: _for_unmet,
    Standing.UNKNOWN: _for_unknown,
    Standing.CLAIMED: _for_claimed,
    Standing.CONTRADICTED: _for_contradicted,
}
