ALTER TABLE `import_profile` ADD `match_key` text DEFAULT 'automatic' NOT NULL;--> statement-breakpoint
ALTER TABLE `import` ADD `package_origin` text;--> statement-breakpoint
ALTER TABLE `import` ADD `match_key` text DEFAULT 'automatic' NOT NULL;--> statement-breakpoint
ALTER TABLE `import` ADD `matched_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import` ADD `keyless_count` integer DEFAULT 0 NOT NULL;