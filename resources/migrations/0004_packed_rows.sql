CREATE TABLE `import_batch` (
	`import_id` integer NOT NULL,
	`first_line` integer NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`rejected` integer NOT NULL,
	`with_issues` integer NOT NULL,
	`lines` text NOT NULL,
	`states` text NOT NULL,
	`issues` text,
	`cells` blob NOT NULL,
	PRIMARY KEY(`import_id`, `first_line`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "import_batch_lines" CHECK(json_valid("import_batch"."lines")),
	CONSTRAINT "import_batch_states" CHECK(json_valid("import_batch"."states")),
	CONSTRAINT "import_batch_issues" CHECK(json_valid("import_batch"."issues"))
) STRICT;
--> statement-breakpoint
-- Five hundred lines of a file become one row; their cells stay as they are, a JSON list on each line.
INSERT INTO `import_batch`(`import_id`, `first_line`, `created`, `updated`, `unchanged`, `rejected`, `with_issues`, `lines`, `states`, `issues`, `cells`)
SELECT `import_id`, min(`line`), sum(`state` = 'created'), sum(`state` = 'updated'), sum(`state` = 'unchanged'), sum(`state` = 'rejected'),
	count(`issues`), json_group_array(`line` ORDER BY `line`), json_group_array(`state` ORDER BY `line`),
	CASE WHEN count(`issues`) > 0 THEN json_group_array(json(coalesce(`issues`, 'null')) ORDER BY `line`) END,
	CAST(group_concat(`cells`, char(10) ORDER BY `line`) AS blob)
FROM (SELECT *, (row_number() OVER (PARTITION BY `import_id` ORDER BY `line`) - 1) / 500 AS `batch` FROM `import_row`)
GROUP BY `import_id`, `batch`;--> statement-breakpoint
DROP TABLE `import_row`;
