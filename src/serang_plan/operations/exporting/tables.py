"""Tables: what of a plan goes out, table by table; what is not named here stays in, and a test asks.

What people write for themselves stays in: notes, obstacles and next steps; no mark makes one public yet.
Other names of a thing are no data; `known` is told by `known_since`, what was withdrawn later is no news of
the day, and old forms of a field are told by the new one.
"""

from __future__ import annotations

from serang_plan.analysis.indicators.segments import segments
from serang_plan.analysis.known.known_since import is_dating_assumed, known_since, source_codes
from serang_plan.model.action import Action, ActionEntry, Effect, Funding, Move, Stage
from serang_plan.model.criteria import Criteria, CriteriaItem
from serang_plan.model.header import Header, Pillar
from serang_plan.model.indicator import Indicator, Measurement, Part, Series, Target, Threshold
from serang_plan.model.opd import Assignment, Opd, OpdName, Partner, RegionName
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import AgendaItem, Attendance, Decision, DecisionEntry, Rakor
from serang_plan.model.source import Claim, Dispute, DisputeEntry, Source, Statement
from serang_plan.operations.exporting.columns import Column
from serang_plan.operations.exporting.record_table import Computed, ListTable, RecordTable, codes
from serang_plan.wording import Text

SECTIONS_LEFT_OUT = ("assertions",)
"""They check the plan's figures, and are none."""

KNOWN_SINCE = Computed(
    Column(
        "known_since", "date", "Sejak kapan diketahui umum; kosong bila tidak ada yang memberinya tanggal."
    ),
    lambda plan: lambda record: known_since(plan, record),
)
_ASSUMED = Computed(
    Column("known_assumed", "boolean", "Apakah waktu diketahuinya diandaikan: akhir waktu yang digambarkan."),
    lambda plan: lambda value: is_dating_assumed(plan, value),
)


def _numbers(plan: Plan) -> dict[int, int]:
    return {key: nr for indicator in plan.indicators for key, nr in segments(indicator).items()}


_SEGMENT = Computed(
    Column(
        "segment",
        "integer",
        "Nilai hanya sebanding di dalam satu segmen: nomor naik di setiap putusnya deret.",
    ),
    lambda plan: (lambda numbers: lambda value: numbers[id(value)])(_numbers(plan)),
)
_STALE_AFTER = Computed(
    Column("stale_after_months", "integer", "Nilai tahunan lebih tua dari sekian bulan disebut usang.", True),
    lambda plan: lambda _: plan.settings.stale_after_months,
)
_AS_OF = Computed(
    Column("as_of", "date", "Hari yang keadaannya diceritakan tabel-tabel ini.", True),
    lambda plan: lambda _: plan.as_of,
)


def _parts_of(measurement: Measurement) -> tuple[Part, ...]:
    return measurement.breakdown.parts if measurement.breakdown else ()


_VALUES = (
    RecordTable(
        "series",
        Text(
            "Deret nilai tiap indikator; yang pertama menentukan status.",
            "Series of each indicator; the first judges.",
        ),
        "series",
        Series,
        "code name name_en proxy",
        "note",
        by_code=False,
    ),
    RecordTable(
        "thresholds",
        Text("Ambang yang diketahui pada hari itu.", "Thresholds known on the day."),
        "thresholds",
        Threshold,
        "value kind basis scope due for_ since until verification reason source",
        "known withdrawn note",
        by_code=False,
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "observations",
        Text("Nilai yang diketahui pada hari itu.", "Values known on the day."),
        "measurements",
        Measurement,
        "as_of value unit scope series break_ verification used reason workings published dispute "
        "share.part share.whole share.unit share.counts breakdown.total breakdown.unit",
        "known withdrawn note",
        (
            codes(
                "observation_sources",
                Text("Sumber tiap nilai.", "Sources of each value."),
                Measurement,
                "sources",
                "source",
                source_codes,
            )._replace(covers=("source",)),
            ListTable(
                "observation_parts",
                Text("Rincian yang terbit bersama jumlahnya.", "Parts published with their total."),
                "breakdown",
                (
                    Column("name", "string", "Nama bagian.", True),
                    Column("value", "number", "Besarnya; kosong bila tidak ada data."),
                ),
                lambda value: ((part.name, part.value) for part in _parts_of(value)),
            ),
        ),
        "observation",
        by_code=False,
        computed=(KNOWN_SINCE, _ASSUMED, _SEGMENT),
    ),
    RecordTable(
        "targets",
        Text("Target tahunan yang diketahui pada hari itu.", "Yearly targets known on the day."),
        "targets",
        Target,
        "year value basis reason source",
        "known withdrawn",
        by_code=False,
        computed=(KNOWN_SINCE,),
    ),
)

_ACTION_LISTS = (
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
        "known status start finish done opd progress spent reason source",
        "obstacle next evidence note",
        by_code=False,
    ),
    RecordTable(
        "action_funding",
        Text("Sumber dana kegiatan per tahun.", "Money for an action by year."),
        "funding",
        Funding,
        "source year amount",
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

_MEETING_LISTS = (
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
        Text("Keputusan rakor yang notulennya ditutup.", "Decisions of meetings whose minutes are closed."),
        "decisions",
        Decision,
        "code text done_when lead due status updated evidence",
        "indicator note",
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
                "known by opd status due evidence verified superseded_by reason source",
                "note",
                by_code=False,
            ),
        ),
        "decision",
        by_code=False,
    ),
)

TABLES: tuple[RecordTable, ...] = (
    RecordTable(
        "plan",
        Text("Rencana, dan hari yang keadaannya diceritakan.", "The plan, and the day whose state is told."),
        "plan",
        Header,
        "title city first_year last_year indicators_expected origin",
        "region settings",
        (
            RecordTable(
                "pillars", Text("Pilar visi kota.", "Pillars of the vision."), "pillars", Pillar, "name"
            ),
        ),
        by_code=False,
        computed=(_AS_OF, _STALE_AFTER),
    ),
    RecordTable(
        "sources",
        Text("Sumber yang diketahui pada hari itu.", "Sources known on the day."),
        "sources",
        Source,
        "title publisher published url kind weakness",
        "note",
    ),
    RecordTable(
        "criteria",
        Text("Daftar kriteria yang ditetapkan orang lain.", "Lists of criteria that others set."),
        "criteria",
        Criteria,
        "name name_en by basis scope complete date source",
        "known withdrawn note",
        (
            RecordTable(
                "criteria_items",
                Text("Butir daftar kriteria.", "Items of a list of criteria."),
                "items",
                CriteriaItem,
                "name name_en",
                "note",
                (
                    codes(
                        "criteria_indicators",
                        Text("Indikator yang berkaitan dengan butir.", "Indicators that bear on an item."),
                        CriteriaItem,
                        "indicators",
                        "indicator",
                    ),
                ),
                "item",
            ),
        ),
        "criteria",
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "claims",
        Text("Pernyataan tentang seluruh daftar, dikutip.", "What was said of the whole list, quoted."),
        "claims",
        Claim,
        "date by indicators met criteria source",
        "known withdrawn note",
        (
            ListTable(
                "claim_items",
                Text("Status tiap butir menurut pernyataan.", "Standing of each item as it was said."),
                "said",
                (
                    Column("item", "string", "Kode butir daftar kriteria.", True),
                    Column("standing", "string", "Status yang dinyatakan.", True, ("terpenuhi", "belum")),
                ),
                lambda claim: claim.said,
            ),
        ),
        "claim",
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "disputes",
        Text("Angka terbitan yang bertentangan.", "Published figures that contradict each other."),
        "disputes",
        Dispute,
        "topic resolution",
        "",
        (
            codes(
                "dispute_indicators",
                Text("Indikator yang tersangkut.", "Indicators concerned."),
                Dispute,
                "indicators",
                "indicator",
            ),
            RecordTable(
                "dispute_sides",
                Text("Pernyataan yang saling bertentangan.", "The sides of a dispute."),
                "statements",
                Statement,
                "text date source",
                by_code=False,
            ),
            RecordTable(
                "dispute_history",
                Text("Penyelesaian dan kabar sesudahnya.", "What became of a dispute."),
                "history",
                DisputeEntry,
                "known resolution source",
                "note",
                by_code=False,
            ),
        ),
        "dispute",
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "stages",
        Text("Tahapan: fokus tiap tahun.", "Stages: the focus of each year."),
        "stages",
        Stage,
        "year focus source",
        "known note",
        (codes("stage_opd", Text("OPD fokus tahapan.", "OPD that carry a stage."), Stage, "opd", "opd"),),
        "stage",
        by_code=False,
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "indicators",
        Text("Indikator.", "Indicators."),
        "indicators",
        Indicator,
        "name name_en short short_en aspect unit unit_en direction scope provider "
        "definition.id definition.text definition.method reporting.every reporting.grace_days "
        "reporting.from_ declared.standing declared.by declared.date declared.source",
        "threshold note",
        (
            codes(
                "indicator_pillars",
                Text("Pilar yang dilayani.", "Pillars that an indicator serves."),
                Indicator,
                "pillars",
                "pillar",
            ),
            *_VALUES,
        ),
        "indicator",
    ),
    RecordTable(
        "opd",
        Text("OPD kota, dengan nama pada hari itu.", "The city's OPD, by their names on the day."),
        "opd",
        Opd,
        "name head from_ until successor",
        "aliases note",
        (
            RecordTable(
                "opd_names",
                Text("Nama-nama OPD sesudah yang pertama.", "Names of an OPD after its first."),
                "names",
                OpdName,
                "name from_ until source",
                "aliases known withdrawn",
                by_code=False,
                computed=(KNOWN_SINCE,),
            ),
            codes(
                "opd_sources", Text("Sumber tentang OPD.", "Sources about an OPD."), Opd, "sources", "source"
            ),
        ),
        "opd",
    ),
    RecordTable(
        "partners",
        Text("Mitra di luar OPD kota.", "Partners outside the city's OPD."),
        "partners",
        Partner,
        "name kind",
        "aliases note",
    ),
    RecordTable(
        "regions", Text("Kecamatan dan kelurahan.", "Kecamatan and kelurahan."), "regions", RegionName, "name"
    ),
    RecordTable(
        "duties",
        Text("Siapa mengampu indikator, sejak kapan.", "Who answers for an indicator, and since when."),
        "assignments",
        Assignment,
        "indicator lead from_ until basis source",
        "known withdrawn note",
        (
            codes("duty_support", Text("OPD pendukung.", "Supporting OPD."), Assignment, "support", "opd"),
            codes("duty_partners", Text("Mitra.", "Partners."), Assignment, "partners", "partner"),
        ),
        "duty",
        by_code=False,
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "actions",
        Text("Kegiatan, seperti keadaannya pada hari itu.", "Actions, as they stood on the day."),
        "actions",
        Action,
        "name opd start finish status done place.kecamatan place.kelurahan place.site authority "
        "nomenclature.code nomenclature.version culture",
        "known announced note",
        _ACTION_LISTS,
        "action",
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "rakor",
        Text("Rakor yang notulennya ditutup.", "Meetings whose minutes are closed."),
        "rakor",
        Rakor,
        "code date state place chair closed.date source",
        "known note",
        _MEETING_LISTS,
        "rakor",
        by_code=False,
        computed=(KNOWN_SINCE,),
    ),
)
"""The tables, each before those that belong to it."""
