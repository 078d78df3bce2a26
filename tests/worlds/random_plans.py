"""Fictional plans at random, each from its number: everything on which a standing can turn is in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.model.plan import SECTIONS, Plan

AS_OF = date(2026, 2, 28)
TIMES = (
    "2019",
    "2022",
    "2023-06",
    "2024-TW1",
    "2024",
    "2025-02",
    "2025-08",
    "2025-08-31",
    "2026-01-15",
    "2027",
)
UNITS = ("%", "ha", "jiwa")
KINDS = ("resmi", "resmi", "laporan", "berita", "perkiraan", "salinan")
VERIFICATIONS = ("terverifikasi", "sekunder", "turunan", "perlu-dicek")
SERIES = ("utama", "lain", "ketiga")


def random_plan(
    number: int, *, indicators: int = 16, region: str = "99.01", city: str = "Kota Contoh"
) -> Plan:
    """Return the plan of a number as known; the same number always gives the same plan."""
    chance = Random(number)
    sources = [_source(chance, nth) for nth in range(12)]
    records: dict[str, list[dict[str, Any]]] = {
        "plan": [_header(chance, region, city, indicators)],
        "sources": sources,
        "indicators": [_indicator(chance, nth) for nth in range(indicators)],
    }
    read = {
        name: [SECTIONS[name].model_validate(record) for record in many] for name, many in records.items()
    }
    return known_plan(Plan(read, AS_OF))


def _filled(**fields: Any) -> dict[str, Any]:
    return {name.rstrip("_"): value for name, value in fields.items() if value is not None}


def _maybe(chance: Random, value: Callable[[], Any], share: float = 0.5) -> Any:
    return value() if chance.random() < share else None


def _header(chance: Random, region: str, city: str, indicators: int) -> dict[str, Any]:
    return {
        "title": f"Rencana {city}",
        "city": city,
        "region": region,
        "first_year": 2020,
        "last_year": 2029,
        "indicators_expected": indicators,
        "origin": chance.choice(["kandidat", "resmi"]),
        "settings": {"stale_after_months": chance.choice([6, 12, 24])},
    }


def _source(chance: Random, nth: int) -> dict[str, Any]:
    return _filled(
        code=f"S{nth + 1}",
        title=chance.choice(['Laporan "resmi"', "Laporan, dua\nbaris", "=1+1"]),
        kind=chance.choice(KINDS),
        published=_maybe(chance, lambda: chance.choice(TIMES), 0.7),
        weakness=_maybe(chance, lambda: "Mengutip yang lain.", 0.15),
    )


def _code(chance: Random) -> str:
    return f"S{chance.randint(1, 12)}"


def _when(chance: Random, share: float) -> Any:
    return _maybe(chance, lambda: chance.choice(TIMES), share)


def _withdrawn(chance: Random) -> Any:
    return _maybe(chance, lambda: {"known": chance.choice(TIMES), "reason": "Keliru."}, 0.1)


def _indicator(chance: Random, nth: int) -> dict[str, Any]:
    codes = SERIES[: chance.choice([0, 0, 1, 2, 3])]
    return _filled(
        code=f"M{nth + 1:02}",
        name=f"Indikator {nth + 1}",
        aspect="sosial",
        unit=chance.choice(UNITS[:2]),
        direction=chance.choice(["naik", "turun"]),
        scope=chance.choice(["kota", "kota", "kawasan"]),
        definition=_maybe(chance, lambda: _definition(chance, nth), 0.8),
        reporting=_maybe(
            chance, lambda: {"every": chance.choice(["bulanan", "triwulan", "semester", "tahunan"])}
        ),
        series=[_series(chance, code) for code in codes],
        thresholds=[_threshold(chance) for _ in range(chance.choice([0, 1, 1, 2, 4]))],
        measurements=[_measurement(chance, codes) for _ in range(chance.choice([0, 1, 2, 4, 8]))],
        declared=_maybe(chance, lambda: _declared(chance), 0.3),
    )


def _definition(chance: Random, nth: int) -> dict[str, Any]:
    return _filled(
        id=f"contoh/pengertian-{nth + 1}", method=_maybe(chance, lambda: "Dihitung tiap tahun.", 0.3)
    )


def _series(chance: Random, code: str) -> dict[str, Any]:
    return _filled(
        code=code, name=code, proxy=_maybe(chance, lambda: chance.choice(["atas", "bawah", "kira"]), 0.8)
    )


def _threshold(chance: Random) -> dict[str, Any]:
    return _filled(
        value=chance.randint(0, 6),
        kind="hukum",
        basis="UU",
        scope=_maybe(chance, lambda: chance.choice(["kota", "kawasan"]), 0.3),
        due=_maybe(chance, lambda: chance.randint(2023, 2030), 0.4),
        for_=_when(chance, 0.25),
        source=_maybe(chance, lambda: _code(chance), 0.8),
        known=_when(chance, 0.2),
        since=_when(chance, 0.3),
        until=_when(chance, 0.15),
        verification=_maybe(chance, lambda: chance.choice(VERIFICATIONS), 0.8),
        withdrawn=_withdrawn(chance),
    )


def _measurement(chance: Random, codes: tuple[str, ...]) -> dict[str, Any]:
    return _filled(
        as_of=chance.choice(TIMES),
        value=chance.randint(0, 6),
        source=_maybe(chance, lambda: _code(chance), 0.7),
        sources=sorted({_code(chance) for _ in range(chance.choice([0, 0, 0, 1, 2]))}),
        verification=chance.choice(VERIFICATIONS),
        unit=_maybe(chance, lambda: chance.choice(UNITS), 0.15),
        scope=_maybe(chance, lambda: chance.choice(["kota", "kawasan"]), 0.15),
        series=_maybe(chance, lambda: chance.choice(codes), 0.7)
        if codes
        else _maybe(chance, lambda: "x", 0.05),
        break_=_maybe(chance, lambda: "Cara baru.", 0.15),
        known=_when(chance, 0.15),
        published=_when(chance, 0.2),
        used=chance.random() < 0.1,
        withdrawn=_withdrawn(chance),
    )


def _declared(chance: Random) -> dict[str, Any]:
    return _filled(
        standing=chance.choice(["terpenuhi", "belum"]),
        by="Wali Kota",
        date=_maybe(chance, lambda: chance.choice(["2025-05-05", "2026-12-01"])),
    )
