CREATE TABLE `offer_apart` (
	`one_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`said_at` text NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "offer_apart_order" CHECK("offer_apart"."one_id" < "offer_apart"."other_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `offer_apart_by_other` ON `offer_apart` (`other_id`);--> statement-breakpoint
CREATE TABLE `offer_duplicate` (
	`offer_id` integer PRIMARY KEY NOT NULL,
	`kept_id` integer,
	`said_at` text NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kept_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `offer_duplicate_by_kept` ON `offer_duplicate` (`kept_id`);