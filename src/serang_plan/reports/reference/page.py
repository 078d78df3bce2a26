"""Reference page: the keys of a section, what each holds and means, and an example with all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal, get_args, get_origin

from serang_plan.model.fields import Scalar
from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import Record, RecordField, fields_of
from serang_plan.page import Block, Cell, Code, Column, Group, Heading, Item, Items, Page, Paragraph, Table
from serang_plan.reports.reference.english import MEANINGS, SECTION_MEANINGS
from serang_plan.wording import Lang, Text

_KINDS = {
    "string": Text("teks", "text"),
    "number": Text("angka", "number"),
    "integer": Text("bilangan bulat", "whole number"),
    "boolean": Text("`true` atau `false`", "`true` or `false`"),
    "code": Text("kode", "code"),
    "date": Text("tanggal", "date"),
    "time": Text("waktu", "time"),
    "pairs": Text("kode: kata", "code: word"),
}
_EVERY_FIELD = resources.files("serang_plan") / "reports" / "reference" / "every_field.yaml"


@cache
def examples() -> dict[str, str]:
    """Return a part of a plan for each section, in which every field stands."""
    text = _EVERY_FIELD.read_text(encoding="utf-8")
    parts = re.split(r"^(?=\w+:)", text, flags=re.MULTILINE)[1:]
    return {part.partition(":")[0]: part.strip() for part in parts}


def overview(lang: Lang) -> Page:
    """Lay out the list of the sections."""
    title = Text("Bagian berkas rencana", "Sections of a plan's files").for_lang(lang)
    more = Text(
        "`serang-plan help files BAGIAN` menjelaskan satu bagian.",
        "`serang-plan help files SECTION` explains one section.",
    )
    items = tuple(Item(f"`{name}`: {_section_meaning(name, lang)}") for name in SECTIONS)
    return Page(title, "", (Items(items), Paragraph(more.for_lang(lang), "muted")))


def page(section: str, lang: Lang) -> Page:
    """Lay out one section: a table for each kind of record in it, then the example."""
    return Page(section, _section_meaning(section, lang), tuple(_blocks(section, lang)))


def _section_meaning(section: str, lang: Lang) -> str:
    return Text(SECTIONS[section].section.description, SECTION_MEANINGS[section]).for_lang(lang)


def _blocks(section: str, lang: Lang) -> Iterator[Block]:
    paths: dict[type[Record], str] = {}
    _find_records(section, SECTIONS[section], paths)
    for record, path in paths.items():
        if path != section:
            yield Heading(path, 3)
        yield _keys(path, record, paths, lang)
    yield Heading(Text(f"Contoh {section}", f"Example of {section}").for_lang(lang), 3)
    yield Code(examples()[section], "yaml")


def _find_records(path: str, record: type[Record], paths: dict[type[Record], str]) -> None:
    """Note where each kind of record of a section is first met, from outside to inside."""
    paths[record] = path
    for field in fields_of(record).values():
        if field.record is not None and field.record not in paths:
            _find_records(f"{path}.{field.key}", field.record, paths)


def _keys(path: str, record: type[Record], paths: Mapping[type[Record], str], lang: Lang) -> Table:
    columns = (
        Column(Text("Kunci", "Key").for_lang(lang)),
        Column(Text("Isi", "Holds").for_lang(lang), drop=1, wrap=True),
        Column(Text("Arti", "Meaning").for_lang(lang), wrap=True),
    )
    rows = tuple(_row(record, field, paths, lang) for field in fields_of(record).values())
    caption = Text(f"Kunci {path}; * wajib", f"Keys of {path}; * required").for_lang(lang)
    return Table(caption, columns, (Group("", rows),))


def _row(
    record: type[Record], field: RecordField, paths: Mapping[type[Record], str], lang: Lang
) -> tuple[Cell, ...]:
    info = record.model_fields[field.name]
    key = f"`{field.key}`{' *' if info.is_required() else ''}"
    usual = info.default if not info.is_required() and info.default not in (None, ()) else None
    default = "" if usual is None else f"; {Text('baku', 'default').for_lang(lang)} `{_typed(usual)}`"
    single = f"`{paths[field.record]}`" if field.record else _holds_one(record, field, lang)
    holds = (
        f"{Text('daftar', 'list of').for_lang(lang)} {single}"
        if field.is_list and (field.record or field.scalar)
        else single
    )
    return Cell(key), Cell(holds + default), Cell(_meaning(record, field, lang))


def _typed(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _meaning(record: type[Record], field: RecordField, lang: Lang) -> str:
    """Return what the field says of itself; in English, what is said of it or of every field of its name."""
    if lang == "en":
        return MEANINGS.get(f"{record.__name__}.{field.key}") or MEANINGS[field.key]
    return field.facts.description if field.facts else ""


def _holds_one(record: type[Record], field: RecordField, lang: Lang) -> str:
    words = [f"`{word}`" for word in _choices(record.model_fields[field.name].annotation)]
    if words:
        return ", ".join(words)
    kind = _KINDS[_kind(field.scalar)].for_lang(lang)
    sections = field.scalar.refers_to if field.scalar else ()
    of = Text("dari", "of").for_lang(lang)
    return f"{kind} {of} {', '.join(f'`{name}`' for name in sections)}" if sections else kind


def _kind(scalar: Scalar | None) -> str:
    if scalar is None:
        return "pairs"
    if scalar.schema.get("format") == "date":
        return "date"
    if "anyOf" in scalar.schema:
        return "time"
    return "code" if "pattern" in scalar.schema and not scalar.is_text else str(scalar.schema["type"])


def _choices(annotation: object) -> Iterator[str]:
    """Give the words of a choice; those of pairs stand behind codes and are no choice of their own."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) is not tuple or get_args(annotation)[-1] is Ellipsis:
        for inner in get_args(annotation):
            yield from _choices(inner)
