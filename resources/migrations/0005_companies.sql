CREATE TABLE `company_apart` (
	`one_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`said_at` text NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "company_apart_order" CHECK("company_apart"."one_id" < "company_apart"."other_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `company_apart_by_other` ON `company_apart` (`other_id`);--> statement-breakpoint
CREATE TABLE `company_merge` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kept_id` integer NOT NULL,
	`merged_id` integer NOT NULL,
	`changes` text NOT NULL,
	`given_up` text NOT NULL,
	`moved` text NOT NULL,
	`merged_at` text NOT NULL,
	FOREIGN KEY (`kept_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`merged_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "company_merge_changes" CHECK(json_valid("company_merge"."changes")),
	CONSTRAINT "company_merge_given_up" CHECK(json_valid("company_merge"."given_up")),
	CONSTRAINT "company_merge_moved" CHECK(json_valid("company_merge"."moved"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `company_merge_by_merged` ON `company_merge` (`merged_id`);--> statement-breakpoint
CREATE INDEX `company_merge_by_kept` ON `company_merge` (`kept_id`);--> statement-breakpoint
CREATE TABLE `deleted_contact` (
	`contact_id` integer PRIMARY KEY NOT NULL,
	`row` text NOT NULL,
	`referrers` text NOT NULL,
	`deleted_at` text NOT NULL,
	CONSTRAINT "deleted_contact_row" CHECK(json_valid("deleted_contact"."row")),
	CONSTRAINT "deleted_contact_referrers" CHECK(json_valid("deleted_contact"."referrers"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `deleted_contact_by_day` ON `deleted_contact` (`deleted_at`);--> statement-breakpoint
-- What is there already was taken in by the office.
ALTER TABLE `company` ADD COLUMN `state` text DEFAULT 'validated' NOT NULL CONSTRAINT "company_state" CHECK("state" = 'to-validate' or "state" = 'validated');--> statement-breakpoint
ALTER TABLE `company` ADD COLUMN `merged_into` integer REFERENCES `company`(`id`) ON DELETE restrict;--> statement-breakpoint
CREATE INDEX `company_by_state` ON `company` (`state`) WHERE "company"."state" = 'to-validate';--> statement-breakpoint
CREATE INDEX `company_by_merged` ON `company` (`merged_into`) WHERE "company"."merged_into" is not null;
