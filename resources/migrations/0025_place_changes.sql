-- The blocks of the offers that lie there: not all of them (-1), which would have every offer read again for one village,
-- and which the search does not follow.
CREATE TRIGGER `offer_block_place_update` AFTER UPDATE ON `place`
WHEN OLD.`name` <> NEW.`name` OR OLD.`department` IS NOT NEW.`department` OR OLD.`region` IS NOT NEW.`region`
BEGIN
	INSERT INTO `offer_block`(`block`, `changes`) SELECT DISTINCT `id` >> 8, 1 FROM `offer` WHERE `city_key` = NEW.`key` ON CONFLICT (`block`) DO UPDATE SET `changes` = `changes` + 1;
END;
