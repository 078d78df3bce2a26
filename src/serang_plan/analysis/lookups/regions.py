"""Regions: kecamatan and kelurahan by their names, which are not always theirs alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from serang_plan.model.opd import RegionName
from serang_plan.model.plan import Plan
from serang_plan.wording import without_form

_RANK = re.compile(r"^(kelurahan|kel\.?|desa|kecamatan|kec\.?)\s+")
_FORM = re.compile(r"[\d.]+")


def is_kecamatan(code: str) -> bool:
    """Whether a code has the three parts of a kecamatan, as in `36.73.01`."""
    return code.count(".") == 2


def is_kelurahan(code: str) -> bool:
    """Whether a code has the four parts of a kelurahan, as in `36.73.01.1003`."""
    return code.count(".") == 3


def looks_like_code(typed: str) -> bool:
    """Whether something is made of digits and dots only, as codes of regions are."""
    return _FORM.fullmatch(typed) is not None


def bare_name(typed: str) -> str:
    """Return a name without `Kelurahan` or `Kec.` before it, case folded, single spaced."""
    return _RANK.sub("", without_form(typed))


def regions_by_name(plan: Plan) -> Mapping[str, tuple[RegionName, ...]]:
    """Return the kecamatan and kelurahan of each name; Sukawana is two of them, Serang a kecamatan too."""
    by_name: dict[str, list[RegionName]] = defaultdict(list)
    for region in plan.region_by_code.values():
        by_name[bare_name(region.name)].append(region)
    return {name: tuple(regions) for name, regions in by_name.items()}


def kecamatan_of(plan: Plan, code: str) -> RegionName | None:
    """Return the kecamatan in which a kelurahan lies, if it is known."""
    return plan.region_by_code.get(code.rpartition(".")[0])
