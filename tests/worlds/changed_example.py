"""The fictional city half a year later: the example with edits of every kind that `diff` tells apart."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT

EXAMPLE = ROOT / "src" / "serang_plan" / "example"

EDITS: dict[str, list[tuple[str, str]]] = {
    "indicators.yaml": [
        ("  last_year: 2029\n", "  last_year: 2030\n"),
        ("    stale_after_months: 24\n", "    stale_after_months: 36\n"),
        (
            "  - year: 2028\n    focus: Ekonomi malam yang berbudaya\n    opd: [DISPARBUD]",
            "  - year: 2028\n    focus: Ekonomi malam yang berbudaya\n    opd: [DISPARBUD, DISHUB]",
        ),
        (
            "{year: 2029, value: 20.2, basis: rpjmd, source: S01}",
            "{year: 2029, value: 19.8, basis: rpjmd, source: S01}",
        ),
        (
            "      - {year: 2027, value: 75, basis: rpjmd, source: S01}\n"
            "      - {year: 2028, value: 78, basis: rpjmd, source: S01}\n"
            "      - {year: 2029, value: 81, basis: rpjmd, source: S01}\n",
            "      - {year: 2028, value: 75, basis: rpjmd, source: S01, reason: Armada baru tiba tahun 2028.}\n"
            "      - {year: 2029, value: 78, basis: rpjmd, source: S01, reason: Armada baru tiba tahun 2028.}\n"
            "      - {year: 2030, value: 81, basis: rpjmd, source: S01}\n",
        ),
        (
            "      - as_of: 2025\n        value: 38.4\n        source: S16\n        verification: terverifikasi\n",
            "      - as_of: 2025\n        value: 38.4\n        verification: perlu-dicek\n",
        ),
        (
            "    reporting: tahunan\n    provider: DPUPR\n    measurements:\n      - {as_of: 2019, value: 71,",
            "    threshold: {value: 80, kind: kebijakan, basis: Perubahan RPJMD Kota Rengganis, source: S36}\n"
            "    reporting: tahunan\n    provider: DPUPR\n    measurements:\n      - {as_of: 2019, value: 71,",
        ),
        (
            "      value: 2\n      kind: kebijakan\n",
            "      value: 1\n      reason: Koridor 2 menunggu jembatan.\n      kind: kebijakan\n",
        ),
        (
            "      - {as_of: 2025, value: 19, source: S16, verification: terverifikasi}\n",
            "      - {as_of: 2025, value: 19, source: S16, verification: terverifikasi}\n"
            "      - {as_of: 2026-03, value: 22, source: S36, verification: sekunder}\n",
        ),
        ("{as_of: 2024, value: 79.88, source: S15", "{as_of: 2024, value: 79.95, source: S15"),
        (
            "    declared: {standing: terpenuhi, by: Wakil Wali Kota Rengganis, date: 2026-03-12, source: S23}\n",
            "",
        ),
        (
            "    provider: DISPARBUD\n    targets:",
            "    provider: DISPARBUD\n    measurements:\n"
            "      - {as_of: 2026-05, value: 43, source: S36, verification: terverifikasi}\n    targets:",
        ),
        ("    name: Indeks SPBE\n", "    name: Indeks Pemerintahan Digital\n"),
        (
            "  - {code: S35, title: Notulen rakor 12 Maret 2026",
            "  - {code: S36, title: Laporan semester I 2026, publisher: contoh, published: 2026-06-20, kind: laporan}\n"
            "  - {code: S35, title: Notulen rakor 12 Maret 2026",
        ),
    ],
    "opd_assignments.yaml": [
        (
            "  - {indicator: M10, lead: DINKES, basis: keputusan, source: S24}\n",
            "  - {indicator: M10, lead: DINKES, until: 2025, basis: keputusan, source: S24}\n"
            "  - {indicator: M10, lead: DINSOS, support: [DINKES], from: 2026, basis: keputusan, source: S36}\n",
        ),
        (
            "partners: [PAGUYUBAN], basis: usulan}",
            "partners: [PAGUYUBAN], basis: keputusan, source: S36}",
        ),
        (
            "    finish: 2026-TW4\n    status: berjalan\n    needs: [A02]\n",
            "    finish: 2026-TW4\n    status: geser\n    needs: [A02]\n"
            "    moves: [{to: 2027-TW2, known: 2026-05, reason: Lelang diulang., source: S36}]\n",
        ),
        (
            "    start: 2027-TW1\n    finish: 2028-TW4\n    status: rencana\n"
            '    place: {kecamatan: "99.01.03", kelurahan: "99.01.03.1001"}\n',
            "    start: 2027-TW1\n    finish: 2030-TW4\n    status: rencana\n"
            '    place: {kecamatan: "99.01.03", kelurahan: "99.01.03.1001"}\n',
        ),
        (
            '    finish: 2028-TW4\n    status: rencana\n    place: {kelurahan: "99.01.03.1004"',
            '    status: batal\n    place: {kelurahan: "99.01.03.1004"',
        ),
        (
            "    opd: DPERKIM\n    indicators: [{code: M03, adds: -24}]",
            "    opd: DPUPR\n    indicators: [{code: M03, adds: -20}]",
        ),
        ("    sources: [S01]\n    evidence: [S31]\n", "    sources: [S01]\n"),
        (
            '    finish: 2027-TW4\n    status: rencana\n    place: {kelurahan: "99.01.02.1002"}',
            '    finish: 2027-TW2\n    status: rencana\n    place: {kelurahan: "99.01.02.1002"}',
        ),
        (
            "  - code: A28\n    name: Kereta gantung Bukit Sela\n",
            "  - code: A29\n    name: Pasar malam Bandar Lama\n    opd: DISPARBUD\n"
            "    indicators: [{code: M14, adds: 4}]\n    start: 2026-TW3\n    finish: 2026-TW4\n    status: rencana\n"
            "    sources: [S36]\n"
            "  - code: A28\n    name: Kereta gantung Bukit Sela\n",
        ),
    ],
    "rakor.yaml": [
        (
            "        due: 2026-05-29\n        indicator: M14\n        status: proses\n        updated: 2026-03-12\n",
            "        due: 2026-05-29\n        indicator: M14\n        status: selesai\n        updated: 2026-06-22\n"
            "        evidence: Laporan pendataan, 22 Juni 2026\n",
        ),
        ("        due: 2026-09-30\n", "        due: 2026-12-31\n"),
        ("        lead: DAMKAR\n", "        lead: BAPPERIDA\n"),
        (
            "      - code: R3-3\n        text: Perbedaan angka pengangguran dijelaskan\n        lead: DISNAKER\n"
            "        support: [BAPPERIDA]\n        due: 2026-08-31\n        indicator: M13\n        status: menunggu\n",
            "",
        ),
    ],
}


def changed_example(folder: Path) -> None:
    """Write the example as it is and as it is half a year later, side by side: `lama` and `baru`."""
    shutil.copytree(EXAMPLE, folder / "lama", ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    shutil.copytree(folder / "lama", folder / "baru")
    for name, edits in EDITS.items():
        path = folder / "baru" / name
        text = path.read_text(encoding="utf-8")
        for old, new in edits:
            assert text.count(old) == 1, (name, old, text.count(old))
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
