CREATE TABLE `offer_read_skill` (
	`offer_id` integer NOT NULL,
	`position` integer NOT NULL,
	`skill_id` integer NOT NULL,
	PRIMARY KEY(`offer_id`, `position`),
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skill`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `offer_read_skill_by_skill` ON `offer_read_skill` (`skill_id`);--> statement-breakpoint
CREATE TABLE `offer_reading` (
	`offer_id` integer PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`contract_type` text,
	`level_mask` integer NOT NULL,
	`seniority` text,
	`domain_code` text,
	`domain` text,
	`domain_key` text,
	`rome_code` text,
	`read_at` text NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "offer_reading_contract_type" CHECK("offer_reading"."contract_type" = 'internship' or "offer_reading"."contract_type" = 'work-study' or "offer_reading"."contract_type" = 'fixed-term' or "offer_reading"."contract_type" = 'permanent' or "offer_reading"."contract_type" = 'student-job' or "offer_reading"."contract_type" = 'other'),
	CONSTRAINT "offer_reading_seniority" CHECK("offer_reading"."seniority" = 'beginner' or "offer_reading"."seniority" = 'junior' or "offer_reading"."seniority" = 'experienced' or "offer_reading"."seniority" = 'senior'),
	CONSTRAINT "offer_reading_facts" CHECK(json_valid("offer_reading"."facts"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `offer_reading_by_version` ON `offer_reading` (`version`);--> statement-breakpoint
CREATE INDEX `offer_reading_by_domain` ON `offer_reading` (`domain_key`,`domain`);--> statement-breakpoint
-- A reading stands for the text that was read. `content_hash` changes with whatever a file or a person says of an offer.
CREATE TRIGGER `reading_leaves_with_text` AFTER UPDATE OF `content_hash` ON `offer` WHEN OLD.`content_hash` IS NOT NEW.`content_hash`
BEGIN
	DELETE FROM `offer_read_skill` WHERE `offer_id` = NEW.`id`;
	DELETE FROM `offer_reading` WHERE `offer_id` = NEW.`id`;
END;--> statement-breakpoint
-- What an offer asks for, whoever said it: for counting. An offer has skills of one origin only.
CREATE VIEW `offer_any_skill` AS
	SELECT `offer_id`, `position`, `skill_id`, 'given' AS `origin` FROM `offer_skill`
	UNION ALL
	SELECT `offer_id`, `position`, `skill_id`, 'read' AS `origin` FROM `offer_read_skill`;
