-- Imports from before 0036 did not keep their rule and were given that of files. Rows that say so were left as they were
-- known; and packages kept what is known unless somebody chose otherwise. Those that 0038 groups had kept their rule.
UPDATE `import` SET `conflicts` = 'ours' WHERE `id` IN (
  SELECT b.`import_id` FROM `import_batch` b, json_each(b.`issues`) r, json_each(r.`value`) i
  WHERE json_extract(i.`value`, '$.code') = 'kept-known'
) OR (
  `package_origin` IS NOT NULL AND coalesce(`reread_of`, `id`) NOT IN (
    SELECT `id` FROM `import` WHERE `taken_with` IS NOT NULL
    UNION SELECT `taken_with` FROM `import` WHERE `taken_with` IS NOT NULL
  )
);--> statement-breakpoint
-- What was read again of a table is of the same package.
UPDATE `import` SET `taken_with` = (
  SELECT coalesce(f.`taken_with`, f.`id`) FROM `import` f WHERE f.`id` = `import`.`reread_of`
) WHERE `package_origin` IS NOT NULL AND `reread_of` IS NOT NULL AND `taken_with` IS NULL AND `dry_run` = 0;
