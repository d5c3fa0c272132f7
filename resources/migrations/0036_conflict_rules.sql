ALTER TABLE `import_profile` ADD `conflicts` text DEFAULT 'theirs' NOT NULL;--> statement-breakpoint
ALTER TABLE `import` ADD `conflicts` text DEFAULT 'theirs' NOT NULL;