"""withdraw: a statement that was wrong no longer counts, and stays in the plan with the reason."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.options import PlanOptions, argument
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import text_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import On, Reason, Writing, codes, when_known
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.operations.recording.withdrawal import Withdrawable, withdrawable
from serang_plan.wording import Lang, Text, backquoted, listed

Code = Annotated[
    str,
    argument(
        "CODE",
        "Kode indikator, pernyataan atau daftar kriteria.",
        "The code of an indicator, a claim or a list of criteria.",
        completion=codes("statements"),
    ),
]
Words = Annotated[
    list[str] | None,
    argument(
        "WHICH",
        "Yang mana: waktu, nilai, sumber, OPD, atau `nilai`, `target`, `ambang`, `tugas`.",
        "Which: time, value, source, OPD, or `nilai`, `target`, `ambang`, `tugas`.",
    ),
]

_ABOUT = Question(Text("kode indikator atau pernyataan", "code of an indicator or a claim"), "M02")
_WHICH = Question(Text("yang mana", "which one"), "2019-06")
_WHY = Question(Text("alasan ditarik", "reason for the withdrawal"), '--reason "…"')


def command(
    context: RunContext,
    code: Code = "",
    words: Words = None,
    reason: Reason = "",
    on: On = "",
    *,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Withdraw a statement that was wrong; it is never deleted."""
    plan = recorder(at, writing, context)
    asking = plan.asking
    if code.upper() in plan.plan.action_by_code:
        raise _of_an_action(code.upper())
    about = asking.choice(code, _ABOUT, plan_names.statements(plan.plan))
    standing = withdrawable(plan.plan, about)
    meant = [each for each in standing if each.answers_to(words or ())]
    one = _one(meant or list(standing), asking, context.lang) if meant or not words else None
    if one is None:
        raise _not_there(about, words or (), standing)
    why = asking.value(reason, _WHY, text_of)
    change = one.withdrawn(when_known(on) or at.day, why)
    called = Text(f"{about}, {one.called.id}", f"{about}, {one.called.en}")
    return plan.write([change], withdrawn=called)


def _of_an_action(code: str) -> Exception:
    update = backquoted(f"serang-plan update {code}")
    return usage_problem(
        f"kabar kegiatan {backquoted(code)} tidak ditarik, tetapi diluruskan oleh kabar berikutnya",
        f"news of the action {backquoted(code)} is not withdrawn but put right by later news",
        Text(
            f"catat yang benar: {update}; yang baru saja dicatat: `serang-plan undo`",
            f"record what is right: {update}; what was recorded just now: `serang-plan undo`",
        ),
    )


def _one(meant: list[Withdrawable], asking: Asking, lang: Lang) -> Withdrawable | None:
    """Return the only one, or that which is chosen by its number. Raises UsageProblemError in a pipe."""
    if len(meant) < 2:
        return meant[0] if meant else None
    names = {str(nth): each.called.for_lang(lang) for nth, each in enumerate(meant, 1)}
    if not asking.somebody_is_there:
        raise usage_problem(
            f"ada {len(meant)} yang dapat ditarik: {listed([each.called.id for each in meant], 'id', 6)}",
            f"there are {len(meant)} to withdraw: {listed([each.called.en for each in meant], 'en', 6)}",
            Text(
                "sebut yang mana: waktunya, nilainya atau sumbernya",
                "say which: by its time, value or source",
            ),
        )
    return meant[int(asking.choice("", _WHICH, names)) - 1]


def _not_there(
    about: str, words: list[str] | tuple[str, ...], standing: tuple[Withdrawable, ...]
) -> Exception:
    which = f" {backquoted(' '.join(words))}" if words else ""
    return usage_problem(
        f"tidak ada pernyataan{which} tentang {backquoted(about)} yang dapat ditarik",
        f"there is no statement{which} about {backquoted(about)} to withdraw",
        Text(
            f"yang ada: {listed([each.called.id for each in standing], 'id', 6)}",
            f"on record: {listed([each.called.en for each in standing], 'en', 6)}",
        )
        if standing
        else None,
    )
