DROP VIEW `first_formation`;
--> statement-breakpoint
-- Which formation is an offer's first: the first that a person chose; where nobody chose, the best proposed one that
-- nobody rejected. Written so that one offer, all decided offers and all offers are each found by an index.
CREATE VIEW `first_formation` AS
	SELECT `offer_id`, `formation_id`, 1 AS `is_chosen` FROM `offer_choice` WHERE `place` = 1
	UNION ALL
	SELECT m.`offer_id`, m.`formation_id`, 0 FROM `match` m
	WHERE m.`rank` = 1 AND NOT EXISTS (SELECT 1 FROM `offer_choice` c WHERE c.`offer_id` = m.`offer_id`)
	UNION ALL
	-- Formations of this offer were rejected and none was chosen; one of the rejected ones stands for the offer.
	SELECT m.`offer_id`, m.`formation_id`, 0 FROM `offer_choice` d JOIN `match` m ON m.`offer_id` = d.`offer_id`
	WHERE d.`place` IS NULL
	AND d.`formation_id` = (SELECT min(x.`formation_id`) FROM `offer_choice` x WHERE x.`offer_id` = d.`offer_id`)
	AND NOT EXISTS (SELECT 1 FROM `offer_choice` c WHERE c.`offer_id` = d.`offer_id` AND c.`place` = 1)
	AND m.`rank` = (
		SELECT b.`rank` FROM `match` b WHERE b.`offer_id` = d.`offer_id` AND NOT EXISTS (
			SELECT 1 FROM `offer_choice` r WHERE r.`offer_id` = b.`offer_id` AND r.`formation_id` = b.`formation_id`)
		ORDER BY b.`rank` LIMIT 1);
