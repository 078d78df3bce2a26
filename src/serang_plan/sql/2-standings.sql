-- Status tiap indikator, dihitung lagi dari tabel-tabelnya saja. Tidak ada yang diambil dari `standings` dan `counts`.
-- The standing of each indicator, worked out again from the tables alone; nothing is taken from `standings` or `counts`.

-- Setiap nilai, dengan sumbernya ditimbang. Each value, its sources weighed.
CREATE OR REPLACE TEMP VIEW value_sources AS
SELECT o.region, o.indicator, o.observation,
       MAX(CASE WHEN s.listed THEN 0 ELSE 1 END) AS unlisted,
       MAX(CASE WHEN s.listed AND (s.kind IN ('perkiraan', 'formulir') OR s.weakness IS NOT NULL) THEN 1 ELSE 0 END) AS weak,
       MAX(CASE WHEN s.kind = 'salinan' THEN 1 ELSE 0 END) AS copied,
       MIN(CASE WHEN s.kind = 'resmi' THEN 1 ELSE 0 END) AS official
FROM observation_sources o LEFT JOIN sources s ON s.region = o.region AND s.code = o.source
GROUP BY o.region, o.indicator, o.observation;

-- Deret yang menentukan: yang pertama; tanpa deret, yang tak bernama. The series that judges.
CREATE OR REPLACE TEMP VIEW judging AS
SELECT i.region, i.code AS indicator, i.direction, i.scope, i.unit, i.declared_standing, i.reporting_every,
       p.as_of, p.stale_after_months, COALESCE(s.code, '') AS series
FROM indicators i
JOIN plan p ON p.region = i.region
LEFT JOIN series s ON s.region = i.region AND s.indicator = i.code AND s.nr = 1
WHERE i.listed;

-- Nilai yang sebanding: cakupan dan satuan indikator, dan segmennya: jumlah putusnya deret sampai nilai itu.
-- Values that compare: of the indicator's scope and unit, and their segment: how many breaks lie up to them.
CREATE OR REPLACE TEMP VIEW comparable AS
SELECT o.region, o.indicator, o.nr, o.as_of_first, o.as_of_last, o.value, o.verification, o.used, o.known_since,
       COALESCE(o.series, j.series) AS series,
       CASE WHEN v.observation IS NULL THEN 0 ELSE 1 END AS sourced,
       CASE o.verification WHEN 'terverifikasi' THEN 3 WHEN 'sekunder' THEN 2 WHEN 'turunan' THEN 1 ELSE 0 END AS trust,
       CASE WHEN v.observation IS NULL OR v.unlisted = 1 OR v.weak = 1 OR o.verification = 'perlu-dicek' THEN 0
            WHEN v.copied = 1 AND o.verification <> 'terverifikasi' THEN 0
            WHEN v.official = 1 AND o.verification <> 'sekunder' THEN 2
            ELSE 1 END AS strength,
       SUM(CASE WHEN o.break IS NULL THEN 0 ELSE 1 END) OVER (
         PARTITION BY o.region, o.indicator, COALESCE(o.series, j.series)
         ORDER BY o.as_of_last, o.as_of_first, o.nr ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS segment
FROM observations o
JOIN judging j ON j.region = o.region AND j.indicator = o.indicator
LEFT JOIN value_sources v ON v.region = o.region AND v.indicator = o.indicator AND v.observation = o.nr
WHERE COALESCE(o.scope, j.scope) = j.scope AND COALESCE(o.unit, j.unit) = j.unit;

-- Nilai terbaru tiap deret; dari saingan untuk waktu yang sama: yang dipakai, bersumber, paling terverifikasi, terbaru.
-- The newest value of each series; of rivals for one time: the used, the sourced, the best verified, the newest.
CREATE OR REPLACE TEMP VIEW newest AS
SELECT * FROM (
  SELECT c.*, ROW_NUMBER() OVER (
    PARTITION BY c.region, c.indicator, c.series
    ORDER BY c.segment DESC, c.as_of_last DESC, c.as_of_first DESC, CASE WHEN c.used THEN 1 ELSE 0 END DESC,
             c.sourced DESC, c.trust DESC, c.known_since DESC, c.value DESC, c.nr) AS place
  FROM comparable c) ranked
WHERE place = 1;

-- Pengganti, bila deret pertama kosong. What stands in where the first series is empty.
CREATE OR REPLACE TEMP VIEW substitutes AS
SELECT * FROM (
  SELECT n.*, s.proxy, ROW_NUMBER() OVER (
    PARTITION BY n.region, n.indicator ORDER BY n.as_of_last DESC, s.nr) AS turn
  FROM newest n
  JOIN series s ON s.region = n.region AND s.indicator = n.indicator AND s.code = n.series
  WHERE s.nr > 1 AND s.proxy IS NOT NULL) ranked
WHERE turn = 1;

CREATE OR REPLACE TEMP VIEW judged AS
SELECT j.*, n.nr AS own, s.nr AS substitute, s.proxy,
       COALESCE(n.as_of_first, s.as_of_first) AS as_of_first, COALESCE(n.as_of_last, s.as_of_last) AS as_of_last,
       COALESCE(n.value, s.value) AS value, COALESCE(n.sourced, s.sourced) AS sourced,
       COALESCE(n.strength, s.strength) AS value_strength
FROM judging j
LEFT JOIN newest n ON n.region = j.region AND n.indicator = j.indicator AND n.series = j.series
LEFT JOIN substitutes s ON s.region = j.region AND s.indicator = j.indicator AND n.nr IS NULL;

-- Ambang yang berlaku pada hari itu, dan giliran mana yang menilai: jatuh tempo berikutnya, lalu yang tanpa tahun, lalu
-- yang jatuh tempo terakhir. Thresholds in force, and which judges: the next that is due, one without a year, the last.
CREATE OR REPLACE TEMP VIEW in_force AS
SELECT t.region, t.indicator, t.nr, t.value, t.known_since, j.direction,
       CASE WHEN COALESCE(t.scope, j.scope) = j.scope THEN 1 ELSE 0 END AS same_scope,
       CASE WHEN t.for_first IS NULL OR j.as_of_first IS NULL THEN 1
            WHEN t.for_first <= j.as_of_first AND j.as_of_last <= t.for_last THEN 1 ELSE 0 END AS compares,
       CASE WHEN t.due IS NULL THEN 1 WHEN t.due >= EXTRACT(YEAR FROM j.as_of) THEN 2 ELSE 0 END AS turn,
       CASE WHEN t.due IS NULL THEN 0 WHEN t.due >= EXTRACT(YEAR FROM j.as_of) THEN -t.due ELSE t.due END AS due_turn,
       CASE WHEN s.code IS NULL OR NOT s.listed OR t.verification IS NULL OR t.verification = 'perlu-dicek' THEN 0
            WHEN s.kind IN ('perkiraan', 'formulir') OR s.weakness IS NOT NULL THEN 0
            WHEN s.kind = 'salinan' AND t.verification <> 'terverifikasi' THEN 0
            WHEN s.kind = 'resmi' AND t.verification <> 'sekunder' THEN 2
            ELSE 1 END AS strength
FROM thresholds t
JOIN judged j ON j.region = t.region AND j.indicator = t.indicator
LEFT JOIN sources s ON s.region = t.region AND s.code = t.source
WHERE (t.since_last IS NULL OR t.since_last <= j.as_of) AND (t.until_last IS NULL OR j.as_of <= t.until_last);

CREATE OR REPLACE TEMP VIEW judging_thresholds AS
SELECT * FROM (
  SELECT f.*, ROW_NUMBER() OVER (
    PARTITION BY f.region, f.indicator
    ORDER BY f.turn DESC, f.due_turn DESC, COALESCE(f.known_since, DATE '0001-01-01') DESC, f.nr DESC) AS place
  FROM in_force f WHERE f.same_scope = 1 AND f.compares = 1) ranked
WHERE place = 1;

CREATE OR REPLACE TEMP VIEW compared AS
SELECT j.*, t.nr AS threshold, t.strength AS threshold_strength, t.known_since AS threshold_known,
       (SELECT COUNT(*) FROM in_force f WHERE f.region = j.region AND f.indicator = j.indicator) AS forces,
       (SELECT COUNT(*) FROM in_force f WHERE f.region = j.region AND f.indicator = j.indicator AND f.same_scope = 1) AS own_forces,
       CASE WHEN t.nr IS NULL OR j.value IS NULL THEN NULL
            WHEN j.direction = 'naik' THEN CASE WHEN j.value >= t.value THEN 1 ELSE 0 END
            ELSE CASE WHEN j.value <= t.value THEN 1 ELSE 0 END END AS met
FROM judged j
LEFT JOIN judging_thresholds t ON t.region = j.region AND t.indicator = j.indicator;

-- Pengganti hanya memutuskan bila batasnya cukup. A substitute decides only where its bound suffices.
CREATE OR REPLACE TEMP VIEW decided AS
SELECT c.*,
       CASE WHEN c.own IS NOT NULL THEN c.own
            WHEN c.met IS NOT NULL AND c.proxy = CASE WHEN (c.direction = 'naik') = (c.met = 1) THEN 'bawah' ELSE 'atas' END
            THEN c.substitute END AS observation
FROM compared c;

CREATE OR REPLACE TEMP VIEW with_missing AS
SELECT d.*,
       CASE WHEN d.observation IS NULL AND d.threshold IS NULL THEN 'both'
            WHEN d.observation IS NULL AND d.substitute IS NOT NULL THEN 'substitute-only'
            WHEN d.observation IS NULL THEN 'value'
            WHEN d.threshold IS NULL AND d.own_forces > 0 THEN 'comparison'
            WHEN d.threshold IS NULL AND d.forces > 0 THEN 'scope'
            WHEN d.threshold IS NULL THEN 'threshold'
            WHEN d.sourced = 0 THEN 'source' END AS missing,
       (EXTRACT(YEAR FROM d.as_of) - EXTRACT(YEAR FROM d.as_of_last)) * 12
         + EXTRACT(MONTH FROM d.as_of) - EXTRACT(MONTH FROM d.as_of_last)
         - CASE WHEN EXTRACT(DAY FROM d.as_of) < EXTRACT(DAY FROM d.as_of_last)
                 AND EXTRACT(MONTH FROM d.as_of + INTERVAL '1' DAY) = EXTRACT(MONTH FROM d.as_of) THEN 1 ELSE 0 END AS months_old,
       CASE d.reporting_every WHEN 'bulanan' THEN 2 WHEN 'triwulan' THEN 6 WHEN 'semester' THEN 12
            ELSE d.stale_after_months END AS months_allowed
FROM decided d;

CREATE OR REPLACE TEMP VIEW recomputed AS
SELECT m.region, m.indicator,
       CASE WHEN m.missing IS NOT NULL THEN CASE WHEN m.declared_standing = 'terpenuhi' THEN 'diklaim' ELSE 'tidak-dapat-dinilai' END
            WHEN m.declared_standing IS NOT NULL AND (m.declared_standing = 'terpenuhi') <> (m.met = 1) THEN 'bertentangan'
            WHEN m.met = 1 THEN 'terpenuhi' ELSE 'belum' END AS standing,
       m.missing,
       CASE WHEN m.missing IS NULL THEN
         CASE LEAST(m.value_strength, m.threshold_strength) WHEN 2 THEN 'primer' WHEN 1 THEN 'sekunder' ELSE 'lemah' END END AS strength,
       m.missing IS NULL AND m.months_old > m.months_allowed AS is_stale,
       m.missing IS NULL AND m.threshold_known IS NULL AS is_undated,
       m.observation, CASE WHEN m.missing IS NULL THEN m.threshold END AS threshold, m.substitute
FROM with_missing m;

CREATE OR REPLACE TEMP VIEW recomputed_counts AS
SELECT p.region, w.standing, COUNT(r.indicator) AS indicators
FROM plan p
CROSS JOIN (SELECT 'terpenuhi' AS standing UNION ALL SELECT 'belum' UNION ALL SELECT 'tidak-dapat-dinilai'
            UNION ALL SELECT 'diklaim' UNION ALL SELECT 'bertentangan') w
LEFT JOIN recomputed r ON r.region = p.region AND r.standing = w.standing
GROUP BY p.region, w.standing;
