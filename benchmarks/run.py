"""Time an installed wheel against the limits of performance, every figure a ratio of medians from one run.

Judged is the time on the processor: the same as by the clock on an idle machine, and no neighbour's fault.

python benchmarks/run.py [--full] [--rounds 5] [--only 1,2] [--reports status] [--before FOLDER] [--write]
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from math import log10
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
AS_OF = "2022-11-30"
IMPORTS = "import typer, pydantic, yaml, rich"
PACKED = ("src", "pyproject.toml", "README.md", "LICENSE")
UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "SERANG_PLAN_DATA", "SERANG_PLAN_LANG")
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
MIB = 2**20
MANY = 100_000


class Timed(NamedTuple):
    """One run of one command."""

    seconds: float
    cpu: float
    peak: int


class Bench(NamedTuple):
    """A folder with a throw-away environment and the plans to read."""

    folder: Path

    @property
    def python(self) -> str:
        return self.tool("python")

    def tool(self, name: str) -> str:
        return str(self.folder / "venv" / "bin" / name)

    def plan(self, name: str) -> str:
        return str(self.folder / name)

    def has(self, tool: str) -> bool:
        return Path(self.tool(tool)).exists()


class Row(NamedTuple):
    """One line of the table: a figure and the limit that it must keep."""

    limit: str
    what: str
    measured: float
    most: float
    unit: str = "×"
    by_clock: float | None = None

    @property
    def verdict(self) -> str:
        return "ok" if self.measured <= self.most else "**over**"


Command = tuple[str, ...]
Runs = Mapping[str, list[Timed]]


# -- a throw-away environment --------------------------------------------------


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in UNSET}


def do(*command: str, cwd: Path | None = None) -> bool:
    """Run a step of the preparation; say whether it worked."""
    done = subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{' '.join(command[:6])} …: {done.stderr.strip()[-300:]}", file=sys.stderr)
    return done.returncode == 0


def must(*command: str) -> None:
    if not do(*command):
        raise SystemExit(2)


def prepare(bench: Bench, source: Path) -> None:
    """Build a wheel of a copy of the project and install it, compiled, with the others' tools."""
    copy_project(source, bench.folder / "project")
    must(sys.executable, "-m", "venv", bench.plan("venv"))
    pip = (bench.python, "-m", "pip", "--quiet", "--disable-pip-version-check")
    must(*pip, "wheel", "--no-deps", "--wheel-dir", bench.plan("wheel"), bench.plan("project"))
    must(*pip, "install", *map(str, (bench.folder / "wheel").glob("*.whl")))
    for tool in ("yamllint", "check-jsonschema"):
        if not do(*pip, "install", tool):
            print(f"{tool} cannot be installed and is left out", file=sys.stderr)
    do(bench.python, "-m", "compileall", "-q", bench.plan("venv"))
    must(bench.tool("serang-plan"), "validate", bench.plan("project/data"), "--fail-on", "never")


def copy_project(source: Path, to: Path) -> None:
    to.mkdir(parents=True)
    for name in PACKED:
        one = source / name
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(one, to / name, ignore=ignore) if one.is_dir() else shutil.copy(one, to / name)
    shutil.copytree(source / "data", to / "data")
    if (source / "schema").is_dir():
        shutil.copytree(source / "schema", to / "schema")


def generate(bench: Bench, name: str, size: int, *more: str) -> str:
    """Write a plan, in a process of its own: what this one holds would count as theirs."""
    folder = bench.plan(name)
    if not Path(folder).exists():
        must(bench.python, str(HERE / "generate.py"), str(size), folder, *more)
    return folder


# -- commands --------------------------------------------------------------------


def serang(bench: Bench, *arguments: str) -> Command:
    return (bench.tool("serang-plan"), *arguments)


def validate(bench: Bench, folder: str) -> Command:
    return serang(bench, "validate", folder, "--as-of", AS_OF)


def start_up(bench: Bench) -> dict[str, Command]:
    shipped = ("--data", bench.plan("project/data"), "--as-of", "2020-03-10")
    return {
        "pass": (bench.python, "-c", "pass"),
        "imports": (bench.python, "-c", IMPORTS),
        "status": serang(bench, "status", *shipped),
        "briefing": serang(bench, "briefing", "--for", "walikota", *shipped),
        "--version": serang(bench, "--version"),
        "--help": serang(bench, "--help"),
    }


def sizes(bench: Bench, wanted: Iterable[int]) -> dict[str, Command]:
    return {str(size): validate(bench, generate(bench, f"plan-{size}", size)) for size in wanted}


def states(bench: Bench, before: Path | None, size: int) -> dict[str, Command]:
    """Return the same check by an earlier state of the project, if one is given, and by this one."""
    if before is None:
        return {}
    earlier = Bench(bench.folder / "before")
    if not earlier.has("serang-plan"):
        earlier.folder.mkdir(exist_ok=True)
        prepare(earlier, before)
    folder = generate(bench, f"plan-{size}", size)
    return {"before": validate(earlier, folder), "now": validate(bench, folder)}


def huge(bench: Bench) -> dict[str, Command]:
    return sizes(bench, (10_000, MANY))


def faulty(bench: Bench, size: int) -> dict[str, Command]:
    kinds = {"clean": (), "1 fault": ("--faults", "1"), f"{size} faults": ("--faults", str(size))}
    kinds |= {"1 broken line": ("--broken", "1"), "10 broken lines": ("--broken", "10")}
    return {
        kind: validate(bench, generate(bench, "-".join(("plan", str(size), *options)), size, *options))
        for kind, options in kinds.items()
    }


def peers(bench: Bench, size: int) -> dict[str, Command]:
    """Return the same work by others; a tool or a schema that is not there is left out."""
    folder = generate(bench, f"plan-{size}", size)
    files = sorted(map(str, Path(folder).glob("*.yaml")))
    schema = bench.plan("project/schema/serang-plan.schema.json")
    found = {"serang-plan": validate(bench, folder)}
    found["naive"] = (bench.python, str(HERE / "naive.py"), folder)
    if bench.has("yamllint"):
        found["yamllint"] = (bench.tool("yamllint"), "-d", "relaxed", "--no-warnings", folder)
    if bench.has("check-jsonschema") and Path(schema).exists():
        found["check-jsonschema"] = (bench.tool("check-jsonschema"), "--schemafile", schema, *files)
    return found


def reports(bench: Bench, asked: str) -> dict[str, Command]:
    """Return a check of a wide plan and the reports that are asked for, by commas; nothing if none is."""
    if not asked:
        return {}
    folder = generate(bench, "plan-wide", 10_000, "--actions", "100000", "--opd", "500")
    named = {name: serang(bench, name, "--data", folder, "--as-of", AS_OF) for name in asked.split(",")}
    return {"validate": validate(bench, folder), **named}


def prepared(bench: Bench) -> dict[str, Command]:
    """Return the next rakor of a city that has held thirty, with 1,200 decisions of 40 OPD."""
    folder = generate(bench, "plan-rakor", 80, "--opd", "40", "--decisions", "1200")
    prepare = serang(bench, "rakor", "prepare", "2022-12-10", "--data", folder, "--as-of", AS_OF)
    return {"validate": validate(bench, folder), "rakor prepare": prepare}


def recording(bench: Bench) -> dict[str, Command]:
    """Return a check of the shipped plan and of 1,000 indicators, each beside a value recorded in it."""
    shipped, generated = bench.plan("project/data"), generate(bench, "plan-1000", 1000)
    shown = ("--at", "2017-12", "--on", AS_OF, "--as-of", AS_OF, "--dry-run")
    return {
        "validate": validate(bench, shipped),
        "record": serang(bench, "record", "M02", "73,5", "--source", "S18", "--data", shipped, *shown),
        "validate 1000": validate(bench, generated),
        "record 1000": serang(bench, "record", "M500", "73,5", "--source", "S1", "--data", generated, *shown),
    }


def sites(bench: Bench, wanted: Iterable[int]) -> dict[str, Command]:
    return {"imports": (bench.python, "-c", IMPORTS)} | {
        str(size): serang(
            bench,
            *("publish", "--data", generate(bench, f"plan-{size}", size)),
            *("--output", bench.plan(f"site-{size}"), "--as-of", AS_OF),
        )
        for size in wanted
    }


# -- timing ------------------------------------------------------------------------


def in_turn(commands: Mapping[str, Command], rounds: int, folder: Path) -> Runs:
    """Run all commands once to warm up, then A B C A B C …; nothing else of ours runs meanwhile."""
    found: dict[str, list[Timed]] = {name: [] for name in commands}
    for nth in range(rounds + (rounds > 1)):
        for name, command in commands.items():
            timed = once(command, folder)
            if nth or rounds == 1:
                found[name].append(timed)
    return found


def once(command: Command, folder: Path) -> Timed:
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} left with {process.returncode}")
    return Timed(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def seconds(runs: Runs, name: str) -> float:
    return median(one.seconds for one in runs[name])


def cpu(runs: Runs, name: str) -> float:
    return median(one.cpu for one in runs[name])


def peak(runs: Runs, name: str) -> float:
    return median(one.peak for one in runs[name]) / MIB


# -- the table -----------------------------------------------------------------------


def ratio(limit: str, runs: Runs, name: str, against: str, most: float, what: str = "") -> Row:
    what = what or f"`{name}` / {against}"
    by_clock = seconds(runs, name) / seconds(runs, against)
    return Row(limit, what, cpu(runs, name) / cpu(runs, against), most, by_clock=by_clock)


def start_up_rows(runs: Runs, _: Bench) -> Iterator[Row]:
    yield ratio("1", runs, "status", "imports", 2.3)
    yield ratio("1", runs, "briefing", "imports", 2.7)
    yield ratio("1", runs, "status", "pass", 22)
    yield ratio("2", runs, "--version", "pass", 7.5)
    yield ratio("2", runs, "--help", "pass", 7.5)


def size_rows(runs: Runs, _: Bench) -> Iterator[Row]:
    if {"10000", str(MANY)} <= runs.keys():
        grown = log10(cpu(runs, str(MANY)) / cpu(runs, "10000"))
        by_clock = log10(seconds(runs, str(MANY)) / seconds(runs, "10000"))
        yield Row("3", f"exponent of growth from 10000 to {MANY}", grown, 1.05, "", by_clock)
    for name, bound in (("16", 48), ("1000", 64), ("10000", 200), (str(MANY), 1229)):
        if name in runs:
            yield Row("5", f"peak memory, validate {name}", peak(runs, name), bound, "MiB")


def state_rows(runs: Runs, _: Bench) -> Iterator[Row]:
    yield ratio("3", runs, "now", "before", 0.75, "validate now / validate before")


def huge_rows(runs: Runs, bench: Bench) -> Iterator[Row]:
    return (row for row in size_rows(runs, bench) if str(MANY) in row.what)


def peer_rows(runs: Runs, _: Bench) -> Iterator[Row]:
    for name, most in (("naive", 0.5), ("yamllint", 0.08), ("check-jsonschema", 0.08)):
        if name in runs:
            yield ratio("4", runs, "serang-plan", name, most, f"validate / {name}")


def fault_rows(runs: Runs, _: Bench) -> Iterator[Row]:
    for name in runs:
        if name != "clean":
            most = 1.2 if name.startswith("1 ") else 3.0
            yield ratio("6", runs, name, "clean", most, f"{name} / clean")


def report_rows(runs: Runs, _: Bench) -> Iterator[Row]:
    for name in runs:
        if name != "validate":
            yield ratio("7", runs, name, "validate", 2.0)


def meeting_rows(runs: Runs, _: Bench) -> Iterator[Row]:
    yield ratio("8", runs, "rakor prepare", "validate", 1.3)


def recording_rows(runs: Runs, _: Bench) -> Iterator[Row]:
    yield ratio("9", runs, "record", "validate", 1.3)
    yield ratio("9", runs, "record 1000", "validate 1000", 2.2)


def site_rows(runs: Runs, bench: Bench) -> Iterator[Row]:
    sites = [name for name in runs if name != "imports"]
    pages = {name: sum(1 for _ in Path(bench.plan(f"site-{name}")).rglob("*.html")) for name in sites}
    for name, count in pages.items():
        taken = cpu(runs, name) / count / cpu(runs, "imports")
        by_clock = seconds(runs, name) / count / seconds(runs, "imports")
        yield Row("10", f"publish {name}, each of {count} pages / imports", taken, 0.06, by_clock=by_clock)
    small, large = pages
    grown = peak(runs, large) / peak(runs, small)
    yield Row("10", f"peak memory, publish {large} / publish {small}", grown, pages[large] / pages[small])


def table(rows: Iterable[Row]) -> Iterator[str]:
    yield "| limit | what | measured | at most | | by the clock |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        by_clock = "" if row.by_clock is None else f"{row.by_clock:.3g}"
        measured, most = f"{row.measured:.3g} {row.unit}", f"{row.most:.3g} {row.unit}"
        yield f"| {row.limit} | {row.what} | {measured} | {most} | {row.verdict} | {by_clock} |"


def details(runs: Runs) -> Iterator[str]:
    for name, timed in runs.items():
        taken = sorted(one.seconds for one in timed)
        spread = f"{taken[0]:.3f}–{taken[-1]:.3f}"
        middle = f"{seconds(runs, name):.3f} | {spread} | {cpu(runs, name):.3f}"
        yield f"| {name} | {middle} | {peak(runs, name):.0f} |"


def write_down(rows: list[Row]) -> None:
    """Replace the table of `README.md` by this one, with the day and the machine."""
    page = HERE / "README.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(f"{BEGIN}\n")
    _, _, after = rest.partition(END)
    python = ".".join(map(str, sys.version_info[:2]))
    measured = f"{datetime.now().astimezone().date()}, Python {python}, {os.cpu_count()} processors."
    page.write_text("\n".join([before + BEGIN, measured, "", *table(rows), END + after]), encoding="utf-8")


# -- the program ---------------------------------------------------------------------------


class Group(NamedTuple):
    """Limits that are judged by the same runs."""

    limits: frozenset[str]
    commands: Callable[[Bench, argparse.Namespace], dict[str, Command]]
    """Nothing where they are not asked for."""
    rows: Callable[[Runs, Bench], Iterator[Row]]
    often: float = 1
    """How often each is timed, for each round that is asked for; once at least."""


GROUPS = (
    Group(frozenset("12"), lambda bench, _: start_up(bench), start_up_rows, 4),
    Group(frozenset("35"), lambda bench, asked: sizes(bench, asked.sizes), size_rows),
    Group(frozenset("3"), lambda bench, asked: states(bench, asked.before, 1000), state_rows),
    Group(frozenset("4"), lambda bench, asked: peers(bench, min(1000, max(asked.sizes))), peer_rows, 0.5),
    Group(frozenset("6"), lambda bench, asked: faulty(bench, min(10_000, max(asked.sizes))), fault_rows, 0.5),
    Group(frozenset("8"), lambda bench, _: prepared(bench), meeting_rows),
    Group(frozenset("9"), lambda bench, _: recording(bench), recording_rows),
    Group(frozenset({"10"}), lambda bench, _: sites(bench, (100, 400)), site_rows, 0.5),
    Group(frozenset("35"), lambda bench, asked: huge(bench) if asked.full else {}, huge_rows, 0),
    Group(frozenset("7"), lambda bench, asked: reports(bench, asked.reports), report_rows, 0.5),
)


def measure(bench: Bench, asked: argparse.Namespace) -> Iterator[tuple[list[Row], Runs]]:
    """Give the rows of one group of limits after another, with the runs behind them."""
    wanted = {*asked.only.split(","), "7"}
    for group in GROUPS:
        commands = group.commands(bench, asked) if group.limits & wanted else {}
        if commands:
            runs = in_turn(commands, max(1, int(asked.rounds * group.often)), bench.folder)
            yield [*group.rows(runs, bench)], runs


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="16,1000,10000", help="indicators, for the limits 3 and 5")
    parser.add_argument("--full", action="store_true", help=f"{MANY} indicators too, once")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is timed (start-up: × 4)")
    parser.add_argument("--only", default="1,2,3,4,5,6,8,9,10", help="limits to measure")
    parser.add_argument("--reports", default="", help="reports for limit 7, such as status,gaps")
    parser.add_argument("--before", type=Path, help="an earlier state of the project, for limit 3")
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/README.md")
    parser.add_argument("--source", type=Path, default=ROOT, help="the project to build")
    parser.add_argument("--folder", type=Path, help="keep environment and plans here, to use them again")
    found = parser.parse_args()
    found.sizes = tuple(sorted(int(size) for size in found.sizes.split(",")))
    return found


def main() -> None:
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="serang-plan-bench-") as temporary:
        bench = Bench((asked.folder or Path(temporary)).resolve())
        if not bench.has("serang-plan"):
            bench.folder.mkdir(parents=True, exist_ok=True)
            prepare(bench, asked.source.resolve())
        rows: list[Row] = []
        for some, runs in measure(bench, asked):
            rows += some
            print("\n| command | median s | from–to | CPU s | peak MiB |\n|---|---|---|---|---|")
            print("\n".join(details(runs)), flush=True)
        print("\n" + "\n".join(table(rows)))
        if asked.write:
            write_down(rows)
    raise SystemExit(1 if any(row.verdict != "ok" for row in rows) else 0)


if __name__ == "__main__":
    main()
