-- Added by hand: rebuilding the table would cost its trigger.
ALTER TABLE `contact` ADD COLUMN `access` text CONSTRAINT "contact_access" CHECK("access" = 'none' or "access" = 'company' or "access" = 'contact');--> statement-breakpoint
DROP INDEX `offer_by_list`;--> statement-breakpoint
CREATE INDEX `offer_by_list` ON `offer` (`posted_on`,`academic_year`,`title_key`,`company_key`,`city_key`,`domain_key`,`contract_type`,`status`,`company_id`,`import_id`,`city`,`domain`,`seniority`,`level_mask`);
