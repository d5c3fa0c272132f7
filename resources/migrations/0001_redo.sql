CREATE TABLE `__new_import_change` (
	`import_id` integer NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` integer NOT NULL,
	`revision_after` integer NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`import_id`, `owner_kind`, `owner_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "import_change_owner_kind" CHECK("__new_import_change"."owner_kind" = 'offer' or "__new_import_change"."owner_kind" = 'formation' or "__new_import_change"."owner_kind" = 'company' or "__new_import_change"."owner_kind" = 'contact' or "__new_import_change"."owner_kind" = 'component' or "__new_import_change"."owner_kind" = 'formation_manager'),
	CONSTRAINT "import_change_before" CHECK(json_valid("__new_import_change"."before")),
	CONSTRAINT "import_change_after" CHECK(json_valid("__new_import_change"."after"))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_import_change`("import_id", "owner_kind", "owner_id", "revision_after", "before") SELECT "import_id", "owner_kind", "owner_id", "revision_after", "before" FROM `import_change`;--> statement-breakpoint
DROP TABLE `import_change`;--> statement-breakpoint
ALTER TABLE `__new_import_change` RENAME TO `import_change`;--> statement-breakpoint
CREATE INDEX `import_change_by_owner` ON `import_change` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE TABLE `__new_job` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`progress` text,
	`summary` text DEFAULT '{}' NOT NULL,
	`error` text,
	`created_at` text NOT NULL,
	`started_at` text,
	`ended_at` text,
	CONSTRAINT "job_kind" CHECK("__new_job"."kind" = 'import' or "__new_job"."kind" = 'undo-import' or "__new_job"."kind" = 'redo-import' or "__new_job"."kind" = 'load-sample' or "__new_job"."kind" = 'rank' or "__new_job"."kind" = 'export'),
	CONSTRAINT "job_state" CHECK("__new_job"."state" = 'queued' or "__new_job"."state" = 'running' or "__new_job"."state" = 'succeeded' or "__new_job"."state" = 'failed' or "__new_job"."state" = 'cancelled' or "__new_job"."state" = 'interrupted'),
	CONSTRAINT "job_progress" CHECK(json_valid("__new_job"."progress")),
	CONSTRAINT "job_summary" CHECK(json_valid("__new_job"."summary")),
	CONSTRAINT "job_error" CHECK(json_valid("__new_job"."error"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_job`("id", "kind", "subject", "state", "progress", "summary", "error", "created_at", "started_at", "ended_at") SELECT "id", "kind", "subject", "state", "progress", "summary", "error", "created_at", "started_at", "ended_at" FROM `job`;--> statement-breakpoint
DROP TABLE `job`;--> statement-breakpoint
ALTER TABLE `__new_job` RENAME TO `job`;--> statement-breakpoint
CREATE INDEX `job_by_state` ON `job` (`state`);--> statement-breakpoint
ALTER TABLE `import` ADD `redone_restored_count` integer;--> statement-breakpoint
ALTER TABLE `import` ADD `redone_kept_count` integer;--> statement-breakpoint
ALTER TABLE `import` ADD `also_created` text CONSTRAINT "import_also_created" CHECK(json_valid("also_created"));--> statement-breakpoint
ALTER TABLE `import` ADD `redoable_until` text;
