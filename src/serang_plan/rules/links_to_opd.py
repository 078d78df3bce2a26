"""Rules of links (L) to OPD, partners and regions: unknown, renamed, abolished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.duties.opd_lifetime import (
    LifetimeEvent,
    OpdMention,
    opd_mentions,
    predecessors,
    successor_on,
)
from serang_plan.analysis.lookups.references import Reference, providers_named, references
from serang_plan.analysis.lookups.regions import (
    bare_name,
    is_kecamatan,
    is_kelurahan,
    kecamatan_of,
    looks_like_code,
    regions_by_name,
)
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.opd import Opd, RegionName
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.places import FILE_SHIFT
from serang_plan.rules._codes import Listing, opd_list, opd_names, partner_list, unknown
from serang_plan.rules._plan_rule import rule
from serang_plan.wording import Text, quoted, untranslated
from serang_plan.wording import backquoted as show

if TYPE_CHECKING:
    from serang_plan.analysis.lookups.meant_code import KnownCodes


@rule("L201")
def unknown_opd(plan: Plan) -> Iterator[Finding]:
    """OPD yang disebut tidak ada dalam daftar OPD.

    An OPD is named that is not on the list of OPD.

    Mengapa: tugas yang diberikan kepada OPD yang tidak dikenal tidak sampai kepada siapa pun, dan
    tidak muncul dalam daftar bahan rakor OPD mana pun.

    Why: a duty given to an unknown OPD reaches nobody, and stands on no OPD's checklist.

    Salah:

        - {indicator: M01, lead: DPRPK}

    Benar:

        - {indicator: M01, lead: DPRKP}
    """
    listing = opd_list(plan)
    named = (
        reference
        for reference in references(plan, "opd", listed=listing.codes)
        if reference.code.casefold() not in plan.opd_by_alias
    )
    yield from unknown(unknown_opd.rule, plan, listing, named)


@rule("L202", Severity.WARNING)
def opd_alias_used(plan: Plan) -> Iterator[Finding]:
    """Nama lain OPD dipakai sebagai kode.

    Another name of an OPD is used for its code.

    Mengapa: satu OPD punya banyak sebutan, seperti Perkim, Disperkim dan nama lengkapnya. Bila yang
    ditulis bukan kodenya, tugas OPD itu terhitung sebagai milik dua OPD yang berbeda.

    Why: one OPD goes by many names, such as Perkim, Disperkim and its full name. Where the code is not
    used, its duties are counted as those of two different OPD.

    Salah:

        - {indicator: M01, lead: Perkim}

    Benar:

        - {indicator: M01, lead: DPRKP}
    """
    listed = {**plan.opd_by_code, **plan.partner_by_code}
    for named in chain(references(plan, "opd", listed=listed), providers_named(plan, listed)):
        opd = plan.opd_by_alias.get(named.code.casefold())
        if opd is not None:
            typed, code = show(named.code), show(opd.code)
            is_only = sum(_bears(opd, named.code) for opd in plan.opd) == 1
            message = Text(
                f"{typed} adalah nama OPD, bukan kodenya", f"{typed} is the name of an OPD, not its code"
            )
            advice = Text(f"tulis {code}", f"type {code}")
            yield opd_alias_used.finding(
                message, named.at, help=advice, instead=_as_yaml(opd.code) if is_only else None
            )


def _bears(opd: Opd, name: str) -> bool:
    return name.casefold() in (alias.casefold() for alias in (*opd.aliases, opd.name))


def _as_yaml(code: str) -> str:
    return code if code[0].isalpha() else f'"{code}"'


@rule("L206")
def unknown_partner(plan: Plan) -> Iterator[Finding]:
    """Mitra yang disebut tidak ada dalam daftar mitra.

    A partner is named that is not on the list of partners.

    Mengapa: mitra di luar OPD, seperti provinsi atau BUMN, perlu diundang dan disurati. Mitra yang tidak
    dikenal, atau OPD yang ditulis sebagai mitra, tidak muncul dalam daftar siapa pun.

    Why: partners outside the city's OPD, such as the province or a state company, must be invited and
    written to. An unknown partner, or an OPD written as one, stands on nobody's list.

    Salah:

        partners: [PEMPROF, DLH]

    Benar:

        partners: [PEMPROV]
    """
    others = []
    for named in references(plan, "partners", listed=plan.partner_by_code):
        opd = plan.opd_by_code.get(named.code) or plan.opd_by_alias.get(named.code.casefold())
        if opd is not None:
            yield _opd(named, opd)
        else:
            others.append(named)
    yield from unknown(unknown_partner.rule, plan, partner_list(plan), others)


def _opd(named: Reference, opd: Opd) -> Finding:
    typed, code = show(named.code), show(opd.code)
    message = Text(f"{typed} adalah OPD, bukan mitra", f"{typed} is an OPD, not a partner")
    advice = Text(f"pindahkan {code} ke `support`", f"move {code} to `support`")
    return unknown_partner.finding(message, named.at, help=advice)


@rule("L208")
def unknown_region(plan: Plan) -> Iterator[Finding]:
    """Kode kecamatan atau kelurahan tidak ada dalam daftar wilayah.

    A kecamatan or kelurahan is not on the list of regions.

    Mengapa: dua OPD yang bekerja di tempat yang sama hanya ketahuan bila tempatnya ditulis dengan kode
    yang sama. Nomor kelurahan tidak selalu berurutan: ada nomor yang memang tidak dipakai.

    Why: two OPD working in the same place are noticed only if both write it with the same code. The
    numbers of kelurahan have gaps: some are not in use.

    Salah:

        place: {kelurahan: "36.73.01.1013"}

    Benar:

        place: {kelurahan: "36.73.01.1003"}
    """
    if not plan.regions:
        return
    names, advice = regions_by_name(plan), _Advice(plan)
    for named in references(plan, "regions"):
        if named.code in plan.region_by_code:
            yield from _of_the_other_rank(named)
        elif bare_name(named.code) not in names and not plan.was_refused("regions", named.code):
            rank, typed = named.keys[-1], show(named.code)
            message = Text(
                f"{rank} {typed} tidak ada dalam daftar wilayah",
                f"{rank} {typed} is not on the list of regions",
            )
            yield unknown_region.finding(message, named.at, help=advice.on(named))


def _of_the_other_rank(named: Reference) -> Iterator[Finding]:
    wanted = str(named.keys[-1])
    other = "kecamatan" if wanted == "kelurahan" else "kelurahan"
    if (is_kecamatan if other == "kecamatan" else is_kelurahan)(named.code):
        typed = show(named.code)
        field = f'`{other}: "{named.code}"`'
        message = Text(
            f"{typed} adalah kode {other}, bukan {wanted}", f"{typed} is a {other}, not a {wanted}"
        )
        yield unknown_region.finding(message, named.at, help=Text(f"tulis {field}", f"type {field}"))


class _Advice:
    """What to type instead; the lists are made when the first advice is wanted."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: KnownCodes | None = None
        self._below: dict[str, list[str]] = {}

    def on(self, named: Reference) -> Text:
        if self._known is None:
            self._learn()
        assert self._known is not None
        meant = self._plan.region_by_code.get(self._known.meant(named.code) or "")
        return _did_you_mean(meant) if meant is not None else self._choice(named)

    def _learn(self) -> None:
        from serang_plan.analysis.lookups.meant_code import KnownCodes

        regions = self._plan.region_by_code.values()
        codes = [(region.code, region.code) for region in regions]
        self._known = KnownCodes([*codes, *((bare_name(region.name), region.code) for region in regions)])
        for region in regions:
            above = region.code.rpartition(".")[0] if is_kelurahan(region.code) else ""
            self._below.setdefault(above, []).append(region.code)

    def _choice(self, named: Reference) -> Text:
        kecamatan = kecamatan_of(self._plan, named.code)
        codes = sorted(self._below.get(kecamatan.code, ())) if kecamatan else []
        if kecamatan is not None and codes and looks_like_code(named.code):
            return _from_to(kecamatan, codes[0], codes[-1])
        known = quoted(sorted(self._below.get("", ())))
        if not known:
            return Text("lihat kode di bagian `regions`", "see the codes in `regions`")
        return Text(
            f"kecamatan yang ada: {known}; kelurahannya ada di bagian `regions`",
            f"the kecamatan are: {known}; their kelurahan are in `regions`",
        )


def _did_you_mean(region: RegionName) -> Text:
    name, code = show(region.name)[1:-1], f'`"{region.code}"`'
    return Text(f"maksud Anda {name}, kodenya {code}?", f"did you mean {name}, code {code}?")


def _from_to(kecamatan: RegionName, first: str, last: str) -> Text:
    name = show(kecamatan.name)[1:-1]
    return Text(
        f'di Kecamatan {name} ada `"{first}"` sampai `"{last}"`; namanya ada di bagian `regions`',
        f'Kecamatan {name} has `"{first}"` to `"{last}"`; their names are in `regions`',
    )


@rule("L209")
def region_named(plan: Plan) -> Iterator[Finding]:
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
            yield region_named.finding(message, named.at, help=_advice(plan, named, regions))


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


_STARTS = Text("mulai di sini", "it starts here")


@rule("L211")
def abolished_opd(plan: Plan) -> Iterator[Finding]:
    """OPD disebut untuk waktu ketika OPD itu tidak ada.

    An OPD is named for a time at which it does not exist.

    Mengapa: OPD berganti nama, digabung dan dipecah. Tugas yang tertinggal pada OPD lama tidak punya
    pejabat yang menjawabnya. Tulis sampai kapan tugas itu, lalu teruskan kepada penerusnya.

    Why: OPD are renamed, merged and split. Nobody answers for a duty that stays with an old one. Write
    until when it lasted, and go on with the successor.

    Salah:

        - {indicator: M02, lead: BLH, from: 2015}

    Benar:

        - {indicator: M02, lead: BLH, from: 2015, until: 2016}
        - {indicator: M02, lead: DLH, from: 2017}
    """
    dated = {code: opd for code, opd in plan.opd_by_code.items() if opd.from_ or opd.until}
    before = predecessors(plan)
    for use in opd_mentions(plan) if dated else ():
        opd = dated.get(use.reference.code)
        if opd is None:
            continue
        if opd.until is not None and opd.until.last < use.ends.when.first:
            yield _too_late(plan, use, opd, opd.until)
        elif opd.from_ is not None and use.begins is not None and use.begins.when.last < opd.from_.first:
            then = [
                earlier for earlier in before.get(opd.code, ()) if exists_on(earlier, use.begins.when.last)
            ]
            yield _too_early(use.reference, opd, opd.from_, use.begins, then)


def _too_late(plan: Plan, use: OpdMention, opd: Opd, until: When) -> Finding:
    code = show(opd.code)
    return abolished_opd.finding(
        Text(
            f"OPD {code} hanya ada sampai {until.text('id')}, padahal {use.ends.text.id}",
            f"OPD {code} exists only until {until.text('en')}, but {use.ends.text.en}",
        ),
        use.reference.at,
        (Label(Text("berakhir di sini", "it ends here"), opd.at("until")),),
        _instead(use, until, successor_on(plan, opd, use.ends.when.first)),
    )


def _instead(use: OpdMention, until: When, successor: Opd | None) -> Text:
    who = show(successor.code) if successor else ""
    if use.begins is not None and use.begins.when.first > until.last:
        if successor is None:
            return Text("sebut OPD yang meneruskan tugasnya", "name the OPD that carries on its work")
        return Text(f"sebut penerusnya: {who}", f"name its successor: {who}")
    end = f"`until: {until.iso}`"
    return Text(
        f"tambahkan {end} di sini, lalu tulis tugas baru untuk penerusnya {who}".rstrip(),
        f"add {end} here, and a new duty for its successor {who}".rstrip(),
    )


def _too_early(
    named: Reference, opd: Opd, start: When, begins: LifetimeEvent, before: Sequence[Opd]
) -> Finding:
    code = show(opd.code)
    message = Text(
        f"OPD {code} baru ada sejak {start.text('id')}, padahal {begins.text.id}",
        f"OPD {code} exists only since {start.text('en')}, but {begins.text.en}",
    )
    return abolished_opd.finding(message, named.at, (Label(_STARTS, opd.at("from")),), _before(before))


def _before(before: Sequence[Opd]) -> Text:
    if not before:
        return Text("sebut OPD yang ada waktu itu", "name the OPD that existed at that time")
    codes = quoted(opd.code for opd in before)
    return Text(f"OPD yang ada waktu itu: {codes}", f"the OPD that existed at that time: {codes}")


_HELP = Text("pindahkan isinya ke sana, lalu hapus yang ini", "move what it says there, then delete this one")

_FIRST = Text("yang dipakai hanya yang ini", "only this one is used")


@rule("L212")
def second_header(plan: Plan) -> Iterator[Finding]:
    """Bagian `plan` ditulis dalam lebih dari satu berkas.

    The section `plan` is written in more than one file.

    Mengapa: judul, tahun dan pengaturan rencana hanya dibaca dari bagian `plan` yang pertama. Perubahan
    di bagian yang lain tidak berpengaruh apa-apa, dan tidak ada yang menyadarinya.

    Why: the plan's title, years and settings are read from the first `plan` section only. A change in
    another has no effect, and nobody notices.

    Salah:

        plan: {title: Perumahan menuju kota metropolis, city: Kota Serang, first_year: 2020, last_year: 2024}

    Benar:

        # plan: induk.yaml
    """
    seen: set[int] = set()
    for header in plan.headers:
        file = header.anchor >> FILE_SHIFT
        if seen and file not in seen:  # twice in one file is a repeated key
            yield second_header.finding(
                Text("bagian `plan` sudah ada di berkas lain", "another file has the section `plan` already"),
                header.at("title"),
                (Label(_FIRST, plan.headers[0].at("title")),),
                _HELP,
            )
        seen.add(file)


@rule("L213")
def unknown_provider(plan: Plan) -> Iterator[Finding]:
    """Penghasil data suatu indikator bukan OPD dan bukan mitra.

    The producer of an indicator's figures is neither an OPD nor a partner.

    Mengapa: daftar bahan rakor meminta nilai terbaru kepada penghasil data. Bila penghasilnya tidak
    dikenal, tidak ada yang diminta.

    Why: the checklist asks the producer for the newest value. If the producer is unknown, nobody is
    asked.

    Salah:

        provider: BPSS

    Benar:

        provider: BPS
    """
    partners = partner_list(plan)
    listing = Listing(
        Text("penghasil data", "provider"),
        Text("OPD maupun daftar mitra", "OPD or of partners"),
        "partners",
        {**plan.opd_by_code, **plan.partner_by_code},
        chain(opd_names(plan), partners.names),
        where=Text("bagian `opd` atau `partners`", "`opd` or `partners`"),
    )
    named = (
        reference
        for reference in providers_named(plan, listing.codes)
        if reference.code.casefold() not in plan.opd_by_alias and not plan.was_refused("opd", reference.code)
    )
    yield from unknown(unknown_provider.rule, plan, listing, named)
