CREATE TABLE `place` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`commune_code` text,
	`department` text,
	`region` text
) STRICT;
--> statement-breakpoint
ALTER TABLE `candidate` ADD `region` text;