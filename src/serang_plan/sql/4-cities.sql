-- Banyak kota berdampingan. Jumlah terpenuhi tidak pernah tanpa yang tidak dapat dinilai di sampingnya.
-- Many cities beside each other. What is met never stands without what cannot be assessed.
CREATE OR REPLACE TEMP VIEW cities AS
SELECT p.region, p.city, p.as_of, p.origin,
       SUM(CASE WHEN r.standing = 'terpenuhi' THEN 1 ELSE 0 END) AS terpenuhi,
       SUM(CASE WHEN r.standing = 'belum' THEN 1 ELSE 0 END) AS belum,
       SUM(CASE WHEN r.standing = 'tidak-dapat-dinilai' THEN 1 ELSE 0 END) AS tidak_dapat_dinilai,
       SUM(CASE WHEN r.standing = 'diklaim' THEN 1 ELSE 0 END) AS diklaim,
       SUM(CASE WHEN r.standing = 'bertentangan' THEN 1 ELSE 0 END) AS bertentangan,
       COUNT(r.indicator) AS indikator
FROM plan p LEFT JOIN recomputed r ON r.region = p.region
GROUP BY p.region, p.city, p.as_of, p.origin;

-- Indikator dibandingkan hanya bila pengertian, cara menghitung, satuan, cakupan dan arahnya sama.
-- Indicators are compared only where definition, method, unit, scope and direction agree.
CREATE OR REPLACE TEMP VIEW definitions AS
SELECT i.region, i.code AS indicator, i.definition_id, i.unit, i.scope, i.direction,
       COALESCE(i.definition_method, '') AS method, p.origin, p.as_of,
       COUNT(*) OVER (PARTITION BY i.definition_id) AS cities_named,
       COUNT(*) OVER (PARTITION BY i.definition_id, i.unit, i.scope, i.direction, COALESCE(i.definition_method, '')) AS cities,
       MAX(CASE WHEN p.origin = 'resmi' THEN 0 ELSE 1 END) OVER (
         PARTITION BY i.definition_id, i.unit, i.scope, i.direction, COALESCE(i.definition_method, '')) AS candidates
FROM indicators i JOIN plan p ON p.region = i.region
WHERE i.listed;

-- Peringkat tetap kosong selama satu daftar pun masih kandidat. No rank while any of the lists is a candidate.
CREATE OR REPLACE TEMP VIEW compared_indicators AS
SELECT d.definition_id, d.unit, d.scope, d.region, d.indicator, d.as_of, r.standing, r.strength, r.is_stale,
       o.as_of_last AS value_as_of, o.value, d.cities,
       SUM(CASE WHEN r.standing = 'tidak-dapat-dinilai' THEN 1 ELSE 0 END) OVER (
         PARTITION BY d.definition_id, d.unit, d.scope, d.direction, d.method) AS tidak_dapat_dinilai,
       CASE WHEN d.candidates = 0 AND o.value IS NOT NULL THEN RANK() OVER (
         PARTITION BY d.definition_id, d.unit, d.scope, d.direction, d.method
         ORDER BY CASE WHEN o.value IS NULL THEN 1 ELSE 0 END,
                  CASE WHEN d.direction = 'naik' THEN -o.value ELSE o.value END) END AS place
FROM definitions d
JOIN recomputed r ON r.region = d.region AND r.indicator = d.indicator
LEFT JOIN observations o ON o.region = r.region AND o.indicator = r.indicator AND o.nr = r.observation
WHERE d.definition_id IS NOT NULL AND d.cities > 1;

CREATE OR REPLACE TEMP VIEW not_compared AS
SELECT d.region, d.indicator, d.definition_id, d.unit, d.scope,
       CASE WHEN d.definition_id IS NULL THEN 'tanpa pengertian'
            WHEN d.cities_named = 1 THEN 'tidak ada kota lain'
            ELSE 'satuan, cakupan, arah atau cara menghitung lain' END AS alasan
FROM definitions d
WHERE d.definition_id IS NULL OR d.cities = 1;
