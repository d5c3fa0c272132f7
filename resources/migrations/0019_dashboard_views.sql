CREATE TABLE `dashboard_view` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`address` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dashboard_view_by_name` ON `dashboard_view` (`name_key`);--> statement-breakpoint
ALTER TABLE `offer_edit` ADD `closed_on` text;--> statement-breakpoint
-- Dashboards count the offers that were sent and answered.
CREATE TRIGGER `offer_block_transmission_insert` AFTER INSERT ON `transmission`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_transmission_update` AFTER UPDATE ON `transmission`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_transmission_delete` AFTER DELETE ON `transmission`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (OLD.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;
