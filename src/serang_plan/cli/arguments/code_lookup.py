"""Code lookup: codes and years that somebody typed, looked up in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from serang_plan.cli.arguments.options import DATA, Completion, option, plan_folder, today
from serang_plan.cli.arguments.usage_error import UsageProblemError, usage_problem
from serang_plan.model.plan import Plan
from serang_plan.operations.problem import Near, NoChoiceError, ProblemError
from serang_plan.wording import Text, backquoted


def codes(kind: str, *, several: bool = False) -> Completion:
    """Return what a shell is offered for a code: those of the plan, named or here, with names.

    Where several may stand, by commas, those are offered that are not there yet.
    """

    def offered(ctx: object, incomplete: str) -> list[tuple[str, str]]:
        from serang_plan.cli.arguments import plan_names

        plan = plan_typed(ctx)
        names = getattr(plan_names, kind)(plan) if plan else {}
        before = incomplete[: incomplete.rfind(",") + 1] if several else ""
        return [(before + code, name) for code, name in names.items() if code not in before.split(",")]

    return offered


def plan_typed(ctx: object) -> Plan | None:
    """Return the plan that a line which is not typed to its end is about; None if there is none."""
    from serang_plan.operations.files.loading import open_plan

    data = getattr(ctx, "params", {}).get("data") or DATA
    try:
        return open_plan(plan_folder() if data == DATA else data, today()).plan
    except ProblemError:
        return None


OpdCode = Annotated[
    str,
    option(
        "--opd",
        "Hanya yang menyangkut OPD ini.",
        "Only this OPD's.",
        metavar="OPD",
        completion=codes("opd"),
    ),
]
Year = Annotated[
    str,
    option("--year", "Untuk tahun ini.", "For this year.", metavar="YYYY", completion=codes("years")),
]


def opd_of(plan: Plan, text: str, option: str = "--opd") -> str:
    """Return the code of an OPD that was typed by its code or another of its names."""
    by_alias = plan.opd_by_alias.get(text.casefold())
    if by_alias is not None:
        return by_alias.code
    if ("opd", text) in plan.unread.codes or not plan.opd:
        raise _no_opd(plan, text)
    from serang_plan.analysis.lookups.meant_code import called_so

    names = [(name, opd.code) for opd in plan.opd for name in (opd.code, *opd.all_names)]
    return code_of(plan.opd_by_code, text, option, lambda text, _: called_so(text, names))


def _no_opd(plan: Plan, text: str) -> UsageProblemError:
    if plan.was_refused("opd", text):
        return usage_problem(
            f"OPD {backquoted(text)} tidak terbaca karena galat",
            f"the OPD {backquoted(text)} could not be read because of errors",
            Text("lihat `serang-plan validate`", "see `serang-plan validate`"),
        )
    return usage_problem(
        "rencana ini belum memuat OPD",
        "this plan has no OPD yet",
        Text(
            "tulis dulu di bagian `opd`: `- {code: …, name: …}`",
            "write it in the section `opd` first: `- {code: …, name: …}`",
        ),
    )


def code_of(known: Iterable[str], text: str, option: str, near: Near | None = None) -> str:
    """Return a code as it is written in the plan.

    Raises NoChoiceError, with the one that was probably meant, if it is not there.
    """
    known = tuple(dict.fromkeys(known))
    folded = {code.casefold(): code for code in known}
    if code := text if text in known else folded.get(text.casefold()):
        return code
    from serang_plan.analysis.lookups.meant_code import code_meant

    raise NoChoiceError(text, option, known, near or code_meant)


def called(text: str, names: Mapping[str, str]) -> str | None:
    """Return the code of what has a text in its name. Raises UsageProblemError if several have."""
    named = [code for code, name in names.items() if len(text) > 2 and text.casefold() in name.casefold()]
    if len(named) > 1:
        codes = ", ".join(f"`{code}`" for code in named[:8])
        raise usage_problem(
            f"beberapa bernama begitu: {codes}",
            f"several have that name: {codes}",
            Text("sebut kodenya", "say its code"),
        )
    return named[0] if named else None


def year_of(plan: Plan, text: str) -> int:
    """Return a year of the plan. Raises UsageProblemError for any other."""
    by_text = {str(year): year for year in plan.years}
    if text in by_text:
        return by_text[text]
    from serang_plan.analysis.lookups.meant_code import code_meant

    raise usage_problem(
        f"{backquoted(text)} bukan tahun dalam rencana ini",
        f"{backquoted(text)} is not a year of this plan",
        code_meant(text, by_text) or _which(plan.years),
    )


def _which(years: range) -> Text:
    if not years:
        return Text(
            "tulis `first_year` dan `last_year` di bagian `plan`",
            "write `first_year` and `last_year` in the section `plan`",
        )
    first, last = years[0], years[-1]
    return Text(f"pilih tahun {first} sampai {last}", f"choose a year from {first} to {last}")
