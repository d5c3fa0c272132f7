CREATE TABLE `contact_alias` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`company_id` integer NOT NULL,
	`key_hash` text NOT NULL,
	`contact_id` integer,
	`former_id` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_alias_by_company_key` ON `contact_alias` (`company_id`,`key_hash`);--> statement-breakpoint
CREATE INDEX `contact_alias_by_contact` ON `contact_alias` (`contact_id`) WHERE "contact_alias"."contact_id" is not null;