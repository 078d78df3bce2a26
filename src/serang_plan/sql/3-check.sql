-- Apa yang dihitung lagi lain dari yang diekspor; kosong bila semuanya sama.
-- What was worked out again otherwise than exported; empty if all is the same.
SELECT s.region, s.indicator, s.standing AS exported, r.standing AS recomputed
FROM standings s LEFT JOIN recomputed r ON r.region = s.region AND r.indicator = s.indicator
WHERE r.indicator IS NULL OR s.standing <> r.standing
   OR COALESCE(s.missing, '') <> COALESCE(r.missing, '') OR COALESCE(s.strength, '') <> COALESCE(r.strength, '')
   OR s.is_stale <> r.is_stale OR s.is_undated <> r.is_undated
   OR COALESCE(s.observation, 0) <> COALESCE(r.observation, 0) OR COALESCE(s.threshold, 0) <> COALESCE(r.threshold, 0)
   OR COALESCE(s.substitute, 0) <> COALESCE(r.substitute, 0)
UNION ALL
SELECT r.region, r.indicator, NULL, r.standing
FROM recomputed r LEFT JOIN standings s ON s.region = r.region AND s.indicator = r.indicator
WHERE s.indicator IS NULL
UNION ALL
SELECT o.region, o.indicator, 'segment', CAST(c.segment AS VARCHAR(20))
FROM observations o JOIN comparable c ON c.region = o.region AND c.indicator = o.indicator AND c.nr = o.nr
WHERE c.segment <> o.segment
UNION ALL
SELECT c.region, c.standing, CAST(c.indicators AS VARCHAR(20)), CAST(r.indicators AS VARCHAR(20))
FROM counts c LEFT JOIN recomputed_counts r ON r.region = c.region AND r.standing = c.standing
WHERE r.indicators IS NULL OR r.indicators <> c.indicators;
