-- DuckDB: baca satu ekspor, atau banyak sekaligus. Read one export, or many at once.
--   SET VARIABLE packages = 'kota/*';  -- tanpa ini folder ini sendiri; without it, this folder
-- `members` mengatakan folder mana yang dibaca, dan mengapa yang lain tidak.
-- `members` says which folders are read, and why the others are not.

SET VARIABLE member_files = (
  SELECT list(file ORDER BY file) FROM glob(coalesce(getvariable('packages'), '.') || '/data/*.csv')
  WHERE parse_filename(file, true) IN ($often));

CREATE OR REPLACE TEMP TABLE member_files AS
SELECT regexp_replace(replace(filename, '\', '/'), '/data/[^/]*$$', '') AS folder,
       parse_filename(filename) AS file, sha256(content) AS hash
FROM read_blob(getvariable('member_files'));

CREATE OR REPLACE TEMP TABLE descriptors AS
SELECT parse_dirpath(replace(filename, '\', '/')) AS folder, try(decode(content)) AS text
FROM read_blob(coalesce(getvariable('packages'), '.') || '/datapackage.json');

CREATE OR REPLACE TEMP TABLE members AS
WITH valid AS (
  SELECT folder, text::JSON AS package FROM descriptors WHERE json_valid(text)
), resources AS (
  SELECT folder, unnest(from_json(package->'resources', '[{"path":"VARCHAR","hash":"VARCHAR"}]')) AS resource
  FROM valid
), damaged AS (
  SELECT r.folder, min(r.resource.path) AS path
  FROM resources r LEFT JOIN member_files f
    ON f.folder = r.folder AND 'data/' || f.file = r.resource.path AND 'sha256:' || f.hash = r.resource.hash
  WHERE f.file IS NULL AND parse_filename(r.resource.path, true) IN ($often) GROUP BY r.folder
), claimed AS (
  SELECT folder, package->>'$$."serang-plan".region' AS region,
         package->>'$$."serang-plan".format' AS format
  FROM valid
), folders AS (
  SELECT folder FROM descriptors UNION SELECT folder FROM member_files
), judged AS (
  SELECT folders.folder, claimed.region,
         CASE WHEN descriptors.folder IS NULL THEN 'datapackage.json tidak ada'
              WHEN claimed.folder IS NULL THEN 'datapackage.json tidak terbaca'
              WHEN claimed.format IS DISTINCT FROM '$format' THEN 'bentuk lain: ' || coalesce(claimed.format, '?')
              WHEN claimed.region IS NULL THEN 'tanpa kode wilayah'
              WHEN damaged.folder IS NOT NULL THEN 'berkas berubah atau hilang: ' || damaged.path
         END AS unreadable
  FROM folders LEFT JOIN descriptors USING (folder) LEFT JOIN claimed USING (folder) LEFT JOIN damaged USING (folder)
)
SELECT folder, region,
       CASE WHEN unreadable IS NULL AND count(*) FILTER (unreadable IS NULL) OVER (PARTITION BY region) > 1
            THEN 'kode wilayah dipakai dua folder' ELSE unreadable END AS unreadable
FROM judged;

SET VARIABLE readable = (SELECT coalesce(list(folder ORDER BY folder), []) FROM members WHERE unreadable IS NULL);
