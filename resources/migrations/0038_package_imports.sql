ALTER TABLE `import` ADD `taken_with` integer;--> statement-breakpoint
CREATE INDEX `import_by_taken_with` ON `import` (`taken_with`);