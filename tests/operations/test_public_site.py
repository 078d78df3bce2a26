"""The public site: every link leads somewhere, every figure down to its source, and nothing internal is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest

from serang_plan.analysis.known.public_plan import known_to_everybody
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.record import Record, fields_of
from serang_plan.operations.files.loading import as_known, open_plan
from serang_plan.operations.public_site import site_files
from serang_plan.operations.typed_day import day_behind
from serang_plan.reading.folder import Reading
from serang_plan.wording import LANGS
from tests.conftest import read
from tests.readers.site import SITES, STAMP, clicks_from, pages, texts, written
from tests.worlds.opened import opened

SERANG = "serang"


def reading_of(name: str) -> Reading:
    folder, day = SITES[name]
    return open_plan(folder, day_behind("", day))


# -- where links lead ------------------------------------------------------------------------


@pytest.mark.parametrize("name", SITES)
def test_every_link_leads_to_a_file_and_every_anchor_to_a_place_in_it(name: str) -> None:
    there = pages(name)
    lost = [
        (page.path, target, anchor)
        for page in there.values()
        for target, anchor in page.links
        if target not in written(name) or (anchor and anchor not in there[target].ids)
    ]

    assert lost == []
    assert [page.path for page in there.values() if len(set(page.ids)) < len(page.ids)] == []


@pytest.mark.parametrize("name", SITES)
def test_every_file_can_be_reached_from_the_entrance(name: str) -> None:
    away = clicks_from(name, "index.html")
    linked = {target for path in away for target, _ in pages(name)[path].links}

    assert set(written(name)) - linked == {"index.html"}


@pytest.mark.parametrize("name", SITES)
def test_both_languages_have_the_same_pages_and_each_leads_to_the_other(name: str) -> None:
    paths = {lang: {path[3:] for path in pages(name) if path.startswith(f"{lang}/")} for lang in LANGS}

    assert paths["id"] == paths["en"]
    for path in paths["id"]:
        assert (f"en/{path}", "") in pages(name)[f"id/{path}"].links
        assert (f"id/{path}", "") in pages(name)[f"en/{path}"].links


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("lang", LANGS)
def test_from_a_verdict_on_the_start_page_it_is_three_clicks_at_most_to_its_source(
    name: str, lang: str
) -> None:
    plan = as_known(reading_of(name)).plan
    cited = [
        (indicator.code, value.source)
        for indicator in plan.indicators
        for value in indicator.measurements
        if value.source in plan.source_by_code
    ]

    assert cited
    for indicator, source in cited:
        path = f"{lang}/indikator/{indicator}.html"
        assert (path, "") in pages(name)[f"{lang}/index.html"].links
        assert clicks_from(name, path)[f"{lang}/sumber/{source}.html"] <= 2


@pytest.mark.parametrize("name", SITES)
def test_a_source_leads_up_to_every_indicator_that_rests_on_it(name: str) -> None:
    plan = as_known(reading_of(name)).plan
    missing = [
        (code, indicator.code)
        for indicator in plan.indicators
        for value in (*indicator.measurements, *indicator.all_thresholds, *indicator.targets)
        for code in {value.source, *getattr(value, "sources", ())} & plan.source_by_code.keys()
        if (f"id/indikator/{indicator.code}.html", "") not in pages(name)[f"id/sumber/{code}.html"].links
    ]

    assert missing == []


@pytest.mark.parametrize(
    ("name", "path", "code", "role"),
    [
        ("contoh", "en/opd/SETDA.html", "R2-1", "decision"),
        ("contoh", "en/opd/SETDA.html", "A25", "action"),
        ("serang", "en/indikator/M02.html", "L2-11", "criterion"),
        ("serang", "en/indikator/M02.html", "P7", "contradiction"),
    ],
)
def test_what_names_a_thing_is_called_what_it_is(name: str, path: str, code: str, role: str) -> None:
    _, _, table = written(name)[path].decode().partition("Named in")
    row = next(row for row in table.split("</tr>") if f">{code}<" in row)

    assert f"> {role}<" in row or f">{role}<" in row


@pytest.mark.parametrize("name", SITES)
def test_an_item_of_a_list_of_criteria_leads_to_its_list(name: str) -> None:
    plan = as_known(reading_of(name)).plan
    named = [
        (criteria.code, item.code, indicator)
        for criteria in plan.criteria
        for item in criteria.items
        for indicator in item.indicators
    ]

    for criteria, item, indicator in named:
        page = written(name)[f"id/indikator/{indicator}.html"].decode()
        assert f'<a href="../kriteria/{criteria}.html">{item}</a>' in page


@pytest.mark.parametrize("name", SITES)
def test_nobody_is_asked_to_sign_a_page_of_the_site(name: str) -> None:
    assert [path for path, page in written(name).items() if path.endswith(".html") and b"NIP" in page] == []


@pytest.mark.parametrize("name", SITES)
def test_what_has_a_code_has_a_page(name: str) -> None:
    plan = as_known(reading_of(name)).plan
    folders = {
        "indikator": plan.indicators, "opd": plan.opd, "kegiatan": plan.actions,
        "sumber": known_to_everybody(reading_of(name).plan).sources,
        "kriteria": plan.criteria, "pernyataan": plan.claims, "pertentangan": plan.disputes, "mitra": plan.partners,
    }  # fmt: skip
    wanted = {f"{folder}/{record.code}" for folder, records in folders.items() for record in records}
    wanted |= {
        f"keputusan/{decision.code}" for rakor in plan.rakor for decision in rakor.decisions if decision.code
    }

    assert {path for path in wanted if f"id/{path}.html" not in pages(name)} == set()


def test_codes_that_a_file_system_may_take_for_one_get_files_of_their_own() -> None:
    codes = ["M01", "m01", "index", "..", "A B", "A_B"]
    indicators = "\n".join(
        f'- {{code: "{code}", name: Nama, aspect: sosial, unit: "%", direction: naik}}' for code in codes
    )
    files = dict(site_files(read(indicators=indicators), STAMP))
    lying = [path for path in files if path.startswith("id/indikator/")]

    assert len({path.casefold() for path in lying}) == len(codes) + 1
    assert all(path.count("/") == 2 for path in lying)


# -- what a page is ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", SITES)
def test_a_page_runs_nothing_and_fetches_its_style_sheet_alone(name: str) -> None:
    for page in pages(name).values():
        tags = [tag for tag, _ in page.tags]
        fetched = [
            named.get("src") or named.get("href") for tag, named in page.tags if tag in ("img", "link")
        ]
        assert not {"script", "iframe", "object", "embed", "form", "style"} & set(tags)
        assert [address for address in fetched if not str(address).endswith("gaya.css")] == []
        assert [named for _, named in page.tags if any(key.startswith("on") for key in named)] == []
        assert [link for link in page.outside if not link.startswith(("https://", "http://"))] == []


@pytest.mark.parametrize("name", SITES)
def test_every_page_names_the_revision_and_that_the_list_is_a_candidate(name: str) -> None:
    header = reading_of(name).plan.header
    for path, content in texts(written(name)):
        if path.endswith(".html"):
            assert STAMP.revision[:7] in content, path
            is_candidate = header is not None and header.origin == "kandidat" and path != "index.html"
            assert not is_candidate or "KANDIDAT" in content or "CANDIDATE" in content, path


@pytest.mark.parametrize("name", SITES)
def test_nothing_is_said_that_only_somebody_with_the_program_could_do(name: str) -> None:
    assert [path for path, content in texts(written(name)) if "<code>serang-plan" in content] == []


@pytest.mark.parametrize("name", SITES)
def test_the_same_plan_gives_the_same_bytes(name: str) -> None:
    assert dict(site_files(reading_of(name), STAMP)) == written(name)


def test_what_was_known_later_is_not_there() -> None:
    assert "id/sumber/S1.html" in pages("serang-2020")
    assert "id/sumber/S100.html" not in pages("serang-2020")
    assert "id/sumber/S100.html" in pages(SERANG)


def test_an_undated_source_that_only_later_things_name_is_not_there_either() -> None:
    assert "id/sumber/S2.html" in pages("serang-2020")
    assert "id/sumber/S83.html" not in pages("serang-2020")
    assert "id/sumber/S83.html" in pages(SERANG)


def test_a_doubter_finds_why_an_indicator_is_not_assessable_and_who_said_which_figure() -> None:
    page = dict(texts(written(SERANG)))["id/indikator/M02.html"]

    assert "tidak dapat dinilai" in page
    assert "baru nilai pengganti" in page
    assert ("id/sumber/S100.html", "") in pages(SERANG)["id/indikator/M02.html"].links


def test_hostile_data_does_not_become_a_tag_or_an_address() -> None:
    sources = """
    - {code: S1, kind: berita, title: "<script>alert(1)</script>", url: "javascript:alert(1)"}
    - {code: S2, kind: berita, title: "&amp; S1", url: "https://x.id/\\"onmouseover=alert(1)"}
    - {code: amp, kind: berita, title: "<b>A & B</b>"}
    """
    files = dict(site_files(read(sources=sources), STAMP))

    for path, content in texts(files):
        if path.endswith(".html"):
            assert "<script" not in content
            assert 'href="javascript' not in content
            assert 'href="https://x.id' not in content
            assert "&<a" not in content


# -- what stays in -----------------------------------------------------------------------------

OPEN_AND_INTERNAL = {
    "plan": "{title: Rencana, city: Kota, first_year: 2024, last_year: 2026, origin: resmi}",
    "sources": """
    - {code: S1, kind: resmi, published: 2024, title: TERBIT-sumber, note: RAHASIA-catatan-sumber}
    - {code: F1, kind: formulir, published: 2025, title: RAHASIA-formulir}
    - {code: F2, kind: formulir, published: 2025, title: TERBIT-formulir}
    """,
    "opd": "- {code: DLH, name: TERBIT-dinas, note: RAHASIA-catatan-opd}",
    "indicators": """
    - code: M01
      name: TERBIT-indikator
      aspect: sosial
      unit: "%"
      direction: naik
      note: RAHASIA-catatan-indikator
      threshold: {value: 20, kind: hukum, basis: TERBIT-dasar, source: S1, note: RAHASIA-catatan-ambang}
      measurements:
        - {as_of: 2023, value: 11.11, source: S1, verification: sekunder, note: RAHASIA-catatan-nilai}
        - {as_of: 2024, value: 66.66, source: F1, verification: perlu-dicek}
        - {as_of: 2024-06, value: 77.77, sources: [S1, F1], verification: perlu-dicek}
        - {as_of: 2023-06, value: 22.22, source: F2, verification: sekunder}
        - {as_of: 2022-06, value: 88.88}
      targets: [{year: 2025, value: 15, source: S1}, {year: 2026, value: 99.99, source: F1}]
    """,
    "actions": """
    - code: A01
      name: TERBIT-kegiatan
      opd: DLH
      sources: [S1, F1]
      note: RAHASIA-catatan-kegiatan
      history:
        - {known: 2025-01, status: berjalan, progress: 30, obstacle: RAHASIA-kendala, next: RAHASIA-langkah, source: S1}
        - {known: 2025-02, reason: RAHASIA-alasan-formulir, source: F1}
    - {code: A02, name: RAHASIA-usulan-formulir, opd: DLH, sources: [F1]}
    """,
    "rakor": """
    - code: R1
      date: 2025-01-10
      note: RAHASIA-catatan-rakor
      closed: {date: 2025-01-12, fingerprint: "v1:0"}
      decisions:
        - code: R1-1
          text: TERBIT-keputusan
          note: RAHASIA-catatan-keputusan
          history: [{known: 2025-02-01, by: DLH, status: proses, note: RAHASIA-laporan, evidence: TERBIT-bukti}]
    - {code: R2, date: 2025-03-10, decisions: [{code: R2-1, text: RAHASIA-rancangan}]}
    - {code: R3, date: 2025-04-10, state: berlangsung, source: S1, decisions: [{code: R3-1, text: RAHASIA-berlangsung}]}
    - code: R4
      date: 2025-05-10
      closed: {date: 2027-01-01, fingerprint: "v1:0"}
      decisions: [{code: R4-1, text: RAHASIA-belum-ditutup}]
    - {code: R5, date: 2025-06-10, source: S1, decisions: [{code: R5-1, text: TERBIT-dari-berita}]}
    - {code: R6, date: 2027-01-10, known: 2025-01-01, state: rencana, agenda: [RAHASIA-acara]}
    """,
    "disputes": """
    - code: P1
      topic: RAHASIA-pertentangan
      statements: [{text: RAHASIA-sisi, source: F1}, {text: RAHASIA-sisi-lain, source: S1}]
    """,
}  # fmt: skip


@pytest.fixture(name="planted", scope="module")
def planted_fixture() -> dict[str, bytes]:
    return dict(site_files(read(**OPEN_AND_INTERNAL), STAMP))


@pytest.mark.parametrize(
    "internal", ["RAHASIA", "66,66", "66.66", "77,77", "77.77", "88,88", "88.88", "99,99", "99.99"]
)
def test_what_is_internal_or_not_accepted_is_nowhere_in_the_site(
    internal: str, planted: dict[str, bytes]
) -> None:
    assert [path for path, content in texts(planted) if internal in content] == []
    assert [path for path in planted if "F1" in path or "R2" in path or "R3" in path or "R6" in path] == []


def test_what_was_published_closed_or_accepted_is_there(planted: dict[str, bytes]) -> None:
    whole = "".join(content for path, content in texts(planted) if path.startswith("id/"))
    everything = "".join(OPEN_AND_INTERNAL.values())
    marked = {word.strip(",}]") for word in everything.split() if word.startswith("TERBIT")}

    assert {word for word in marked if word not in whole} == set()
    assert "11,11" in whole
    assert "22,22" in whole


FROM_THE_FORM = {
    "RAHASIA-formulir",
    "RAHASIA-usulan-formulir",
    "RAHASIA-alasan-formulir",
    "66,66",
    "77,77",
    "99,99",
}
SIDES = {"RAHASIA-pertentangan", "RAHASIA-sisi", "RAHASIA-sisi-lain"}
OPENED: list[tuple[object, set[str]]] = [
    *((f"RAHASIA-{note}", {f"RAHASIA-{note}"}) for note in (
        "catatan-sumber", "catatan-opd", "catatan-indikator", "catatan-ambang", "catatan-nilai", "catatan-rakor",
        "catatan-keputusan", "laporan",
    )),
    ("RAHASIA-catatan-kegiatan", {"RAHASIA-catatan-kegiatan", "RAHASIA-formulir"}),
    ("RAHASIA-kendala", {"RAHASIA-kendala", "RAHASIA-langkah"}),
    ("RAHASIA-alasan-formulir", {"RAHASIA-alasan-formulir", "RAHASIA-formulir"}),
    ("RAHASIA-usulan-formulir", {"RAHASIA-usulan-formulir", "RAHASIA-formulir"}),
    (Decimal("66.66"), {"66,66", "RAHASIA-formulir"}),
    (Decimal("77.77"), {"77,77", "RAHASIA-formulir"}),
    (Decimal("88.88"), {"88,88"}),
    (Decimal("99.99"), {"99,99", "RAHASIA-formulir"}),
    ("R2", {"RAHASIA-rancangan"}),
    ("R3", {"RAHASIA-berlangsung"}),
    ("R4", {"RAHASIA-belum-ditutup"}),
    ("R6", {"RAHASIA-acara"}),
    ("RAHASIA-formulir", FROM_THE_FORM | SIDES),
]  # fmt: skip
"""What the one record that is marked public holds, and what then comes out: it, and the form that it cites."""


def secrets(files: Mapping[str, bytes]) -> set[str]:
    pages = [content for path, content in texts(files) if path.startswith("id/") and path.endswith(".html")]
    return set(re.findall("RAHASIA[a-z-]*[a-z]|66,66|77,77|88,88|99,99", "".join(pages)))


@pytest.mark.parametrize(
    ("marked", "comes_out"), OPENED, ids=[f"{nth}-{marked}"[:30] for nth, (marked, _) in enumerate(OPENED)]
)
def test_a_mark_opens_its_own_record_and_no_other(marked: object, comes_out: set[str]) -> None:
    assert secrets(dict(site_files(opened(read(**OPEN_AND_INTERNAL), marked), STAMP))) == comes_out


def test_everything_that_stays_in_can_be_opened() -> None:
    came_out = secrets(dict(site_files(opened(read(**OPEN_AND_INTERNAL)), STAMP)))

    assert came_out == set().union(*(seen for _, seen in OPENED))
    assert came_out >= set(re.findall("RAHASIA[a-z-]*[a-z]", "".join(OPEN_AND_INTERNAL.values())))


INTERNAL = ("note", "obstacle", "next")


def with_secrets(record: Record) -> Record:
    """Return a record with a secret in every field for colleagues, also of what is in it."""
    changed: dict[str, Any] = {}
    for field in fields_of(type(record)).values():
        value = getattr(record, field.name)
        if field.name in INTERNAL:
            changed[field.name] = "RAHASIA"
        elif field.record and value:
            changed[field.name] = tuple(map(with_secrets, value)) if field.is_list else with_secrets(value)
    return record.model_copy(update=changed)


@pytest.mark.parametrize("name", SITES)
def test_a_secret_in_every_note_of_a_real_plan_is_nowhere_in_its_site(name: str) -> None:
    reading = reading_of(name)
    records = {section: [*map(with_secrets, reading.plan.section(section))] for section in SECTIONS}
    secret = reading._replace(plan=Plan(records, reading.plan.as_of, reading.plan.unread))
    files = dict(site_files(secret, STAMP))

    assert [path for path, content in texts(files) if "RAHASIA" in content] == []
    assert files.keys() == written(name).keys()


def test_every_field_for_colleagues_is_known_to_be_one() -> None:
    """A new kind of record with a note is covered; a field of another name must be thought of."""

    def kinds(kind: type[Record]) -> Iterator[type[Record]]:
        yield kind
        for field in fields_of(kind).values():
            if field.record:
                yield from kinds(field.record)

    names = {field for section in SECTIONS.values() for kind in kinds(section) for field in fields_of(kind)}

    assert set(INTERNAL) <= names
