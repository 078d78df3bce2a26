"""Kegiatan belum mencantumkan tempat.

An action states no place.

Mengapa: dua OPD yang membongkar jalan yang sama pada tahun yang sama baru ketahuan bila tempatnya
ditulis. Warga pun ingin tahu apa yang dibangun di kelurahannya.

Why: that two OPD dig up the same road in the same year shows only if the place is written. And people
want to know what is built in their kelurahan.

Salah:

    - {code: A05, name: RTH di setiap kecamatan}

Benar:

    - {code: A05, name: RTH di setiap kecamatan, place: {site: Alun-alun kecamatan}}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import live_actions, of_coded
from serang_plan.wording import Text

RULE = Rule("C313", "action-without-place", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    for action in live_actions(plan):
        place = action.place
        if place is None or (place.kecamatan, place.kelurahan, place.site) == (None, None, None):
            named = of_coded(action.code, action.name)
            yield RULE.finding(
                Text(f"kegiatan {named.id} belum mencantumkan tempat", f"action {named.en} states no place"),
                action.at("code"),
                help=Text(
                    'tambahkan `place: {kelurahan: "…"}` dengan kode wilayah, atau `place: {site: …}`',
                    'add `place: {kelurahan: "…"}` with the code of the region, or `place: {site: …}`',
                ),
            )
