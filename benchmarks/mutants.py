"""Mutants: which small faults in the heart of the program would no test notice?

    python benchmarks/mutants.py --sample 1000 --seed 1 [--only analysis,rules] [--out mutants.json]

One expression of one module is changed at a time, in memory: nothing on the disk is touched. Each mutant is
judged by the tests that cover its line, the quickest first. The suite is run without a mutant before, and
must be green.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.util
import json
import os
import pickle
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "serang_plan"
HEART = ("analysis", "rules", "policy", "reading", "editing")
SUITE = (
    *("tests/analysis", "tests/reading", "tests/rules", "tests/policy", "tests/model", "tests/operations"),
    *("tests/reports", "tests/properties", "tests/seeded", "tests/cli", "tests/test_wording.py"),
)
NOT_IN_PROCESS = "not test_house and not test_html_properties and not test_finding_format_properties"
SLOWEST = 180
"""Seconds after which a mutant counts as killed: it runs for ever."""
FIRST, MOST_FIRST = 3, 60
"""How many of the quickest tests say which files are collected first, and how many of their tests are run."""


class Mutant(NamedTuple):
    """One change: where it is, its number in the file, and how the expression reads before and after."""

    file: str
    line: int
    nth: int
    kind: str
    before: str
    after: str


# -- how an expression can be wrong ----------------------------------------------------

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_REVERSED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
_SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


def _variants(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Give the wrong readings of one node, each a node of its own."""
    match node:
        case ast.Compare(ops=[operator]):
            for table in (_COMPARED, _REVERSED):
                if type(operator) in table:
                    yield "comparison", _with(node, ops=[table[type(operator)]()])
        case ast.BoolOp(op=operator, values=values):
            other = ast.Or() if isinstance(operator, ast.And) else ast.And()
            yield "boolean", _with(node, op=other)
            yield "operand", values[0]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not", operand
        case ast.BinOp(op=operator) if type(operator) in _COMPUTED and not _is_text(node):
            yield "arithmetic", _with(node, op=_COMPUTED[type(operator)]())
        case ast.Constant(value=bool(value)):
            yield "constant", ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield "constant", ast.Constant(value + 1)
        case ast.Call(func=ast.Name(id=name)) if name in _SWAPPED:
            yield "call", _with(node, func=ast.Name(_SWAPPED[name], ast.Load()))
        case ast.Call(func=ast.Name(id="sorted"), args=[first, *_]):
            yield "order", ast.Call(ast.Name("list", ast.Load()), [first], [])
        case ast.IfExp(body=body, orelse=orelse):
            yield "choice", _with(node, body=orelse, orelse=body)
        case ast.comprehension(ifs=[_, *_]):
            yield "filter", _with(node, ifs=[])
        case ast.If(test=test):
            yield "condition", _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Return(value=ast.expr()) if not isinstance(node.value, ast.Constant):
            yield "return", _with(node, value=ast.Constant(None))
        case ast.Continue():
            yield "jump", ast.Break()


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


class _Changing(ast.NodeTransformer):
    """Count the changes that are possible in a module; make the one that is wanted."""

    def __init__(self, wanted: int | None = None) -> None:
        self.wanted = wanted
        self.found: list[tuple[int, str, str, str]] = []

    def visit(self, node: ast.AST) -> ast.AST:
        if _says_nothing(node):
            return node
        for kind, variant in _variants(node):
            number = len(self.found)
            self.found.append((_line(node), kind, _read(node), _read(variant)))
            if number == self.wanted:
                return ast.copy_location(variant, node) if hasattr(node, "lineno") else variant
        return self.generic_visit(node)


def _says_nothing(node: ast.AST) -> bool:
    """Annotations, type-checking blocks and assertions of exhaustiveness never run or never matter."""
    return (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING") or isinstance(
        node, ast.arguments
    )


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", None) or node.iter.lineno)  # type: ignore[attr-defined]


def _read(node: ast.AST) -> str:
    return ast.unparse(node).splitlines()[0][:160]


def mutants_of(path: Path) -> list[Mutant]:
    """Return every mutant of a module."""
    changing = _Changing()
    changing.visit(ast.parse(path.read_text(encoding="utf-8")))
    file = path.relative_to(ROOT).as_posix()
    return [Mutant(file, line, nth, kind, a, b) for nth, (line, kind, a, b) in enumerate(changing.found)]


def mutated(path: Path, nth: int) -> ast.Module:
    """Return a module's tree with one change made."""
    tree = _Changing(nth).visit(ast.parse(path.read_text(encoding="utf-8")))
    assert isinstance(tree, ast.Module)
    return ast.fix_missing_locations(tree)


# -- which tests cover a line -----------------------------------------------------------


class Cover(NamedTuple):
    """The tests that run each line of each file, and how long each takes."""

    tests: Mapping[str, Mapping[int, frozenset[str]]]
    seconds: Mapping[str, float]

    def of(self, mutant: Mutant) -> list[str]:
        """Return the tests of a mutant's line, quickest first; of a line run at import, those of its file."""
        lines = self.tests.get(mutant.file, {})
        found = lines.get(mutant.line) or frozenset().union(*lines.values()) if lines else frozenset()
        return sorted(found, key=lambda test: (self.seconds.get(test, 0.0), test))


def covered(suite: Sequence[str]) -> Cover:
    """Run the suite once, without a mutant. Exits if it is not green."""
    with tempfile.TemporaryDirectory() as folder:
        data, times = Path(folder) / "coverage", Path(folder) / "times.xml"
        settings = Path(folder) / "coveragerc"
        settings.write_text(f"[run]\nsource = serang_plan\ndata_file = {data}\nparallel = true\n")
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-k", NOT_IN_PROCESS, *suite]
        command += ["--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report="]
        command += [f"--junitxml={times}", "-o", "junit_family=xunit1"]
        if subprocess.run(command, cwd=ROOT, env=_environment(), check=False).returncode:
            raise SystemExit("the suite is not green without a mutant")
        return Cover(_contexts(data), _seconds(times))


def _contexts(data: Path) -> dict[str, dict[int, frozenset[str]]]:
    from coverage.numbits import numbits_to_nums

    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = sqlite3.connect(data).execute(
        "select file.path, context.context, line_bits.numbits from line_bits "
        "join file on file.id = line_bits.file_id join context on context.id = line_bits.context_id"
    )
    for path, context, bits in rows:
        test = context.rpartition("|")[0]
        if test and Path(path).is_relative_to(PACKAGE):
            for line in numbits_to_nums(bits):
                found[Path(path).relative_to(ROOT).as_posix()][line].add(test)
    return {file: {line: frozenset(tests) for line, tests in lines.items()} for file, lines in found.items()}


def _seconds(report: Path) -> dict[str, float]:
    from xml.etree import ElementTree

    cases = ElementTree.parse(report).iter("testcase")
    return {f"{case.get('file')}::{case.get('name')}": float(case.get("time", 0)) for case in cases}


# -- one mutant ---------------------------------------------------------------------------


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Give one module with a change in it; all others come from the disk."""

    def __init__(self, mutant: Mutant) -> None:
        self.path = ROOT / mutant.file
        name = Path(mutant.file).relative_to("src").with_suffix("").as_posix().replace("/", ".")
        self.name, self.nth = name.removesuffix(".__init__"), mutant.nth

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:
        if name != self.name:
            return None
        package = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            name, self.path, loader=self, submodule_search_locations=package
        )

    def exec_module(self, module: object) -> None:
        exec(compile(mutated(self.path, self.nth), str(self.path), "exec"), module.__dict__)


class _Chosen:
    """A plugin: only the tests that were chosen, the quickest first."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.order = {test: nth for nth, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[object]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )


def judge(mutant: Mutant | None, tests: Sequence[str]) -> str:
    """Run tests, those of few files first: `killed`, `survived` or `endless`."""
    quick = {test.partition("::")[0] for test in tests[:FIRST]}
    first = [test for test in tests if test.partition("::")[0] in quick][:MOST_FIRST]
    rest = [test for test in tests if test not in first]
    verdict = _verdict(mutant, first)
    return _verdict(mutant, rest) if rest and verdict == "survived" else verdict


def _verdict(mutant: Mutant | None, tests: Sequence[str]) -> str:
    """Run tests in a process of their own."""
    child = os.fork()
    if child == 0:
        os._exit(_run(mutant, tests))
    until = time.monotonic() + SLOWEST
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return "survived" if os.waitstatus_to_exitcode(status) == 0 else "killed"
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "endless"


def _run(mutant: Mutant | None, tests: Sequence[str]) -> int:
    import pytest

    os.setpgid(0, 0)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    os.environ.update(_environment())
    if mutant is not None:
        sys.meta_path.insert(0, _Finder(mutant))
    files = sorted({test.partition("::")[0] for test in tests})
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "--no-header"]
    return int(pytest.main([*options, *files], plugins=[_Chosen(tests)]))


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_PROFILE": "commit"}


# -- all of them ----------------------------------------------------------------------------


def chosen(only: Iterable[str], sample: int, seed: int) -> list[Mutant]:
    """Return a seeded sample of the mutants of some rooms, in the order of their files."""
    paths = [path for room in only for path in sorted((PACKAGE / room).rglob("*.py"))]
    everything = [mutant for path in paths for mutant in mutants_of(path)]
    picked = random.Random(seed).sample(everything, min(sample, len(everything)))
    print(f"{len(everything)} mutants are possible, {len(picked)} are judged", file=sys.stderr)
    return sorted(picked)


def judged(mutants: Sequence[Mutant], cover: Cover, workers: int) -> dict[Mutant, str]:
    """Judge mutants side by side, in as many processes as there are workers."""
    shares: list[Sequence[Mutant]] = [mutants[nth::workers] for nth in range(workers)]
    pipes = [_share(share, cover) for share in shares]
    found: dict[Mutant, str] = {}
    for reading in pipes:
        with os.fdopen(reading, encoding="utf-8") as lines:
            for line in lines:
                fields, verdict = json.loads(line)
                found[Mutant(*fields)] = verdict
    return found


def _share(mutants: Sequence[Mutant], cover: Cover) -> int:
    reading, writing = os.pipe()
    if os.fork():
        os.close(writing)
        return reading
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8", buffering=1) as out:
        for mutant in mutants:
            tests = cover.of(mutant)
            verdict = judge(mutant, tests) if tests else "not covered"
            out.write(json.dumps([mutant, verdict]) + "\n")
            print(
                f"{verdict:12}{mutant.file}:{mutant.line} {mutant.before} → {mutant.after}", file=sys.stderr
            )
    os._exit(0)


def report(found: Mapping[Mutant, str]) -> str:
    """Return the counts by room, then each mutant that no test noticed."""
    by_room: dict[str, Counter[str]] = defaultdict(Counter)
    for mutant, verdict in found.items():
        by_room[mutant.file.split("/")[2]][verdict] += 1
    lines = []
    for room, counts in [*sorted(by_room.items()), ("all", sum(by_room.values(), Counter()))]:
        noticed = counts["killed"] + counts["endless"]
        lines.append(
            f"{room:10} {noticed} of {counts.total()} noticed ({100 * noticed / counts.total():.1f} %)"
        )
    for mutant, verdict in sorted(found.items()):
        if verdict in ("survived", "not covered"):
            lines.append(
                f"{verdict}: {mutant.file}:{mutant.line} {mutant.kind}: {mutant.before} → {mutant.after}"
            )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Judge a sample, print what survived."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sample", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default=",".join(HEART))
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options.add_argument("--out", type=Path, help="write every verdict here, as JSON")
    options.add_argument(
        "--cover", type=Path, help="keep here which tests cover what, and use it if it is there"
    )
    given = options.parse_args()
    os.chdir(ROOT)
    mutants = chosen(given.only.split(","), given.sample, given.seed)
    cover = _kept(given.cover) if given.cover else covered(SUITE)
    _preload()
    tests = sorted({test for mutant in mutants for test in cover.of(mutant)[:1]})
    if judge(None, tests) != "survived":
        raise SystemExit("the tests fail where nothing was changed")
    found = judged(mutants, cover, given.workers)
    if given.out:
        given.out.write_text(json.dumps([[mutant, verdict] for mutant, verdict in sorted(found.items())]))
    print(report(found), end="")
    return 0


def _kept(file: Path) -> Cover:
    """Return the cover that a file holds; it is measured if there is none."""
    if not file.exists():
        file.write_bytes(pickle.dumps(tuple(covered(SUITE))))
    return Cover(*pickle.loads(file.read_bytes()))


def _preload() -> None:
    """Import the libraries once; what is ours is imported in each process anew."""
    for name in (
        "pytest",
        "hypothesis",
        "pydantic",
        "typer",
        "rich.console",
        "yaml",
        "jsonschema",
        "coverage",
    ):
        importlib.import_module(name)


if __name__ == "__main__":
    raise SystemExit(main())
