"""Matter tables: what within an action or a meeting goes out, as it stood on the day."""

from __future__ import annotations

from serang_plan.model.action import Action, ActionEntry, Effect, Funding, Move
from serang_plan.model.rakor import AgendaItem, Attendance, Decision, DecisionEntry, Rakor
from serang_plan.operations.exporting.record_table import RecordTable, codes
from serang_plan.wording import Text

ACTION_TABLES = (
    RecordTable(
        "action_effects",
        Text("Indikator yang dituju tiap kegiatan.", "Indicators at which each action aims."),
        "indicators",
        Effect,
        "code adds",
        by_code=False,
    ),
    RecordTable(
        "action_moves",
        Text("Setiap kali kegiatan bergeser.", "Each time that an action was put off."),
        "moves",
        Move,
        "to known opd reason source",
        by_code=False,
    ),
    RecordTable(
        "action_history",
        Text("Apa yang kemudian diketahui tentang kegiatan.", "What became known of an action later."),
        "history",
        ActionEntry,
        "known status start finish done opd place.kecamatan place.kelurahan place.site progress spent "
        "reason source obstacle next note",
        "evidence",
        by_code=False,
    ),
    RecordTable(
        "action_funding",
        Text("Sumber dana kegiatan per tahun.", "Money for an action by year."),
        "funding",
        Funding,
        "source year amount known",
        by_code=False,
    ),
    codes("action_needs", Text("Kegiatan yang ditunggu.", "Actions waited for."), Action, "needs", "needs"),
    codes(
        "action_sources",
        Text("Sumber rencana kegiatan.", "Sources of an action."),
        Action,
        "sources",
        "source",
    ),
    codes(
        "action_evidence",
        Text("Bukti hasil kegiatan.", "Evidence of an action."),
        Action,
        "evidence",
        "source",
    ),
)

MEETING_TABLES = (
    codes(
        "rakor_invited",
        Text("Undangan rakor; `semua`: semua OPD.", "Who was invited."),
        Rakor,
        "invited",
        "opd",
    ),
    RecordTable(
        "rakor_attendance",
        Text("Kehadiran rakor.", "Attendance of a meeting."),
        "attendance",
        Attendance,
        "opd by present",
        by_code=False,
    ),
    RecordTable(
        "rakor_agenda",
        Text("Acara rakor.", "Agenda of a meeting."),
        "agenda",
        AgendaItem,
        "text minutes decision",
        by_code=False,
    ),
    RecordTable(
        "decisions",
        Text("Keputusan rakor itu.", "Decisions of those meetings."),
        "decisions",
        Decision,
        "code text done_when lead due status updated evidence note",
        "indicator",
        (
            codes("decision_support", Text("OPD pendukung.", "Supporting OPD."), Decision, "support", "opd"),
            codes(
                "decision_about",
                Text("Yang dituju keputusan.", "What it is about."),
                Decision,
                "about",
                "code",
            ),
            codes(
                "decision_waits_for",
                Text("Keputusan yang ditunggu.", "Decisions waited for."),
                Decision,
                "waits_for",
                "code",
            ),
            RecordTable(
                "decision_history",
                Text("Laporan dan pemeriksaan keputusan.", "Reports and verdicts on a decision."),
                "history",
                DecisionEntry,
                "known by opd status due evidence verified superseded_by reason source note",
                by_code=False,
            ),
        ),
        "decision",
        by_code=False,
    ),
)
