CREATE TABLE `erasure` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` integer NOT NULL,
	`company_id` integer,
	`name` text,
	`email` text,
	`phone` text,
	`due_at` text NOT NULL,
	CONSTRAINT "erasure_owner_kind" CHECK("erasure"."owner_kind" = 'contact' or "erasure"."owner_kind" = 'formation_manager')
) STRICT;
--> statement-breakpoint
CREATE INDEX `erasure_by_day` ON `erasure` (`due_at`);