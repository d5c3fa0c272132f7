CREATE TABLE `deleted_offer` (
	`offer_id` integer PRIMARY KEY NOT NULL,
	`rows` text NOT NULL,
	`deleted_at` text NOT NULL,
	CONSTRAINT "deleted_offer_rows" CHECK(json_valid("deleted_offer"."rows"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `deleted_offer_by_day` ON `deleted_offer` (`deleted_at`);--> statement-breakpoint
CREATE TABLE `offer_edit` (
	`offer_id` integer PRIMARY KEY NOT NULL,
	`is_typing` integer DEFAULT false NOT NULL,
	`company_name` text,
	`company_siret` text,
	`contact_name` text,
	`contact_email` text,
	`contact_phone` text,
	`dismissed` text DEFAULT '[]' NOT NULL,
	`closed_from` text,
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "offer_edit_is_typing" CHECK("offer_edit"."is_typing" in (0, 1)),
	CONSTRAINT "offer_edit_dismissed" CHECK(json_valid("offer_edit"."dismissed")),
	CONSTRAINT "offer_edit_closed_from" CHECK("offer_edit"."closed_from" = 'draft' or "offer_edit"."closed_from" = 'published' or "offer_edit"."closed_from" = 'transmitted' or "offer_edit"."closed_from" = 'filled' or "offer_edit"."closed_from" = 'archived')
) STRICT;
