ALTER TABLE `import_profile` ADD `notation` text;--> statement-breakpoint
ALTER TABLE `import` ADD `notation` text;--> statement-breakpoint
ALTER TABLE `import` ADD `profile_name` text;