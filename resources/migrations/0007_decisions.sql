CREATE TABLE `__new_decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`offer_id` integer NOT NULL,
	`formation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`rank` integer,
	`target_id` integer,
	`note` text,
	`person` text,
	`model_id` text,
	`shown_rank` integer,
	`shown_score` real,
	`created_at` text NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "decision_kind" CHECK("__new_decision"."kind" = 'accepted' or "__new_decision"."kind" = 'rejected' or "__new_decision"."kind" = 'added' or "__new_decision"."kind" = 'moved' or "__new_decision"."kind" = 'noted' or "__new_decision"."kind" = 'cleared' or "__new_decision"."kind" = 'taken-back'),
	CONSTRAINT "decision_rank" CHECK("__new_decision"."rank" >= 1),
	CONSTRAINT "decision_shown_rank" CHECK("__new_decision"."shown_rank" >= 1),
	CONSTRAINT "decision_shown_score" CHECK("__new_decision"."shown_score" between 0 and 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_decision`("id", "offer_id", "formation_id", "kind", "rank", "model_id", "created_at") SELECT "id", "offer_id", "formation_id", replace("kind", 'reordered', 'moved'), "rank", "model_id", "created_at" FROM `decision`;--> statement-breakpoint
DROP TABLE `decision`;--> statement-breakpoint
ALTER TABLE `__new_decision` RENAME TO `decision`;--> statement-breakpoint
CREATE INDEX `decision_by_offer_formation` ON `decision` (`offer_id`,`formation_id`);--> statement-breakpoint
CREATE INDEX `decision_by_formation` ON `decision` (`formation_id`);--> statement-breakpoint
CREATE TABLE `offer_choice` (
	`offer_id` integer NOT NULL,
	`formation_id` integer NOT NULL,
	`state` text NOT NULL,
	`place` integer,
	`decision_id` integer NOT NULL,
	PRIMARY KEY(`offer_id`, `formation_id`),
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "offer_choice_state" CHECK("offer_choice"."state" = 'accepted' or "offer_choice"."state" = 'added' or "offer_choice"."state" = 'rejected'),
	CONSTRAINT "offer_choice_place" CHECK(("offer_choice"."place" is null) = ("offer_choice"."state" = 'rejected') and "offer_choice"."place" >= 1)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_choice_by_place` ON `offer_choice` (`offer_id`,`place`);--> statement-breakpoint
CREATE INDEX `offer_choice_by_formation` ON `offer_choice` (`formation_id`,`place`);--> statement-breakpoint
CREATE INDEX `offer_choice_by_decision` ON `offer_choice` (`decision_id`);--> statement-breakpoint
-- Which formation is an offer's first: the first that a person chose, and where nobody chose, the best proposed one that
-- nobody rejected. A formation that is nobody's first has no row, nor has an offer without one.
CREATE VIEW `first_formation` AS
	SELECT `offer_id`, `formation_id`, 1 AS `is_chosen` FROM `offer_choice` WHERE `place` = 1
	UNION ALL
	SELECT m.`offer_id`, m.`formation_id`, 0 FROM `match` m
	WHERE m.`rank` = 1 AND NOT EXISTS (SELECT 1 FROM `offer_choice` c WHERE c.`offer_id` = m.`offer_id`)
	UNION ALL
	SELECT m.`offer_id`, m.`formation_id`, 0 FROM `match` m
	WHERE m.`rank` = (
		SELECT min(b.`rank`) FROM `match` b WHERE b.`offer_id` = m.`offer_id` AND NOT EXISTS (
			SELECT 1 FROM `offer_choice` r WHERE r.`offer_id` = b.`offer_id` AND r.`formation_id` = b.`formation_id`))
	AND m.`offer_id` IN (SELECT `offer_id` FROM `offer_choice` WHERE `state` = 'rejected')
	AND NOT EXISTS (SELECT 1 FROM `offer_choice` c WHERE c.`offer_id` = m.`offer_id` AND c.`place` = 1);
