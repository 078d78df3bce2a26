"""Intake: what an OPD filled in beside what it was shown and what the plan says now, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from serang_plan.analysis.actions.schedule import schedule_of
from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.analysis.indicators.evidence import is_share
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.editing.changes import AddRecord, AppendItem, Change, Value
from serang_plan.model.action import Action, ActionEntry
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY, DecisionEntry
from serang_plan.model.record import Record
from serang_plan.model.when import When
from serang_plan.operations.recording.measurement import NewMeasurement, new_source
from serang_plan.operations.recording.new_codes import next_code
from serang_plan.operations.sheets.cell_values import CellValue, code_in, words_in
from serang_plan.operations.sheets.filled_form import FilledForm
from serang_plan.operations.sheets.filled_row import CellRemark, FilledRow
from serang_plan.operations.sheets.form_tables import CODE
from serang_plan.operations.sheets.opd_form import OpdForm, Shown, line_of, state_of
from serang_plan.wording import Text, backquoted, full_date, number

Values = Mapping[str, Any]
"""What was filled in of a row, by column: numbers, times and words as each column has them."""


class OutcomeKind(Enum):
    """What becomes of a row."""

    NEW = Text("baru", "new")
    CHANGED = Text("berubah", "changed")
    SAME = Text("tetap", "the same")
    CONFLICT = Text("bertentangan", "contradicting")
    REFUSED = Text("ditolak", "refused")


class RowOutcome(NamedTuple):
    """What becomes of a row, what writes it into the plan, and what is to be said of its cells."""

    row: FilledRow
    kind: OutcomeKind
    changes: tuple[Change, ...] = ()
    remarks: tuple[CellRemark, ...] = ()


class FormIntake(NamedTuple):
    """What becomes of a whole form."""

    outcomes: tuple[RowOutcome, ...]
    stray: tuple[CellRemark, ...]
    """What is to be said of cells that belong to no row of the form."""
    source: AddRecord | None
    """The form itself as a source, if it is not one yet."""

    @property
    def remarks(self) -> tuple[CellRemark, ...]:
        """All that hinders: nothing of the form is taken while there is any, unless that is asked for."""
        return (*self.stray, *(remark for outcome in self.outcomes for remark in outcome.remarks))

    @property
    def changes(self) -> tuple[Change, ...]:
        """What writes the rows that can be taken, and the form as their source."""
        changes = [change for outcome in self.outcomes for change in outcome.changes]
        return (*((self.source,) if self.source and changes else ()), *changes)

    def count(self, kind: OutcomeKind) -> int:
        """Return how many rows came out so; of strays each is one refused."""
        strays = len(self.stray) if kind is OutcomeKind.REFUSED else 0
        return sum(outcome.kind is kind for outcome in self.outcomes) + strays


def intake(
    plan: Plan, form: OpdForm, filled: FilledForm, source: str = "", *, rival: bool = False
) -> FormIntake:
    """Return what becomes of a form in the plan as it is.

    Its source is the form itself, unless another is named; `rival` lets a figure stand beside another one.
    """
    added = None
    if not form.is_from_elsewhere:
        source, added = _form_as_source(plan, form)
    desk = _Desk(plan, form, source, rival, {}, [*plan.action_by_code])
    return FormIntake(tuple(desk.outcome(row) for row in filled.rows), filled.remarks, added)


def _form_as_source(plan: Plan, form: OpdForm) -> tuple[str, AddRecord | None]:
    """Return the code of a form as a source, and what adds it if it is not one yet."""
    title = f"Formulir {form.opd_name}, {full_date(plan.as_of, 'id')}"
    known = next(
        (source.code for source in plan.sources if (source.title, source.kind) == (title, "formulir")), None
    )
    fields: dict[str, Value] = {
        "title": title,
        "publisher": form.opd_name,
        "published": plan.as_of,
        "kind": "formulir",
        "note": f"Nomor formulir {form.stamp}",
    }
    return (known, None) if known else new_source(plan, fields)


class _Desk(NamedTuple):
    """Where the rows of one form are looked at, one after the other."""

    plan: Plan
    form: OpdForm
    source: str
    rival: bool
    seen: dict[tuple[object, ...], FilledRow]
    """The rows so far by what they are about: nothing is said twice in one form."""
    codes: list[str]
    """The codes of the actions that there are, and are to be."""

    def outcome(self, row: FilledRow) -> RowOutcome:
        """Return what becomes of a row."""
        about = row.code or code_in(words_in(row.cells.get("indicator")))
        shown = self.form.rows.get(row.table if row.code else "figures", {}).get(about, {})
        values, unread = row.read(shown)
        if unread:
            return RowOutcome(row, OutcomeKind.REFUSED, (), unread)
        return _TABLES[row.table](self, row, values, shown)

    def twice(self, row: FilledRow, *about: object) -> RowOutcome | None:
        """Return that a row says of something again what another one said, or says otherwise."""
        first = self.seen.setdefault((row.table, *about), row)
        if first is row:
            return None
        if _texts(first) == _texts(row):
            return RowOutcome(row, OutcomeKind.SAME)
        return _conflict(
            row,
            next(key for key in row.cells if key != CODE),
            Text(f"diisi lain di baris {first.row}", f"filled in otherwise in row {first.row}"),
            Text("hapus salah satunya", "remove one of them"),
        )

    def news(
        self, fields: Values, recorded: Values, history: Iterable[ActionEntry | DecisionEntry]
    ) -> Values:
        """Return what was not recorded of a record before, nor has been since the form went out."""
        since = [entry for entry in history if entry.known.first >= self.form.day]
        return {
            key: value
            for key, value in fields.items()
            if value not in (None, recorded.get(key)) and all(getattr(entry, key) != value for entry in since)
        }

    def overtaken(
        self, row: FilledRow, news: Values, history: Iterable[ActionEntry | DecisionEntry]
    ) -> RowOutcome | None:
        """Return that something else was recorded since the form went out, and not from this form."""
        own = {source.code for source in self.plan.sources if self.form.stamp in (source.note or "")}
        for entry in reversed([*history]):
            if self.rival or entry.known.first < self.form.day or entry.source in own:
                continue
            for key in (key for key in row.kind.by_key if key in news):
                if getattr(entry, key, None) is not None:
                    return _conflict(row, key, *_recorded_since(entry, key, news[key]))
        return None

    def entry(self, row: FilledRow, record: Record, news: Values, **whose: str) -> RowOutcome:
        """Return an entry in the history of a record."""
        value = {"known": self.plan.as_of, **whose, **news, "source": self.source}
        return RowOutcome(row, OutcomeKind.CHANGED, (AppendItem(record.at("history"), value),))


def _texts(row: FilledRow) -> Mapping[str, str]:
    return {key: cell.text for key, cell in row.cells.items() if row.kind.by_key[key].is_asked}


def _refused(row: FilledRow, key: str, text: Text, help: Text | None = None) -> RowOutcome:
    return RowOutcome(row, OutcomeKind.REFUSED, (), (row.remark(key, text, help),))


def _conflict(row: FilledRow, key: str, text: Text, help: Text | None = None) -> RowOutcome:
    return RowOutcome(row, OutcomeKind.CONFLICT, (), (row.remark(key, text, help),))


def _missing(row: FilledRow, values: Values, *needed: str) -> RowOutcome | None:
    """Return that a row lacks what it cannot do without."""
    for key in needed:
        if values.get(key) is None:
            title = backquoted(row.kind.by_key[key].title)
            return _refused(
                row,
                key,
                Text(f"{title} belum diisi", f"{title} is not filled in"),
                Text("isi sel ini", "fill in this cell"),
            )
    return None


def _gone(row: FilledRow) -> RowOutcome:
    return _conflict(
        row,
        CODE,
        Text(f"`{row.code}` tidak ada lagi di rencana", f"`{row.code}` is no longer in the plan"),
        Text("kirim formulir yang baru", "send out a new form"),
    )


# -- figures -----------------------------------------------------------------------------------


def _figure(desk: _Desk, row: FilledRow, values: Values, shown: Shown) -> RowOutcome:
    code, _, named = row.code.partition("/")
    indicator = desk.plan.indicator_by_code.get(code)
    if indicator is None:
        return _gone(row)
    lacking = _missing(row, values, "value", "as_of") or _unlikely(desk, row, indicator, values)
    if lacking or (lacking := desk.twice(row, row.code, values["as_of"])):
        return lacking
    source = values.get("source", "") if desk.form.is_from_elsewhere else ""
    if not (desk.source or source in desk.plan.source_by_code):
        return _without_source(row, source)
    of_series: dict[str, Value] = {"series": named} if named else {}
    alike = NewMeasurement(indicator, values["as_of"], values["value"], of_series).alike
    if any(measurement.value == values["value"] for measurement in alike):
        return RowOutcome(row, OutcomeKind.SAME)
    if values["value"] in _withdrawn(desk.plan, indicator, values["as_of"]):
        return _conflict(
            row,
            "value",
            Text("nilai ini sudah ditarik di rencana", "this value was withdrawn in the plan"),
            Text(
                "bila memang berlaku, catat dengan `serang-plan record`",
                "if it holds, `serang-plan record` it",
            ),
        )
    if alike and not desk.rival:
        return _conflict(row, "value", *_two_figures(alike[-1], values, shown))
    fields: dict[str, Value] = {
        "as_of": values["as_of"],
        "value": values["value"],
        "source": source if source in desk.plan.source_by_code else desk.source,
        "verification": "perlu-dicek",
        **of_series,
    }
    whose = "tertulis" if desk.form.is_from_elsewhere else "menurut OPD"
    is_said = "source" in values and fields["source"] != source
    origin = f"Sumber {whose}: {values['source']}." if is_said else ""
    if note := " ".join(filter(None, (origin, values.get("note", "")))):
        fields["note"] = note
    return RowOutcome(row, OutcomeKind.NEW, (AppendItem(indicator.at("measurements"), fields),))


def _without_source(row: FilledRow, source: str) -> RowOutcome:
    """Return that a figure from elsewhere names no source of the plan."""
    return _refused(
        row,
        "source",
        Text(f"{backquoted(source)} bukan kode sumber", f"{backquoted(source)} is no source's code")
        if source
        else Text("sumbernya tidak disebut", "no source is named"),
        Text(
            "tulis kodenya, atau sebut `--source` untuk seluruh tabel",
            "write its code, or name `--source` for all",
        ),
    )


def _withdrawn(plan: Plan, indicator: Indicator, as_of: When) -> list[Decimal | int]:
    """Return what forms gave for a time and somebody took back."""
    forms = {source.code for source in plan.sources if source.kind == "formulir"}
    return [
        measurement.value
        for measurement in indicator.measurements
        if measurement.withdrawn is not None and measurement.as_of == as_of and measurement.source in forms
    ]


def _unlikely(desk: _Desk, row: FilledRow, indicator: Indicator, values: Values) -> RowOutcome | None:
    if values["as_of"].first > desk.plan.as_of:
        return _refused(
            row,
            "as_of",
            Text("nilai dari waktu yang belum tiba", "a value of a time that has not come"),
            Text("target ditulis di lembar Usulan target", "targets are written on the sheet Usulan target"),
        )
    if is_share(indicator.unit) and not 0 <= values["value"] <= 100:
        written = number(values["value"], "id")
        return _refused(
            row,
            "value",
            Text(
                f"{written} di luar 0 sampai 100{indicator.unit}",
                f"{written} is outside 0 to 100{indicator.unit}",
            ),
            Text("periksa letak koma: 73,5 bukan 73.500", "look at the comma: 73,5 is not 73.500"),
        )
    return None


def _two_figures(there: Measurement, values: Values, shown: Shown) -> tuple[Text, Text]:
    """Say what the plan has and what the form has for the same time, and whether that came after the form."""
    when, old, new = there.as_of, number(there.value, "id"), number(values["value"], "id")
    source = f" ({there.source})" if there.source else ""
    was_shown = (shown.get("last"), shown.get("last_time")) == (old, when.text("id"))
    later = Text("", "") if was_shown else Text(", tidak seperti di formulir", ", unlike the form")
    return (
        Text(
            f"untuk {when.text('id')} rencana memuat {old}{source}{later.id}; formulir {new}",
            f"for {when.text('en')} the plan has {old}{source}{later.en}; the form {new}",
        ),
        Text(
            "tanyakan mana yang berlaku; bila keduanya diterbitkan, ulangi dengan `--rival`",
            "ask which one holds; if both were published, repeat with `--rival`",
        ),
    )


# -- what becomes of actions and decisions ------------------------------------------------------


def _action(desk: _Desk, row: FilledRow, values: Values, shown: Shown) -> RowOutcome:
    action = desk.plan.action_by_code.get(row.code)
    if action is None:
        return _gone(row)
    now = schedule_of(desk.plan, action)
    if (again := desk.twice(row, row.code)) or (again := _unclear(desk, row, values)):
        return again
    current = state_of(now)
    recorded: dict[str, Any] = {"status": current["state"], "finish": now.finish, "done": now.finish}
    for entry in action.history:
        recorded |= {key: getattr(entry, key) for key in _TOLD if getattr(entry, key) is not None}
    status = values.get("status")
    fields = {
        "status": None if status == shown.get("state") else status,
        "done" if status == "selesai" else "finish": values.get("finish"),
        **{key: _whole(values.get(key)) for key in _TOLD},
    }
    news = desk.news(fields, recorded, action.history)
    moved = [key for key in ("status", "finish", "done") if key in news]
    if moved and current != {key: shown.get(key) for key in current}:
        return _conflict(row, "status" if "status" in moved else "finish", *_moved_on(row, shown, current))
    if not news:
        return RowOutcome(row, OutcomeKind.SAME)
    return desk.overtaken(row, news, action.history) or desk.entry(row, action, news)


_TOLD = ("progress", "spent", "obstacle", "next", "reason")


def _whole(value: CellValue | None) -> CellValue | int | None:
    return int(value) if isinstance(value, Decimal) else value


def _unclear(desk: _Desk, row: FilledRow, values: Values) -> RowOutcome | None:
    if values.get("status") == "geser":
        return _missing(row, values, "finish", "reason")
    if values.get("status") == "selesai" and "finish" in values and values["finish"].first > desk.plan.as_of:
        return _refused(
            row,
            "finish",
            Text("selesai pada waktu yang belum tiba", "done at a time that has not come"),
            Text("bila masih berjalan, pilih `berjalan`", "if it still runs, choose `berjalan`"),
        )
    return None


def _moved_on(row: FilledRow, shown: Shown, current: Shown) -> tuple[Text, Text]:
    """Say what the form showed, what the plan says now, and what was filled in."""
    before, now = (
        backquoted(" ".join(filter(None, state.values())) or "-")
        for state in ({key: shown.get(key, "") for key in current}, current)
    )
    said = _texts(row)
    about = [text for key, text in said.items() if key in ("status", "finish")]
    filled = backquoted(" ".join(about or said.values()))
    return (
        Text(
            f"`{row.code}` di formulir semula {before}, di rencana kini {now}, diisi {filled}",
            f"`{row.code}` was {before} in the form, is {now} in the plan now, filled in {filled}",
        ),
        Text(
            "tanyakan mana yang berlaku, lalu kirim formulir yang baru",
            "ask which one holds, then send a new form",
        ),
    )


def _recorded_since(entry: ActionEntry | DecisionEntry, key: str, said: CellValue | int) -> tuple[Text, Text]:
    """Say what was recorded since the form went out, when, and what was filled in."""
    there, day = _in_words(getattr(entry, key)), entry.known
    return (
        Text(
            f"sejak formulir dikirim tercatat {there.id} ({day.text('id')}); diisi {_in_words(said).id}",
            f"since the form was sent {there.en} was recorded ({day.text('en')}); "
            f"filled in {_in_words(said).en}",
        ),
        Text(
            "tanyakan mana yang berlaku; bila isian formulir ini, ulangi dengan `--rival`",
            "ask which one holds; if it is what the form says, repeat with `--rival`",
        ),
    )


def _in_words(value: CellValue | int) -> Text:
    if isinstance(value, str):
        return Text(backquoted(value), backquoted(value))
    if isinstance(value, When):
        return Text(value.text("id"), value.text("en"))
    return Text(number(value, "id"), number(value, "en"))


def _decision(desk: _Desk, row: FilledRow, values: Values, shown: Shown) -> RowOutcome:
    life = _life_called(desk, row.code)
    if life is None:
        return _gone(row)
    if again := desk.twice(row, row.code):
        return again
    recorded = {"status": _REPORTED.get(life.state), "evidence": life.evidence, "note": life.obstacle}
    news = desk.news({key: values.get(key) for key in recorded}, recorded, life.entries)
    if not news:
        return RowOutcome(row, OutcomeKind.SAME)
    if not life.is_open or ("status" in news and life.state.word.id != shown.get("state")):
        key = "status" if "status" in news else next(iter(news))
        return _conflict(
            row, key, *_moved_on(row, {"state": shown.get("state", "")}, {"state": life.state.word.id})
        )
    if overtaken := desk.overtaken(row, news, life.entries):
        return overtaken
    if news.get("status") == "selesai" and (lacking := _missing(row, {**recorded, **values}, "evidence")):
        return lacking
    opd = desk.form.opd
    return desk.entry(
        row, life.decision, news, by=opd, **({"opd": opd} if life.decision.lead == EVERYBODY else {})
    )


_REPORTED = {
    DecisionState.WAITING: "menunggu",
    DecisionState.RUNNING: "proses",
    DecisionState.REPORTED: "selesai",
}


def _life_called(desk: _Desk, code: str) -> DecisionLife | None:
    """Return what of a decision the OPD answers for, as it stands."""
    lives = (life for life in decision_lives(known_plan(desk.plan)) if life.decision.code == code)
    return next((line for life in lives if (line := line_of(life, desk.form.opd))), None)


# -- proposals ---------------------------------------------------------------------------------


def _new_action(desk: _Desk, row: FilledRow, values: Values, shown: Shown) -> RowOutcome:
    lacking = _missing(row, values, "name", "indicator") or _unknown_indicator(desk, row, values)
    if lacking or (lacking := desk.twice(row, values["name"].casefold())):
        return lacking
    if any(_is_of_proposal(action, desk.form.opd, values["name"]) for action in desk.plan.actions):
        return RowOutcome(row, OutcomeKind.SAME)
    start, finish = values.get("start"), values.get("finish")
    if start and finish and finish.last < start.first:
        return _refused(
            row,
            "finish",
            Text("selesai sebelum mulai", "finished before it starts"),
            Text("tukar atau perbaiki kedua waktunya", "swap or mend the two times"),
        )
    code = next_code(desk.codes, "A01")
    desk.codes.append(code)
    return RowOutcome(row, OutcomeKind.NEW, (AddRecord("actions", dict(_proposed(desk, code, values))),))


def _is_of_proposal(action: Action, opd: str, name: str) -> bool:
    """Whether an action is what an OPD proposed, also if it was renamed or given to another since."""
    is_so_called = action.opd == opd and action.name.casefold() == name.casefold()
    return is_so_called or _proposal(opd, name).casefold() in (action.note or "").casefold()


def _proposal(opd: str, name: str) -> str:
    return f"Usulan {opd}: {name}."


def _proposed(desk: _Desk, code: str, values: Values) -> Iterator[tuple[str, Value]]:
    """Give the fields of a proposed action, of which only what was said is written."""
    yield from (("code", code), ("name", values["name"]), ("opd", desk.form.opd))
    yield "indicators", [{"code": code_in(values["indicator"]), **_only(adds=values.get("adds"))}]
    yield "known", desk.plan.as_of
    yield from _only(start=values.get("start"), finish=values.get("finish")).items()
    yield "status", "rencana"
    money = _only(
        source=values.get("funding"), year=_whole(values.get("year")), amount=_whole(values.get("amount"))
    )
    if money:
        yield "funding", [money]
    if "site" in values:
        yield "place", {"site": values["site"]}
    yield from (("sources", [desk.source]), ("note", _proposal(desk.form.opd, values["name"])))


def _only(**values: Value | None) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value is not None}


def _unknown_indicator(desk: _Desk, row: FilledRow, values: Values) -> RowOutcome | None:
    code = code_in(values["indicator"])
    if code in desk.plan.indicator_by_code:
        return None
    return _refused(
        row,
        "indicator",
        Text(f"tidak ada indikator {backquoted(code)}", f"there is no indicator {backquoted(code)}"),
        Text("pilih dari daftar", "choose from the list"),
    )


def _new_target(desk: _Desk, row: FilledRow, values: Values, shown: Shown) -> RowOutcome:
    lacking = _missing(row, values, "indicator", "year", "value") or _unknown_indicator(desk, row, values)
    if lacking or (lacking := _not_to_propose(desk, row, values)):
        return lacking
    indicator, year = desk.plan.indicator_by_code[code_in(values["indicator"])], int(values["year"])
    if again := desk.twice(row, indicator.code, year):
        return again
    there = [
        target
        for target in indicator.targets
        if (target.year, target.basis, target.withdrawn) == (year, "usulan", None)
    ]
    since = [target for target in there if target.known and target.known.first >= desk.form.day]
    if values["value"] in (target.value for target in (*there[-1:], *since)):
        return RowOutcome(row, OutcomeKind.SAME)
    if there and "reason" not in values:
        old, new = number(there[-1].value, "id"), number(values["value"], "id")
        return _conflict(
            row,
            "value",
            Text(
                f"usulan {indicator.code} {year} di rencana {old}; formulir {new}",
                f"the proposal of {indicator.code} for {year} is {old} in the plan; the form {new}",
            ),
            Text(
                "bila menggantikannya, isi `Dasar atau alasan`",
                "if this one replaces it, fill in `Dasar atau alasan`",
            ),
        )
    more = {"known": desk.plan.as_of, "source": desk.source, **_only(reason=values.get("reason"))}
    fields = {"year": year, "value": values["value"], "basis": "usulan", **more}
    kind = OutcomeKind.CHANGED if there else OutcomeKind.NEW
    return RowOutcome(row, kind, (AppendItem(indicator.at("targets"), fields),))


def _not_to_propose(desk: _Desk, row: FilledRow, values: Values) -> RowOutcome | None:
    code, header = code_in(values["indicator"]), desk.plan.header
    if code not in {key.partition("/")[0] for key in desk.form.rows.get("figures", {})}:
        return _refused(
            row,
            "indicator",
            Text(f"{code} bukan indikator {desk.form.opd}", f"{code} is no indicator of {desk.form.opd}"),
            Text("target diusulkan oleh pengampunya", "targets are proposed by who leads it"),
        )
    if header and not header.first_year <= values["year"] <= header.last_year:
        years = f"{header.first_year}-{header.last_year}"
        return _refused(
            row,
            "year",
            Text(f"di luar masa rencana {years}", f"outside the plan's years {years}"),
            Text("tulis tahun di dalamnya", "write a year within them"),
        )
    return None


_TABLES: Mapping[str, Callable[[_Desk, FilledRow, Values, Shown], RowOutcome]] = {
    "figures": _figure,
    "actions": _action,
    "decisions": _decision,
    "new_actions": _new_action,
    "new_targets": _new_target,
}
