ALTER TABLE `transmission_event` ADD `decision_id` integer;--> statement-breakpoint
ALTER TABLE `transmission` ADD `deliveries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What was sent before and did not come back was delivered once.
UPDATE `transmission` SET `deliveries` = 1 WHERE `sent_at` IS NOT NULL AND `state` <> 'bounced';
