CREATE TABLE `candidate` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`wishes` text NOT NULL,
	`skills` text NOT NULL,
	`level` integer,
	`contract_type` text,
	`department` text,
	`available_from` text,
	`available_to` text,
	`consented_at` text NOT NULL,
	`kept_until` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "candidate_skills" CHECK(json_valid("candidate"."skills")),
	CONSTRAINT "candidate_contract_type" CHECK("candidate"."contract_type" = 'internship' or "candidate"."contract_type" = 'work-study' or "candidate"."contract_type" = 'fixed-term' or "candidate"."contract_type" = 'permanent' or "candidate"."contract_type" = 'student-job' or "candidate"."contract_type" = 'other')
) STRICT;
--> statement-breakpoint
CREATE INDEX `candidate_by_kept_until` ON `candidate` (`kept_until`);--> statement-breakpoint
CREATE TABLE `named_view` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`address` text NOT NULL,
	`seen_at` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "named_view_page" CHECK("named_view"."page" = 'dashboards' or "named_view"."page" = 'search')
) STRICT;
--> statement-breakpoint
INSERT INTO `named_view`("id", "page", "name", "name_key", "address", "seen_at", "created_at", "updated_at")
	SELECT "id", 'dashboards', "name", "name_key", "address", "updated_at", "created_at", "updated_at" FROM `dashboard_view`;--> statement-breakpoint
DROP TABLE `dashboard_view`;--> statement-breakpoint
CREATE UNIQUE INDEX `named_view_by_name` ON `named_view` (`page`,`name_key`);
