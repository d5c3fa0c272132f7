-- What a person chose decides which formations an offer belongs to, and which comes first.
CREATE TRIGGER `offer_block_choice_insert` AFTER INSERT ON `offer_choice`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_choice_update` AFTER UPDATE ON `offer_choice`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (NEW.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `offer_block_choice_delete` AFTER DELETE ON `offer_choice`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) VALUES (OLD.`offer_id` >> 8, 1) ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;
