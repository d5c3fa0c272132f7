DROP INDEX `formation_by_external`;--> statement-breakpoint
CREATE UNIQUE INDEX `formation_by_external_alone` ON `formation` (`external_id`) WHERE "formation"."external_id" is not null and "formation"."component_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `formation_by_external` ON `formation` (`external_id`,`component_id`) WHERE "formation"."external_id" is not null;--> statement-breakpoint
-- Until now files said nothing of where an offer stands: whatever differs from "published" a person did.
INSERT INTO `hand_edit`(`owner_kind`, `owner_id`, `field`, `edited_at`)
SELECT 'offer', `id`, 'status', `updated_at` FROM `offer` WHERE `status` <> 'published' OR `import_id` IS NULL
ON CONFLICT DO NOTHING;
