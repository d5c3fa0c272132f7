CREATE TABLE `hand_edit` (
	`owner_kind` text NOT NULL,
	`owner_id` integer NOT NULL,
	`field` text NOT NULL,
	`edited_at` text NOT NULL,
	`own` text,
	PRIMARY KEY(`owner_kind`, `owner_id`, `field`),
	CONSTRAINT "hand_edit_owner_kind" CHECK("hand_edit"."owner_kind" = 'offer' or "hand_edit"."owner_kind" = 'formation' or "hand_edit"."owner_kind" = 'company' or "hand_edit"."owner_kind" = 'contact'),
	CONSTRAINT "hand_edit_own" CHECK(json_valid("hand_edit"."own"))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `import_owner` (
	`import_id` integer NOT NULL,
	`first_line` integer NOT NULL,
	`kind` text NOT NULL,
	`lowest` integer NOT NULL,
	`highest` integer NOT NULL,
	`owners` text NOT NULL,
	PRIMARY KEY(`import_id`, `first_line`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "import_owner_kind" CHECK("import_owner"."kind" = 'offers' or "import_owner"."kind" = 'formations' or "import_owner"."kind" = 'companies'),
	CONSTRAINT "import_owner_owners" CHECK(json_valid("import_owner"."owners"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_owner_by_range` ON `import_owner` (`kind`,`lowest`,`highest`);--> statement-breakpoint
CREATE TABLE `import_profile` (
	`kind` text NOT NULL,
	`fingerprint` text NOT NULL,
	`name` text NOT NULL,
	`mapping` text NOT NULL,
	`empty_cells` text NOT NULL,
	`used_at` text NOT NULL,
	PRIMARY KEY(`kind`, `fingerprint`),
	CONSTRAINT "import_profile_kind" CHECK("import_profile"."kind" = 'offers' or "import_profile"."kind" = 'formations' or "import_profile"."kind" = 'companies'),
	CONSTRAINT "import_profile_mapping" CHECK(json_valid("import_profile"."mapping")),
	CONSTRAINT "import_profile_empty_cells" CHECK("import_profile"."empty_cells" = 'leave' or "import_profile"."empty_cells" = 'clear')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `import` ADD `empty_cells` text DEFAULT 'leave' NOT NULL;--> statement-breakpoint
ALTER TABLE `offer_edit` ADD `file_hash` text;--> statement-breakpoint
CREATE INDEX `offer_edit_by_file_hash` ON `offer_edit` (`file_hash`) WHERE "offer_edit"."file_hash" is not null;