ALTER TABLE `import_profile` ADD `file_source` text;--> statement-breakpoint
ALTER TABLE `import` ADD `file_source` text;