"""Coverage: one sound action is enough, whatever others lack."""

from __future__ import annotations

from serang_plan.analysis.coordination.interdependence import interdependence
from serang_plan.analysis.duties.coverage import Shortcoming
from serang_plan.reports.coordination import page as coordination
from serang_plan.reports.coordination.value import build
from tests.worlds.small_city import OPD, city, shown

SOUND = "- {code: A1, name: Taman, opd: DLH, finish: 2027, indicators: [{code: M01, adds: 8}]}"
HOLLOW = "- {code: A2, name: Kajian, opd: DLH, finish: 2027, indicators: [{code: M01}]}"


def coverage_shown(*actions: str) -> str:
    plan = city(actions="\n".join(actions))
    return shown(coordination.page(build(plan, str), "en"))


def test_an_indicator_with_a_sound_and_a_hollow_action_is_covered() -> None:
    for actions in ((SOUND, HOLLOW), (HOLLOW, SOUND)):
        assert "1 covered" in coverage_shown(*actions)
        assert "1 with incomplete actions" not in coverage_shown(*actions)


def test_an_indicator_with_hollow_actions_only_is_not_covered() -> None:
    assert "1 with incomplete actions" in coverage_shown(HOLLOW)


def test_an_effect_that_does_not_help_covers_nothing() -> None:
    for adds in ("0", "-8"):
        assert "1 with incomplete actions" in coverage_shown(SOUND.replace("adds: 8", f"adds: {adds}"))


def test_of_two_actions_only_what_the_hollow_one_lacks_is_said() -> None:
    (covered,) = interdependence(city(actions=f"{SOUND}\n{HOLLOW}")).coverage

    assert [(action.scheduled.code, len(action.shortcomings)) for action in covered.actions] == [
        ("A1", 0),
        ("A2", 1),
    ]


def test_a_cancelled_action_is_neither_left_nor_done() -> None:
    cancelled = HOLLOW.replace("}]}", "}], status: batal}")
    done = cancelled.replace("A2", "A3").replace("batal", "selesai")

    (covered,) = interdependence(city(actions=f"{SOUND}\n{cancelled}\n{done}")).coverage

    assert ([action.scheduled.code for action in covered.actions], covered.done) == (["A1"], 1)


def test_an_opd_that_is_gone_or_not_on_the_list_owns_no_action() -> None:
    gone = f"{OPD.rstrip()}\n    - {{code: DKP, name: Dinas Kebersihan, until: 2024}}\n"

    for code, lacking in (("DLH", ()), ("DKP", (Shortcoming.OWNER,)), ("ENTAH", (Shortcoming.OWNER,))):
        (covered,) = interdependence(city(opd=gone, actions=SOUND.replace("DLH", code))).coverage
        assert [action.shortcomings for action in covered.actions] == [lacking]
