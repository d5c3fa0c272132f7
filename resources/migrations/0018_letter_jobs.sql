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
	CONSTRAINT "job_kind" CHECK("__new_job"."kind" = 'import' or "__new_job"."kind" = 'undo-import' or "__new_job"."kind" = 'redo-import' or "__new_job"."kind" = 'load-sample' or "__new_job"."kind" = 'rank' or "__new_job"."kind" = 'export' or "__new_job"."kind" = 'backup' or "__new_job"."kind" = 'letters'),
	CONSTRAINT "job_state" CHECK("__new_job"."state" = 'queued' or "__new_job"."state" = 'running' or "__new_job"."state" = 'succeeded' or "__new_job"."state" = 'failed' or "__new_job"."state" = 'cancelled' or "__new_job"."state" = 'interrupted'),
	CONSTRAINT "job_progress" CHECK(json_valid("__new_job"."progress")),
	CONSTRAINT "job_summary" CHECK(json_valid("__new_job"."summary")),
	CONSTRAINT "job_error" CHECK(json_valid("__new_job"."error"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_job`("id", "kind", "subject", "state", "progress", "summary", "error", "created_at", "started_at", "ended_at") SELECT "id", "kind", "subject", "state", "progress", "summary", "error", "created_at", "started_at", "ended_at" FROM `job`;--> statement-breakpoint
DROP TABLE `job`;--> statement-breakpoint
ALTER TABLE `__new_job` RENAME TO `job`;--> statement-breakpoint
CREATE INDEX `job_by_state` ON `job` (`state`);