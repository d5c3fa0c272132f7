CREATE TABLE `rome_pack` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`published_on` text,
	`imported_at` text NOT NULL,
	`is_in_use` integer NOT NULL,
	`domains` text NOT NULL,
	`moved` text NOT NULL,
	`changed` text NOT NULL,
	CONSTRAINT "rome_pack_is_in_use" CHECK("rome_pack"."is_in_use" in (0, 1)),
	CONSTRAINT "rome_pack_domains" CHECK(json_valid("rome_pack"."domains")),
	CONSTRAINT "rome_pack_moved" CHECK(json_valid("rome_pack"."moved")),
	CONSTRAINT "rome_pack_changed" CHECK(json_valid("rome_pack"."changed"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rome_pack_in_use` ON `rome_pack` (`is_in_use`) WHERE is_in_use = 1;--> statement-breakpoint
CREATE TABLE `rome_sheet` (
	`pack_id` integer NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`parent_code` text NOT NULL,
	`number` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`pack_id`, `code`),
	FOREIGN KEY (`pack_id`) REFERENCES `rome_pack`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rome_sheet_content" CHECK(json_valid("rome_sheet"."content"))
) STRICT;
--> statement-breakpoint
ALTER TABLE `import` ADD `reread_of` integer;--> statement-breakpoint
ALTER TABLE `import` ADD `rules_version` integer DEFAULT 1 NOT NULL;