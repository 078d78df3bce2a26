"""Archive: the base of every form that went out, and the register of which came home."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from serang_plan.operations.files.output_file import write_file
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.opd_form import OpdForm, kept_form
from serang_plan.reading.decoding import plain_bytes
from serang_plan.wording import Text, backquoted_path

_REGISTER = "daftar.json"


class ReturnedForm(NamedTuple):
    """One time that a form came home: when, as which file, and what became of it."""

    day: str
    file: str
    checksum: str
    result: str


class SentForm(NamedTuple):
    """A form that went out."""

    stamp: str
    opd: str
    sent: str
    returned: tuple[ReturnedForm, ...] = ()

    @property
    def sent_on(self) -> date:
        """The day of the form."""
        return date.fromisoformat(self.sent)


class FormArchive(NamedTuple):
    """A folder beside the plan's: all that is known of forms lies there as plain files."""

    folder: str

    def forms(self) -> tuple[SentForm, ...]:
        """Return the forms that went out, earliest first. Raises ProblemError if that cannot be read."""
        path = os.path.join(self.folder, _REGISTER)
        try:
            kept = json.loads(plain_bytes(path))
            return tuple(map(_sent, kept["formulir"]))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise ProblemError(
                Text(f"{backquoted_path(path)} tidak terbaca", f"{backquoted_path(path)} cannot be read"),
                Text("kembalikan isinya dari cadangan atau git", "bring it back from a copy or from git"),
            ) from None

    def outstanding(self) -> tuple[SentForm, ...]:
        """Return of every OPD the form that went out last, if it has not come home."""
        last = {form.opd: form for form in self.forms()}
        return tuple(form for form in last.values() if not form.returned)

    def keep(self, forms: Iterable[OpdForm]) -> None:
        """Keep the bases of forms that go out. Raises ProblemError if they cannot be kept."""
        forms = tuple(forms)
        for form in forms:
            self._write(_file_of(form.stamp), form.text)
        known = {sent.stamp: sent for sent in self.forms()}
        new = (SentForm(form.stamp, form.opd, form.day.isoformat()) for form in forms)
        self._register((*known.values(), *(sent for sent in new if sent.stamp not in known)))

    def base(self, stamp: str) -> OpdForm:
        """Return the form of a stamp as it went out; what the workbook says of itself anybody can rewrite.

        Raises ProblemError if the archive does not have it unchanged.
        """
        with suppress(ValueError, RecursionError):
            form = kept_form(self._kept(stamp))
            if form.stamp == stamp:
                return form
        raise ProblemError(
            Text(
                f"formulir `{stamp}` tidak pernah dikirim dari rencana ini",
                f"the form `{stamp}` was never sent out from this plan",
            ),
            Text(
                "periksa folder rencananya, atau kirim formulir baru dengan `serang-plan sheet export`",
                "check which plan it belongs to, or send a new one with `serang-plan sheet export`",
            ),
        )

    def note(self, returned: Mapping[str, ReturnedForm], forms: Iterable[OpdForm]) -> None:
        """Register what came home, by stamp; the same file with the same result is noted once."""
        known = {sent.stamp: sent for sent in self.forms()}
        for form in forms:
            sent = known.get(form.stamp, SentForm(form.stamp, form.opd, form.day.isoformat()))
            entry = returned[form.stamp]
            if all(
                (before.checksum, before.result) != (entry.checksum, entry.result) for before in sent.returned
            ):
                known[form.stamp] = sent._replace(returned=(*sent.returned, entry))
        self._register(known.values())

    def _kept(self, stamp: str) -> str:
        try:
            return plain_bytes(os.path.join(self.folder, _file_of(stamp))).decode("utf-8")
        except (OSError, ValueError):
            return ""

    def _register(self, forms: Iterable[SentForm]) -> None:
        kept = [
            {**form._asdict(), "returned": [entry._asdict() for entry in form.returned]} for form in forms
        ]
        self._write(_REGISTER, json.dumps({"formulir": kept}, ensure_ascii=False, indent=1) + "\n")

    def _write(self, name: str, text: str) -> None:
        try:
            os.makedirs(self.folder, exist_ok=True)
        except OSError as error:
            raise not_written(self.folder, error) from None
        write_file(os.path.join(self.folder, name), text.encode("utf-8", "replace"), replace=True)


def archive_beside(data: str) -> FormArchive:
    """Return the archive of the plan in a folder or file."""
    folder = os.path.abspath(data)
    if os.path.isfile(folder):
        folder = os.path.dirname(folder)
    return FormArchive(os.path.join(os.path.dirname(folder), "arsip", "formulir"))


def _file_of(stamp: str) -> str:
    return f"{'-'.join(stamp.split('/')[1:])}.json"


def _sent(kept: dict[str, Any]) -> SentForm:
    form = SentForm(**{**kept, "returned": tuple(ReturnedForm(**entry) for entry in kept["returned"])})
    date.fromisoformat(form.sent)
    return form
