"""Faults of YAML (S) and of fields (F): one file each, loaded only when the fault is met."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from serang_plan.findings import Finding, Label, Rule
from serang_plan.places import Pointer, Span

FILES = (
    "s101_repeated_key",
    "s102_broken_yaml",
    "s103_tab_for_indent",
    "s104_wrong_indent",
    "s105_never_closed",
    "s106_colon_in_text",
    "s107_missing_colon",
    "s108_anchor_or_alias",
    "s109_explicit_tag",
    "s110_several_documents",
    "s111_too_deep",
    "s112_not_utf8",
    "s113_unseen_character",
    "s114_no_sections",
    "s115_nothing_written",
    "s116_two_faced_word",
    "s117_endless_number",
    "s118_key_not_text",
    "s119_conflict_marker",
    "s120_text_cut_by_hash",
    "s121_unreadable_file",
    "s122_huge_file",
    "s123_bad_escape",
    "f101_unknown_field",
    "f102_missing_field",
    "f103_wrong_shape",
    "f104_unknown_word",
    "f105_decimal_comma",
    "f106_thousands_dot",
    "f107_rupiah_amount",
    "f108_impossible_date",
    "f109_date_form",
    "f110_not_a_number",
    "f111_unquoted_code",
    "f112_not_a_whole_number",
    "f113_huge_number",
    "f114_impossible_year",
    "f115_code_form",
    "f116_empty_field",
    "f117_not_text",
    "f118_long_text",
    "f119_not_a_flag",
    "f120_region_form",
    "f121_nomenclature_form",
    "f122_negative_count",
    "f123_misplaced_record",
)

_FILE_OF = {file[5:].replace("_", "-"): file for file in FILES}


def _module(file: str) -> Any:
    return import_module(f"{__name__}.{file}")


def found(name: str, at: Pointer | Span, first: tuple[Pointer | Span, ...] = (), **facts: Any) -> Finding:
    """Return the finding of a fault by its name; `first` are the places that its label explains."""
    module = _module(_FILE_OF[name])
    labels = tuple(Label(module.LABEL, place) for place in first)
    rule: Rule = module.RULE
    instead = module.instead(**facts) if hasattr(module, "instead") else None
    return rule.finding(module.message(**facts), at, labels, module.advice(**facts), instead)


def is_fault(name: str) -> bool:
    """Whether a name is that of a fault known here."""
    return name in _FILE_OF


def rules() -> tuple[Rule, ...]:
    """Return the rules of both families, with their pages."""
    return tuple(_module(file).RULE for file in FILES)
