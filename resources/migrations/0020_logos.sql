CREATE TABLE `logo` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`component_id` integer,
	`png` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`component_id`) REFERENCES `component`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `logo_by_component` ON `logo` (`component_id`);