ALTER TABLE `import_batch` ADD `trials` text;--> statement-breakpoint
ALTER TABLE `import` ADD `alike_count` integer;