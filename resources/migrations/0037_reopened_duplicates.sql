ALTER TABLE `offer_duplicate` ADD `said_kept_id` integer;--> statement-breakpoint
ALTER TABLE `offer_duplicate` ADD `reopened_revision` integer;--> statement-breakpoint
UPDATE `offer_duplicate` SET `said_kept_id` = `kept_id`;
