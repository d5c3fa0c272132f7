ALTER TABLE `offer_edit` ADD `closed_reason` text;--> statement-breakpoint
ALTER TABLE `offer_edit` ADD `made_company_id` integer;--> statement-breakpoint
ALTER TABLE `offer_edit` ADD `made_contact_id` integer;