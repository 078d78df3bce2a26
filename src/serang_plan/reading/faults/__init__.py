"""Faults of YAML (S) and of fields (F): one file each, loaded only when the fault is met."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from serang_plan.findings import Finding, Rule, RuleModule, rule_files
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
        return module_of(file)


FILES = tuple(
    sorted(rule_files(os.path.dirname(__file__)), key=lambda file: (not file.startswith("s"), file))
)
"""The files of the faults, those of YAML first."""


class ScalarFault(RuleModule, Protocol):
    """The file of a fault of which nothing need be told but what was typed."""

    def finding(self, at: Location, typed: str) -> Finding:
        """Return the finding of a value at a place."""


def of_scalar(name: FaultName | PlainFault) -> ScalarFault:
    """Return the file of such a fault by its name."""
    (file,) = (file for file in FILES if file[5:] == name.replace("-", "_"))
    return cast(ScalarFault, module_of(file))


def rules() -> tuple[Rule, ...]:
    """Return the rules of both families, with their pages."""
    return tuple(module_of(file).RULE for file in FILES)


def module_of(file: str) -> RuleModule:
    """Return the module of a fault's file."""
    return cast(RuleModule, import_module(f"{__name__}.{file}"))
