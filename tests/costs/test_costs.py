"""What each command costs, held to the table of ceilings; `SERANG_PLAN_ACCEPT=1` writes it, people read it.

Counted on the oldest Python alone, with the same hashes and the same day. What libraries do is held only where
they are those of the table. Whatever went over is named, beside the state in which the ceilings were accepted.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.generate import AS_OF as GENERATED_ON

from serang_plan.cli.registry import COMMANDS
from tests.conftest import ROOT
from tests.costs.counting import OURS, Run
from tests.readers.process import CLEAN

TABLE = ROOT / "tests" / "costs" / "ceilings.md"
LIBRARIES = ("typer", "click", "pydantic", "rich", "pyyaml")
COLUMNS = ("own modules", "all modules", "own calls", "all calls", "KiB")
OVER, UNDER = 1.02, 0.9
ON_1000 = f"validate PLAN-1000 --as-of {GENERATED_ON}"
CALLED = {
    "status": "status --as-of 2020-03-10",
    "validate": "validate --as-of 2020-03-10",
    "validate 1,000 indicators": ON_1000,
    "record --dry-run": "record M02 73,5 --at 2017-12 --on 2020-03-10 --source S18 --as-of 2020-03-10 --dry-run",
    "briefing": "briefing --for walikota --as-of 2020-03-10",
    "publish, a page": "publish -o situs --as-of 2020-03-10",
}
"""Where calls are counted too."""
HELD = tuple(name for name in CALLED if not name.startswith("publish"))
"""Where the most memory is counted too; it takes three times as long."""
FITTING = {
    "rakor attend": "rakor attend DLH,DPUPR --rakor 2020-03-10 --yes",
    "rakor decide": "rakor decide Lahan --lead DLH --due 2027-01-31 --rakor 2020-03-10 --yes",
    "rakor report": "rakor report R1-1 --opd DLH --status proses --note Menunggu --yes",
    "rakor accept": "rakor accept R1-1 --opd DLH --yes",
    "rakor minutes": "rakor minutes 2020-03-10",
    "rakor close": "rakor close 2020-03-10 --yes",
    "diff": "diff FOLDER_LAMA FOLDER_BARU",
    "init": "init kota --example --yes",
}
"""Instead of an example that needs what the plan that we ship has not."""
WRITING = frozenset(
    [
        "target",
        "threshold",
        "assign",
        "opd",
        "claim",
        "add",
        "start",
        "update",
        "finish",
        "move",
        "cancel",
        "withdraw",
        "undo",
        "migrate",
    ]
)

pytestmark = [
    pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="costs are counted on the oldest Python"),
    pytest.mark.skipif(sys.platform != "linux", reason="costs are counted in copies of a process"),
]


def typed(name: str) -> str:
    """Return what is typed to see what a command costs: its first example, and consent where it writes."""
    if name in FITTING:
        return FITTING[name]
    line = COMMANDS[name].examples[0].partition(" > ")[0]
    return f"{line} --yes" if name in WRITING else line


def kinds_of(name: str) -> tuple[str, ...]:
    return ("modules", *(("calls",) if name in CALLED else ()), *(("memory",) if name in HELD else ()))


LINES = {name: typed(name) for name in COMMANDS if name not in {*CALLED, "record", "publish"}} | CALLED


class Costs(NamedTuple):
    """What one run costs: names with how often each was loaded or called; KiB of memory at the most."""

    modules: Mapping[str, int]
    calls: Mapping[str, int]
    memory: int
    pages: int = 1
    """On which the calls are spread."""

    @property
    def figures(self) -> tuple[int, ...]:
        modules, calls = self.modules, self.calls
        called = (_own(calls) // self.pages, sum(calls.values()) // self.pages)
        return (_own(modules), sum(modules.values()), *called, self.memory)


def _own(counts: Mapping[str, int]) -> int:
    return sum(count for name, count in counts.items() if name.split(".")[0].split(":")[0] == OURS)


def counted(folder: Path, lines: Mapping[str, str], first: str = "", source: Path = ROOT) -> dict[str, Costs]:
    """Run each line for all that is counted of it, each in a copy of the folder."""
    runs: list[Run] = []
    for name, line in lines.items():
        for kind in kinds_of(name):
            own = folder_of(folder, source, name, kind)
            shutil.copytree(folder / "plan", own)
            runs.append(
                Run(str(own), shlex.split(line.replace("PLAN-1000", str(folder / "1000"))), kind, first)
            )
    with ThreadPoolExecutor(2) as pool:
        halves = list(pool.map(lambda some: answers(some, source), (runs[::2], runs[1::2])))
    found: dict[str, dict[str, dict[str, int]]] = {}
    names = [name for name in lines for _ in kinds_of(name)]
    for nth, (name, run) in enumerate(zip(names, runs, strict=True)):
        found.setdefault(name, {})[run.counted] = halves[nth % 2][nth // 2]
    return {
        name: costs(name, kinds)._replace(pages=pages(folder_of(folder, source, name, "calls")))
        for name, kinds in found.items()
    }


def folder_of(folder: Path, source: Path, name: str, kind: str) -> Path:
    return folder / "-".join((source.name, *name.split(), kind))


def pages(folder: Path) -> int:
    return sum(1 for _ in (folder / "situs").rglob("*.html")) or 1


def answers(runs: list[Run], source: Path) -> list[dict[str, int]]:
    """Ask a process whose hashes are the same every time."""
    environment = {**CLEAN, "PYTHONPATH": str(source / "src"), "PYTHONHASHSEED": "0", "COLUMNS": "80"}
    asked = [sys.executable, str(ROOT / "tests" / "costs" / "counting.py")]
    ended = subprocess.run(
        asked, input=json.dumps(runs), env=environment, capture_output=True, text=True, check=True
    )
    return list(json.loads(ended.stdout))


def costs(name: str, kinds: dict[str, dict[str, int]]) -> Costs:
    """Return what a command cost that did what it was asked."""
    fine = {0, 1} if name != "undo" else {2}  # of a new folder there is nothing to undo
    assert {found.pop("exit code") for found in kinds.values()} <= fine, f"{name} could not do it"
    return Costs(kinds["modules"], kinds.get("calls", {}), kinds.get("memory", {}).get("KiB", 0))


# -- the table -------------------------------------------------------------------------------


def ceilings() -> dict[str, tuple[int, ...]]:
    rows = (
        line.split("|")[1:-1] for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"
    )
    return {
        name.strip(" `"): tuple(int(cell.replace(",", "") or 0) for cell in map(str.strip, cells))
        for name, *cells in rows
    }


def table(found: Mapping[str, Costs]) -> Iterator[str]:
    yield "# What each command may cost\n"
    yield "Written by `SERANG_PLAN_ACCEPT=1 pytest tests/costs`; held by `test_costs.py`, which says how it is counted.\n"
    yield f"Libraries: {libraries()}\n"
    yield f"| command | {' | '.join(COLUMNS)} |"
    yield f"|---|{'--:|' * len(COLUMNS)}"
    for name, one in found.items():
        yield f"| `{name}` | {' | '.join(f'{figure:,}' if figure else '' for figure in one.figures)} |"


def libraries() -> str:
    return ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def breaches(
    found: Mapping[str, Costs], most: Mapping[str, tuple[int, ...]], *, same_libraries: bool
) -> Iterator[tuple[str, str, str]]:
    """Give the command, the figure and what is to be said of each that is over its ceiling, or far below."""
    for name, one in found.items():
        for column, figure, ceiling in zip(
            COLUMNS, one.figures, most.get(name, (0,) * len(COLUMNS)), strict=True
        ):
            if not same_libraries and not column.startswith("own"):
                continue
            if figure > ceiling * OVER:
                yield name, column, f"{name}: {figure:,} {column}, at most {ceiling:,}"
            elif figure < ceiling * UNDER:
                yield name, column, f"{name}: only {figure:,} {column}; lower the ceiling of {ceiling:,}"


def newcomers(now: Costs, before: Costs | None, column: str, most: int = 12) -> str:
    """Return what costs more than before, the most first; without a before, what costs most."""
    of = "modules" if "modules" in column else "calls"
    counts, earlier = getattr(now, of), getattr(before, of) if before else {}
    more = {
        name: count - earlier.get(name, 0) for name, count in counts.items() if count > earlier.get(name, 0)
    }
    named = sorted(more, key=lambda name: (-more[name], name))[:most]
    return ", ".join(name if more[name] == 1 else f"{name} (+{more[name]:,})" for name in named)


def accepted_state(folder: Path) -> Path | None:
    """Unpack the sources of the commit that last wrote the table, where git has it."""
    git = ("git", "-C", str(ROOT))
    last = subprocess.run(
        [*git, "log", "-1", "--format=%H", "--", str(TABLE)], capture_output=True, text=True, check=False
    )
    if last.returncode or not last.stdout.strip():
        return None
    packed = subprocess.run(
        [*git, "archive", last.stdout.strip(), "src"], capture_output=True, check=False
    ).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder / "accepted", filter="data")
    return folder / "accepted"


def told(breached: Iterable[tuple[str, str, str]], found: Mapping[str, Costs], folder: Path) -> str:
    """Return all that is to be said, with the names of what came in since the ceilings were accepted."""
    breached = list(breached)
    over = {name: LINES[name] for name, _, said in breached if "at most" in said}
    state = accepted_state(folder) if over else None
    before = counted(folder, over, source=state) if state else {}
    lines = [
        f"{said}\n    {newcomers(found[name], before.get(name), column)}" if "at most" in said else said
        for name, column, said in breached
    ]
    return "\n".join([*lines, "SERANG_PLAN_ACCEPT=1 pytest tests/costs accepts it"])


# -- the tests -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the plan that we ship and one of 1,000 indicators, outside every repository."""
    folder = tmp_path_factory.mktemp("costs")
    for data in ("data", "FOLDER_LAMA", "FOLDER_BARU"):
        shutil.copytree(ROOT / "data", folder / "plan" / data)
    generate = [sys.executable, str(ROOT / "benchmarks" / "generate.py"), "1000", str(folder / "1000")]
    subprocess.run(generate, check=True, capture_output=True)
    return folder


def test_no_command_costs_more_than_its_ceiling(folder: Path) -> None:
    found = counted(folder, LINES)
    if os.environ.get("SERANG_PLAN_ACCEPT"):
        TABLE.write_text("\n".join(table(found)) + "\n", encoding="utf-8")
    same = f"Libraries: {libraries()}\n" in TABLE.read_text(encoding="utf-8")
    breached = list(breaches(found, ceilings(), same_libraries=same))

    assert not breached, told(breached, found, folder)


def test_every_command_has_its_row() -> None:
    assert list(ceilings()) == list(LINES)
    assert set(COMMANDS) - set(LINES) == {"record", "publish"}, "whose rows have longer names"
    assert set(FITTING) | WRITING <= set(COMMANDS)


LIBRARY = "import xml.dom.minidom, unittest.mock, xmlrpc.client"


def test_a_library_that_is_loaded_too_is_named(folder: Path) -> None:
    before, after = (loaded(folder, first) for first in ("", LIBRARY))

    assert [column for _, column, _ in breached(before, after)] == ["all modules"]
    assert "xmlrpc.client" in newcomers(after, before, "all modules", 99)


def test_a_call_in_a_loop_is_named(folder: Path) -> None:
    before = Costs({}, {"serang_plan.one:asked": 1_000, "serang_plan.two:asked": 5_000}, 0)
    after = before._replace(calls={**before.calls, "serang_plan.one:asked": 1_200})

    assert [column for _, column, _ in breached(before, after)] == ["own calls", "all calls"]
    assert newcomers(after, before, "own calls") == "serang_plan.one:asked (+200)"


def test_memory_and_a_ceiling_that_is_too_high_are_told() -> None:
    before = Costs({}, {}, 1_000)

    assert [said for *_, said in breached(before, before._replace(memory=1_021))] == [
        "status: 1,021 KiB, at most 1,000"
    ]
    assert [said for *_, said in breached(before, before._replace(memory=899))] == [
        "status: only 899 KiB; lower the ceiling of 1,000"
    ]
    assert breached(before, before._replace(memory=1_020)) == []


def test_other_libraries_are_not_our_fault() -> None:
    before, after = Costs({"yaml": 10, "serang_plan": 1}, {}, 0), Costs({"yaml": 20, "serang_plan": 1}, {}, 0)

    assert list(breaches({"status": after}, {"status": before.figures}, same_libraries=False)) == []


def test_the_state_in_which_ceilings_were_accepted_is_unpacked(tmp_path: Path) -> None:
    state = accepted_state(tmp_path)

    assert state is None or (state / "src" / OURS / "__main__.py").exists()


def loaded(folder: Path, first: str) -> Costs:
    run = Run(str(folder / "plan"), ["explain", "F105"], "modules", first)
    return costs("explain", {"modules": answers([run], ROOT)[0]})


def breached(before: Costs, after: Costs) -> list[tuple[str, str, str]]:
    return list(breaches({"status": after}, {"status": before.figures}, same_libraries=True))
