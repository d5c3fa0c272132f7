CREATE TABLE `offer_block` (
	`block` integer PRIMARY KEY NOT NULL,
	`changes` integer NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `offer_block`(`block`, `changes`) SELECT DISTINCT `id` >> 8, 1 FROM `offer`;--> statement-breakpoint
-- Whatever dashboards keep of an offer is written together with one of these three rows; a ranking with its matches, a
-- reading with its skills.
CREATE TRIGGER `offer_block_offer_insert` AFTER INSERT ON `offer`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_offer_update` AFTER UPDATE ON `offer`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_offer_delete` AFTER DELETE ON `offer`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (OLD.`id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_ranking_insert` AFTER INSERT ON `ranking`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_ranking_update` AFTER UPDATE ON `ranking`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_ranking_delete` AFTER DELETE ON `ranking`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (OLD.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_reading_insert` AFTER INSERT ON `offer_reading`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_reading_update` AFTER UPDATE ON `offer_reading`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_reading_delete` AFTER DELETE ON `offer_reading`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (OLD.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
-- The matches of a formation go with it, in any block.
CREATE TRIGGER `offer_block_formation_delete` AFTER DELETE ON `formation`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (-1, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;
