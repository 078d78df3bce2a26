"""Faults of YAML (S) and of fields (F): one file each, loaded only when the fault is met."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from serang_plan.findings import Finding, Rule, RuleModule
from serang_plan.model.fields import FaultName
from serang_plan.places import Location
from serang_plan.reading.plain_scalars import PlainFault

if TYPE_CHECKING:  # what a call says of a fault is checked against its file, which is loaded when it is met
    from serang_plan.reading.faults import (
        f101_unknown_field as f101_unknown_field,
        f102_missing_field as f102_missing_field,
        f103_wrong_shape as f103_wrong_shape,
        f104_unknown_word as f104_unknown_word,
        f109_date_form as f109_date_form,
        f116_empty_field as f116_empty_field,
        f118_long_text as f118_long_text,
        f123_misplaced_record as f123_misplaced_record,
        s101_repeated_key as s101_repeated_key,
        s102_broken_yaml as s102_broken_yaml,
        s103_tab_for_indent as s103_tab_for_indent,
        s104_wrong_indent as s104_wrong_indent,
        s105_never_closed as s105_never_closed,
        s106_colon_in_text as s106_colon_in_text,
        s107_missing_colon as s107_missing_colon,
        s108_anchor_or_alias as s108_anchor_or_alias,
        s109_explicit_tag as s109_explicit_tag,
        s110_several_documents as s110_several_documents,
        s111_too_deep as s111_too_deep,
        s112_not_utf8 as s112_not_utf8,
        s113_unseen_character as s113_unseen_character,
        s114_no_sections as s114_no_sections,
        s115_nothing_written as s115_nothing_written,
        s118_key_not_text as s118_key_not_text,
        s119_conflict_marker as s119_conflict_marker,
        s120_text_cut_by_hash as s120_text_cut_by_hash,
        s121_unreadable_file as s121_unreadable_file,
        s122_huge_file as s122_huge_file,
        s123_bad_escape as s123_bad_escape,
        s124_link_leads_out as s124_link_leads_out,
    )
else:

    def __getattr__(file: str) -> RuleModule:
        """Load the file of a fault that is met for the first time."""
        if file not in FILES:
            raise AttributeError(file)
        return _module(file)


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
    "s124_link_leads_out",
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


class ScalarFault(RuleModule, Protocol):
    """The file of a fault of which nothing need be told but what was typed."""

    def finding(self, at: Location, typed: str) -> Finding:
        """Return the finding of a value at a place."""


def of_scalar(name: FaultName | PlainFault) -> ScalarFault:
    """Return the file of such a fault by its name."""
    (file,) = (file for file in FILES if file[5:] == name.replace("-", "_"))
    return cast(ScalarFault, _module(file))


def rules() -> tuple[Rule, ...]:
    """Return the rules of both families, with their pages."""
    return tuple(_module(file).RULE for file in FILES)


def _module(file: str) -> RuleModule:
    return cast(RuleModule, import_module(f"{__name__}.{file}"))
