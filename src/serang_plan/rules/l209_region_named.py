"""Nama kecamatan atau kelurahan ditulis di tempat kodenya.

A kecamatan or kelurahan is named where its code belongs.

Mengapa: nama wilayah tidak selalu menunjuk satu tempat. Sukawana ada di Kecamatan Serang dan di
Kecamatan Curug; Serang adalah nama kelurahan, kecamatan dan kota sekaligus. Kode hanya menunjuk satu.

Why: a name does not always mean one place. There is a Sukawana in Kecamatan Serang and another in
Kecamatan Curug; Serang is a kelurahan, a kecamatan and the city. A code means one place only.

Salah:

    place: {kelurahan: Sukawana}

Benar:

    place: {kelurahan: "36.73.04.1007"}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.lookups.references import Reference, references
from serang_plan.analysis.lookups.regions import bare_name, is_kecamatan, kecamatan_of, regions_by_name
from serang_plan.findings import Finding, Rule
from serang_plan.model.opd import RegionName
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, untranslated
from serang_plan.wording import backquoted as show

RULE = Rule("L209", "region-named", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    if not plan.regions:
        return
    names = regions_by_name(plan)
    for named in references(plan, "regions", listed=plan.region_by_code):
        regions = names.get(bare_name(named.code), ())
        if regions:
            wanted, typed = str(named.keys[-1]), show(named.code)
            message = Text(
                f"{typed} adalah nama, bukan kode {wanted}", f"{typed} is a name, not the code of a {wanted}"
            )
            yield RULE.finding(message, named.at, help=_advice(plan, named, regions))


def _advice(plan: Plan, named: Reference, regions: Sequence[RegionName]) -> Text:
    wanted = named.keys[-1]
    of_rank = [region for region in regions if _rank(region.code) == wanted]
    if len(of_rank) == 1:
        code = f'`"{of_rank[0].code}"`'
        return Text(f"tulis {code}", f"type {code}")
    choices = [_choice(plan, region) for region in of_rank or regions]
    return Text(
        f"tulis {' atau '.join(region.id for region in choices)}",
        f"type {' or '.join(region.en for region in choices)}",
    )


def _rank(code: str) -> str:
    return "kecamatan" if is_kecamatan(code) else "kelurahan"


def _choice(plan: Plan, region: RegionName) -> Text:
    field = f'`{_rank(region.code)}: "{region.code}"`'
    kecamatan = kecamatan_of(plan, region.code)
    if kecamatan is None:
        return untranslated(field)
    name = show(kecamatan.name)[1:-1]
    return Text(f"{field} (Kecamatan {name})", f"{field} (in Kecamatan {name})")
