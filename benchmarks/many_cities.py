"""Export so many generated plans, and let DuckDB compare them with the SQL that comes along.

python benchmarks/many_cities.py 552 /tmp/cities
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.readers.engine import column, differences, loaded, write_package  # noqa: E402
from tests.worlds.random_plans import random_plan  # noqa: E402


@contextmanager
def timed(what: str) -> Iterator[None]:
    since = time.perf_counter()
    yield
    print(f"{what}: {time.perf_counter() - since:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    with timed("export"):
        for number in range(given.cities):
            region = f"{11 + number // 50}.{number % 50 + 1:02}"
            plan = random_plan(number, region=region, city=f"Kota Contoh {number + 1}")
            write_package(plan, given.folder / region)
    sql = given.folder / "11.01"
    with timed("load"):
        engine = loaded(f"{given.folder}/*", sql)
    with timed("work out the standings and check"):
        different = differences(engine, sql)
    with timed("compare"):
        compared = column(engine, "SELECT count(*) FROM compared_indicators")
    print(f"{len(different)} differences, {compared[0]} indicators compared")


if __name__ == "__main__":
    main()
