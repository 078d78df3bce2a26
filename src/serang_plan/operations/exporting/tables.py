"""Tables: what of a plan goes out, table by table; what is not named here stays in, and a test asks.

Other names of a thing are no data; `known` is told by `known_since`, what was withdrawn later is no news of
the day, old forms of a field are told by the new one, and the mark `public` by whether a thing is there.
"""

from __future__ import annotations

from serang_plan.model.action import Action, Stage
from serang_plan.model.criteria import Criteria, CriteriaItem
from serang_plan.model.header import Header, Pillar, Settings
from serang_plan.model.indicator import Indicator
from serang_plan.model.opd import Assignment, Opd, OpdName, Partner, RegionName
from serang_plan.model.rakor import Rakor
from serang_plan.model.source import Claim, Dispute, DisputeEntry, Source, Statement
from serang_plan.operations.exporting.columns import DataColumn, field_columns
from serang_plan.operations.exporting.known_column import KNOWN_SINCE
from serang_plan.operations.exporting.matter_tables import ACTION_TABLES, MEETING_TABLES
from serang_plan.operations.exporting.record_table import Computed, ListTable, RecordTable, codes
from serang_plan.operations.exporting.value_tables import VALUE_TABLES
from serang_plan.wording import Text

SECTIONS_LEFT_OUT = ("assertions",)
"""They check the plan's figures, and are none."""

_STALE_AFTER = Computed(
    field_columns(Settings, "stale_after_months").columns[0]._replace(required=True),
    lambda plan: lambda _: plan.settings.stale_after_months,
)
_AS_OF = Computed(
    DataColumn("as_of", "date", "Hari yang keadaannya diceritakan tabel-tabel ini.", True),
    lambda plan: lambda _: plan.as_of,
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
        "title publisher published url kind weakness note",
    ),
    RecordTable(
        "criteria",
        Text("Daftar kriteria yang ditetapkan orang lain.", "Lists of criteria that others set."),
        "criteria",
        Criteria,
        "name name_en by basis scope complete date source note",
        "known withdrawn",
        (
            RecordTable(
                "criteria_items",
                Text("Butir daftar kriteria.", "Items of a list of criteria."),
                "items",
                CriteriaItem,
                "name name_en note",
                "",
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
        "date by indicators met criteria source note",
        "known withdrawn",
        (
            ListTable(
                "claim_items",
                Text("Status tiap butir menurut pernyataan.", "Standing of each item as it was said."),
                "said",
                (
                    DataColumn("item", "string", "Kode butir daftar kriteria.", True),
                    DataColumn("standing", "string", "Status yang dinyatakan.", True, ("terpenuhi", "belum")),
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
                Text("Indikator yang terkait.", "Indicators concerned."),
                Dispute,
                "indicators",
                "indicator",
            ),
            RecordTable(
                "dispute_sides",
                Text("Pernyataan yang saling bertentangan.", "The sides of a dispute."),
                "statements",
                Statement,
                "text date known source",
                by_code=False,
            ),
            RecordTable(
                "dispute_history",
                Text("Penyelesaian dan perkembangan sesudahnya.", "What became of a dispute."),
                "history",
                DisputeEntry,
                "known resolution source note",
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
        "year focus source note",
        "known",
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
        "reporting.from_ declared.standing declared.by declared.date declared.source note",
        "threshold",
        (
            codes(
                "indicator_pillars",
                Text("Pilar yang dilayani.", "Pillars that an indicator serves."),
                Indicator,
                "pillars",
                "pillar",
            ),
            *VALUE_TABLES,
        ),
        "indicator",
    ),
    RecordTable(
        "opd",
        Text("OPD kota, dengan nama pada hari itu.", "The city's OPD, by their names on the day."),
        "opd",
        Opd,
        "name head from_ until successor note",
        "aliases",
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
        "name kind note",
        "aliases",
    ),
    RecordTable(
        "regions", Text("Kecamatan dan kelurahan.", "Kecamatan and kelurahan."), "regions", RegionName, "name"
    ),
    RecordTable(
        "duties",
        Text("Siapa mengampu indikator, sejak kapan.", "Who answers for an indicator, and since when."),
        "assignments",
        Assignment,
        "indicator lead from_ until basis source note",
        "known withdrawn",
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
        "nomenclature.code nomenclature.version culture note",
        "known announced",
        ACTION_TABLES,
        "action",
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "rakor",
        Text("Rakor yang terbuka untuk umum.", "Meetings that everybody may know of."),
        "rakor",
        Rakor,
        "code date state place chair closed.date source note",
        "known",
        MEETING_TABLES,
        "rakor",
        by_code=False,
        computed=(KNOWN_SINCE,),
    ),
)
"""The tables, each before those that belong to it."""
