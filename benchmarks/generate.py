"""Write a sound, fictional plan of any size, with as many one-line faults as asked for.

Without faults nothing at all is found in it as of AS_OF; on other days some of it is late or stale.

python benchmarks/generate.py 1000 /tmp/plan [--faults 10] [--broken 1] [--actions 500] [--opd 72]
    [--decisions 1200]
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

SEED = 20200310
AS_OF = "2022-11-30"
RECORDS_IN_A_FILE = 20_000
"""Beyond this a section goes on in a further file: no file of a plan may be larger than 64 MiB."""

ASPECTS = ("fisik-lingkungan", "sosial", "ekonomi", "kependudukan", "tata-kelola")
PILLARS = ("ramah", "besar", "sejahtera", "siang-malam")
TOPICS = (
    ("Sampah tertangani", "Waste handled", "% timbulan", "% of waste", "naik"),
    ("Luas permukiman kumuh", "Slum area", "% luas wilayah", "% of area", "turun"),
    ("Akses air minum layak", "Improved drinking-water access", "% rumah tangga", "% of households", "naik"),
    ("Jalan kota kondisi mantap", "City roads in steady condition", "% panjang", "% of length", "naik"),
    ("Penduduk miskin", "Poor population", "% penduduk", "% of population", "turun"),
    ("Layanan publik secara daring", "Public services online", "% layanan", "% of services", "naik"),
    ("Tingkat pengangguran terbuka", "Open unemployment", "% angkatan kerja", "% of labour force", "turun"),
)
WORK = ("Pembangunan taman", "Perbaikan saluran", "Pelatihan kader", "Penataan trotoar", "Pendataan warga")
DUTIES = ("Lingkungan Hidup", "Perhubungan", "Kesehatan", "Sosial", "Pekerjaan Umum", "Tenaga Kerja")
KECAMATAN = ("Serang", "Kasemen", "Walantaka", "Curug", "Cipocok Jaya", "Taktakan")
PARTNERS = (("PEMPROV", "provinsi"), ("BPS", "pusat"), ("BPJN", "pusat"), ("PDAM", "bumn"))
KELURAHAN_EACH = 10

FAULTS = ("decimal-comma", "unknown-opd", "unknown-field", "impossible-date", "unknown-word", "unquoted-code")
BROKEN = "never-closed"
Faults = Mapping[int, set[str]]


class Size(NamedTuple):
    """How many of each there are."""

    indicators: int
    actions: int
    opd: int
    decisions: int = 0
    """Of a city that has met every month; else there are a few, all done and accepted."""

    @property
    def sources(self) -> int:
        return (self.indicators // 10 + 6) * 5

    @property
    def pairs(self) -> int:
        """How many pairs of indicators there are; one OPD leads both."""
        return (self.indicators + 1) // 2

    def lead(self, pair: int) -> str:
        return opd(pair % self.opd)


# -- codes and dates -----------------------------------------------------------


def source(nth: int) -> str:
    return f"S{nth + 1}"


def indicator(nth: int) -> str:
    return f"M{nth + 1:02}"


def opd(nth: int) -> str:
    return f"DINAS-{nth + 1:03}"


def action(nth: int) -> str:
    return f"A{nth + 1:02}"


def published(nth: int) -> str:
    """Return when a source was published: every fifth one in the same year, from 2018 to 2022."""
    return f"{2018 + nth % 5}-{nth * 7 % 11 + 1:02}-{nth * 11 % 28 + 1:02}"


def source_of(year: int, near: int, size: Size) -> int:
    """Return a source that was published in a year."""
    years = size.sources // 5
    return near % years * 5 + (year - 2018)


def kind_of(nth: int) -> str:
    return ("resmi", "laporan", "berita")[nth % 3]


# -- indicators.yaml -------------------------------------------------------------


def header(size: Size) -> Iterator[str]:
    yield "  title: Kota Contoh Menuju Kota Metropolis\n  city: Kota Contoh\n"
    yield '  region: "36.73"\n  first_year: 2020\n  last_year: 2029\n'
    yield f"  indicators_expected: {size.indicators}\n  origin: resmi\n  pillars:\n"
    yield from (f"    - {{code: {code}, name: Kota yang {code}}}\n" for code in PILLARS)


def claims(size: Size) -> Iterator[str]:
    yield (
        "  - code: K1\n    date: 2022-03-10\n    by: Wakil Wali Kota Contoh\n"
        f"    indicators: {size.indicators}\n    met: 0\n    source: {source(4)}\n"
    )


def stages(size: Size) -> Iterator[str]:
    for year in range(2020, 2030):
        yield (
            f"  - year: {year}\n    focus: Tahapan tahun {year}\n"
            f"    opd: [{size.lead(0)}]\n    source: {source(2)}\n"
        )


def one_indicator(nth: int, size: Size, chance: random.Random, faults: set[str]) -> Iterator[str]:
    name, name_en, unit, unit_en, direction = TOPICS[nth % len(TOPICS)]
    typed = "naaik" if "unknown-word" in faults else direction
    yield f"  - code: {indicator(nth)}\n    name: {name}, wilayah {nth + 1}\n"
    yield f"    name_en: {name_en}, area {nth + 1}\n"
    yield f"    short: {name[:20].strip()} {nth + 1}\n    short_en: {name_en[:20].strip()} {nth + 1}\n"
    yield f"    {'aspek' if 'unknown-field' in faults else 'aspect'}: {ASPECTS[nth % len(ASPECTS)]}\n"
    yield f"    pillars: [{PILLARS[nth % len(PILLARS)]}]\n"
    yield f'    unit: "{unit}{"" if BROKEN in faults else chr(34)}\n    unit_en: "{unit_en}"\n'
    yield f"    direction: {typed}\n    scope: kota\n"
    yield from threshold(nth, direction, size, faults)
    yield f"    reporting: tahunan\n    provider: {opd(nth % size.opd)}\n"
    yield from values(nth, direction, size, chance)
    yield f"    note: Data contoh untuk mengukur kecepatan; wilayah {nth + 1} tidak ada.\n\n"


def threshold(nth: int, direction: str, size: Size, faults: set[str]) -> Iterator[str]:
    limit = 80 + nth % 15 if direction == "naik" else 3 + nth % 4
    yield f"    threshold:\n      value: {limit}{',5' if 'decimal-comma' in faults else '.5'}\n"
    yield "      kind: nasional\n      basis: RPJMN 2015–2019, lampiran matriks pembangunan\n"
    yield f"      source: {nth + 1 if 'unquoted-code' in faults else source(source_of(2018, nth, size))}\n"
    yield f"      since: {'2017-02-30' if 'impossible-date' in faults else '2017-02-20'}\n"
    yield "      verification: sekunder\n"


def values(nth: int, direction: str, size: Size, chance: random.Random) -> Iterator[str]:
    """Give three or four measured years and two or three targets on one slow line."""
    sign = 1 if direction == "naik" else -1
    value = chance.randint(4000, 5000)  # hundredths of a percent
    yield "    measurements:\n"
    for year in range(2022 - 3 - nth % 2, 2022):
        value += sign * chance.randint(60, 240)
        yield measurement(nth, year, value, size, chance)
    yield "    targets:\n"
    for year in (2023, 2025, 2027)[: 2 + nth % 2]:
        value += sign * 300
        cited = source(source_of(2018, nth, size))
        yield f"      - {{year: {year}, value: {value / 100:g}, basis: rpjmd, source: {cited}}}\n"


def measurement(nth: int, year: int, value: int, size: Size, chance: random.Random) -> str:
    cited = source_of(year + 1, nth // 2, size)
    level = chance.choice(("terverifikasi", "terverifikasi", "sekunder", "turunan"))
    if level == "terverifikasi" and kind_of(cited) != "resmi":
        level = "sekunder"
    share = f", share: {{part: {value}, whole: 10000, unit: warga}}" if level == "turunan" else ""
    return (
        f"      - {{as_of: {year}-12-31, published: {published(cited)}, value: {value / 100:g}, "
        f"source: {source(cited)}, verification: {level}{share}}}\n"
    )


def disputes(size: Size) -> Iterator[str]:
    for nth in range(size.indicators // 50 + 1):
        yield (
            f"  - code: P{nth + 1}\n    topic: Dua angka untuk wilayah {nth + 1}\n"
            f"    indicators: [{indicator(nth)}]\n    statements:\n"
            f"      - {{text: Angka pertama., source: {source(nth)}}}\n"
            f"      - {{text: Angka kedua., date: 2021-05, source: {source(nth + 1)}}}\n"
            "    resolution: Dipakai angka kedua, yang lebih baru.\n"
        )


def sources(size: Size) -> Iterator[str]:
    for nth in range(size.sources):
        yield (
            f"  - code: {source(nth)}\n    title: Laporan kinerja perangkat daerah nomor {nth + 1}\n"
            f"    publisher: kota-contoh.example\n    published: {published(nth)}\n"
            f"    url: https://kota-contoh.example/laporan/{nth + 1}\n"
            f"    kind: {kind_of(nth)}\n"
        )


# -- opd_assignments.yaml -----------------------------------------------------------


def agencies(size: Size) -> Iterator[str]:
    for nth in range(size.opd):
        duty = DUTIES[nth % len(DUTIES)]
        yield (
            f"  - code: {opd(nth)}\n    name: Dinas {duty} {nth + 1}\n    aliases: [Dinas nomor {nth + 1}]\n"
            f"    sources: [{source(nth % size.sources)}]\n"
        )


def partners() -> Iterator[str]:
    return (f"  - {{code: {code}, name: Mitra {code}, kind: {kind}}}\n" for code, kind in PARTNERS)


def regions() -> Iterator[str]:
    for nth, name in enumerate(KECAMATAN, 1):
        yield f'  - {{code: "36.73.{nth:02}", name: {name}}}\n'
        for part in range(KELURAHAN_EACH):
            yield f'  - {{code: "36.73.{nth:02}.{1001 + part}", name: {name} {part + 1}}}\n'


def one_assignment(nth: int, size: Size, faults: set[str]) -> Iterator[str]:
    pair = nth // 2
    lead = size.lead(pair)
    support = size.lead(pair + 1) if pair + 1 < min(size.pairs, size.actions) else ""
    yield f"  - indicator: {indicator(nth)}\n"
    yield f"    lead: {lead.replace('NA', 'AN') if 'unknown-opd' in faults else lead}\n"
    yield f"    support: [{support}]\n    partners: [{PARTNERS[nth % len(PARTNERS)][0]}]\n"
    yield f"    from: 2020\n    basis: usulan\n    note: Usulan untuk wilayah {nth + 1}.\n"


def one_action(nth: int, size: Size) -> Iterator[str]:
    """Give an action that serves a pair of indicators and, the first time round, the pair before it."""
    pair = nth % size.pairs
    served = [pair * 2, pair * 2 + 1, *((pair * 2 - 2, pair * 2 - 1) if 0 < nth == pair else ())]
    effects = ", ".join(effect(one) for one in served if one < size.indicators)
    yield f"  - code: {action(nth)}\n    name: {WORK[nth % len(WORK)]}, paket {nth + 1}\n"
    yield f"    opd: {size.lead(pair)}\n    indicators: [{effects}]\n    announced: 2020-03-10\n"
    yield from progress(nth, size)
    yield from means(nth)
    yield f"    sources: [{source(nth * 5 % size.sources)}]\n    note: Kegiatan contoh.\n"


def effect(nth: int) -> str:
    adds = "0.02" if TOPICS[nth % len(TOPICS)][4] == "naik" else "-0.02"
    return f"{{code: {indicator(nth)}, adds: {adds}}}"


def progress(nth: int, size: Size) -> Iterator[str]:
    """Give its time and status: every other one, and the last, runs all the years; the rest do not."""
    if nth % 2 == 0 or nth == size.pairs - 1:
        yield "    start: 2020-TW1\n    finish: 2029-TW4\n    status: berjalan\n"
    elif nth % 6 == 1:
        yield "    start: 2021-TW1\n    finish: 2021-TW3\n    status: selesai\n"
        yield f"    done: 2021-09-{nth % 28 + 1:02}\n"
        yield f"    evidence: [{source(source_of(2022, nth, size))}]\n"
    elif nth % 6 == 3:
        yield "    start: 2022-TW1\n    finish: 2022-TW4\n    status: geser\n    moves:\n"
        yield "      - {to: 2024-TW4, known: 2022-10, reason: Lahan belum siap.}\n"
    else:
        yield f"    start: {2023 + nth % 5}-TW2\n    finish: {2024 + nth % 5}-TW1\n    status: rencana\n"
        if nth - 4 != size.pairs - 1:
            yield f"    needs: [{action(nth - 4)}]\n"


def means(nth: int) -> Iterator[str]:
    kecamatan, turn = nth % len(KECAMATAN) + 1, nth // len(KECAMATAN)
    kelurahan = f'kelurahan: "36.73.{kecamatan:02}.{1001 + turn}", ' if turn < KELURAHAN_EACH else ""
    yield f'    place: {{kecamatan: "36.73.{kecamatan:02}", {kelurahan}site: Jl. Contoh {nth + 1}}}\n'
    yield f"    funding: [{{source: APBD kota, year: 2022, amount: {(nth % 90 + 10) * 25_000_000}}}]\n"
    yield '    authority: kota\n    nomenclature: {code: "1.04.05.2.01.01", version: permendagri-90}\n'
    yield "    culture: Memakai nama dan bahasa setempat.\n"


# -- rakor.yaml -------------------------------------------------------------------------


def meetings(size: Size) -> Iterator[str]:
    decisions = size.indicators // 20 + 1
    many = min(11, decisions)
    for nth in range(many):
        yield "".join(one_meeting(nth + 1, range(nth, decisions, many), size))


def one_meeting(month: int, decisions: Iterable[int], size: Size) -> Iterator[str]:
    yield f"  - date: 2022-{month:02}-10\n    place: Aula Bappeda\n    chair: Wakil Wali Kota Contoh\n"
    yield "    invited: semua\n    agenda:\n      - Indikator yang belum terpenuhi\n    decisions:\n"
    for one in decisions:
        yield f"      - code: R{month}-{one + 1}\n        text: Laporkan kemajuan wilayah {one + 1}\n"
        yield f"        lead: {opd(one % size.opd)}\n        support: [{opd((one + 1) % size.opd)}]\n"
        yield f"        due: 2022-{month:02}-28\n        indicator: {indicator(one)}\n"
        yield "        status: menunggu\n        history:\n"
        yield f"          - {{known: 2022-{month:02}-20, by: {opd(one % size.opd)}, status: selesai,"
        yield f" evidence: Laporan nomor {one + 1}}}\n"
        checker = opd((one + 1) % size.opd)
        yield f"          - {{known: 2022-{month:02}-25, by: {checker}, verified: sesuai}}\n"
    yield f"    source: {source(4)}\n"


MONTHS = 30


def monthly_meetings(size: Size) -> Iterator[str]:
    """Give a meeting a month until October 2022; what they decided is accepted, but for the last two."""
    each = size.decisions // MONTHS
    for nth in range(MONTHS):
        year, month = 2020 + (nth + 4) // 12, (nth + 4) % 12 + 1
        yield f"  - date: {year}-{month:02}-10\n    invited: semua\n    decisions:\n"
        yield "".join(
            decision(nth, nth * each + one, f"{year}-{month:02}", size, for_all=one == 0)
            for one in range(each)
        )


def decision(meeting: int, nth: int, month: str, size: Size, *, for_all: bool) -> str:
    lead, other = opd(nth % size.opd), opd((nth + 1) % size.opd)
    text = f"Laporkan kemajuan wilayah {nth + 1}"
    due = "2022-12-31" if meeting >= MONTHS - 2 else f"{month}-28"
    said = [f"{{known: {month}-20, by: {lead}, status: selesai, evidence: Laporan {nth + 1}}}"]
    said += [f"{{known: {month}-25, by: {other}, verified: sesuai}}"]
    if for_all:
        parts = [(opd(part), opd((part + 1) % size.opd)) for part in range(size.opd)]
        said = [
            f"{{known: {month}-20, by: {one}, opd: {one}, status: selesai, evidence: Surat}}"
            for one, _ in parts
        ]
        said += [f"{{known: {month}-25, by: {by}, opd: {one}, verified: sesuai}}" for one, by in parts]
    if meeting >= MONTHS - 2:
        said = said[: len(said) // 4] or [f"{{known: {month}-20, by: {lead}, status: proses}}"]
    history = "".join(f"          - {entry}\n" for entry in said)
    return (
        f"      - code: R{meeting + 1}-{nth + 1}\n        text: {text}\n"
        f"        done_when: Laporan wilayah {nth + 1}\n        lead: {'semua' if for_all else lead}\n"
        f"        support: [{other}]\n        due: {due}\n"
        f"        about: [{indicator(nth % size.indicators)}]\n"
        f"        status: menunggu\n        history:\n{history}"
    )


# -- files ----------------------------------------------------------------------------------


def spread(kinds: tuple[str, ...], many: int, over: int) -> Iterator[tuple[int, str]]:
    """Give `many` faults, kind after kind, evenly over the records."""
    return ((nth * over // many + over // (2 * many), kinds[nth % len(kinds)]) for nth in range(many))


def planned(size: Size, faults: int, broken: int) -> Faults:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for kinds, many in ((FAULTS, faults), ((BROKEN,), broken)):
        for at, kind in spread(kinds, many, size.indicators):
            found[at].add(kind)
    return found


def what(size: Size, faults: Faults) -> Iterator[tuple[str, Iterable[str]]]:
    """Give the sections of the file that says what must be true."""
    chance = random.Random(SEED)
    yield "plan", header(size)
    yield "claims", claims(size)
    yield "stages", stages(size)
    yield (
        "indicators",
        ("".join(one_indicator(nth, size, chance, faults.get(nth, set()))) for nth in range(size.indicators)),
    )
    yield "disputes", disputes(size)
    yield "sources", sources(size)


def who(size: Size, faults: Faults) -> Iterator[tuple[str, Iterable[str]]]:
    """Give the sections of the file that says who does it, and how."""
    yield "opd", agencies(size)
    yield "partners", partners()
    yield "regions", regions()
    yield (
        "assignments",
        ("".join(one_assignment(nth, size, faults.get(nth, set()))) for nth in range(size.indicators)),
    )
    yield "actions", ("".join(one_action(nth, size)) for nth in range(size.actions))


def write(path: Path, sections: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Write sections to a file; what is too much for it goes on in `NAME-2.yaml` and so on."""
    records = ((name, record) for name, many in sections for record in many)
    for number in count(1):
        if not (few := list(islice(records, RECORDS_IN_A_FILE))):
            return
        place = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        place.write_text("".join(named(few)), encoding="utf-8", newline="\n")


def named(records: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, many in groupby(records, key=itemgetter(0)):
        yield f"\n{name}:\n"
        yield from (record for _, record in many)


def generate(size: Size, folder: Path, faults: int = 0, broken: int = 0) -> None:
    """Write the plan; the same arguments always give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    wrong = planned(size, faults, broken)
    write(folder / "indicators.yaml", what(size, wrong))
    write(folder / "opd_assignments.yaml", who(size, wrong))
    write(folder / "rakor.yaml", [("rakor", monthly_meetings(size) if size.decisions else meetings(size))])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("indicators", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--faults", type=int, default=0, help="faults of one line each, spread evenly")
    parser.add_argument("--broken", type=int, default=0, help="lines that are no YAML, spread evenly")
    parser.add_argument("--actions", type=int, help="default: half as many as indicators")
    parser.add_argument("--opd", type=int, help="default: indicators/16 + 10, at most one for each pair")
    parser.add_argument("--decisions", type=int, default=0, help="of thirty rakor; default: a few of eleven")
    given = parser.parse_args()
    actions = given.indicators // 2 if given.actions is None else given.actions
    most_opd = max(1, min(given.indicators // 16 + 10, given.indicators // 2))
    size = Size(given.indicators, actions, given.opd or most_opd, given.decisions)
    generate(size, given.folder, given.faults, given.broken)


if __name__ == "__main__":
    main()
