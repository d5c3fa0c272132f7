CREATE TABLE `transmission_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`transmission_id` integer NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`person_name` text,
	`reason` text,
	`note` text,
	`undoes` integer,
	`changed_offer` integer NOT NULL,
	FOREIGN KEY (`transmission_id`) REFERENCES `transmission`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "transmission_event_kind" CHECK("transmission_event"."kind" = 'prepared' or "transmission_event"."kind" = 'sent' or "transmission_event"."kind" = 'bounced' or "transmission_event"."kind" = 'passed-on' or "transmission_event"."kind" = 'refused' or "transmission_event"."kind" = 'reminded' or "transmission_event"."kind" = 'withdrawn' or "transmission_event"."kind" = 'undone'),
	CONSTRAINT "transmission_event_reason" CHECK("transmission_event"."reason" = 'profile' or "transmission_event"."reason" = 'level' or "transmission_event"."reason" = 'period' or "transmission_event"."reason" = 'no-students' or "transmission_event"."reason" = 'duplicate' or "transmission_event"."reason" = 'other'),
	CONSTRAINT "transmission_event_undoes" CHECK(("transmission_event"."kind" = 'undone') = ("transmission_event"."undoes" is not null)),
	CONSTRAINT "transmission_event_changed_offer" CHECK("transmission_event"."changed_offer" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `transmission_event_by_transmission` ON `transmission_event` (`transmission_id`);--> statement-breakpoint
CREATE TABLE `transmission` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`offer_id` integer NOT NULL,
	`formation_id` integer,
	`manager_id` integer,
	`formation_title` text NOT NULL,
	`manager_name` text NOT NULL,
	`manager_email` text NOT NULL,
	`search_key` text NOT NULL,
	`state` text NOT NULL,
	`prepared_at` text,
	`sent_at` text,
	`answered_at` text,
	`reason` text,
	`awaiting_since` text,
	`reminders` integer NOT NULL,
	`person_name` text,
	`changed_at` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`manager_id`) REFERENCES `formation_manager`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "transmission_state" CHECK("transmission"."state" = 'prepared' or "transmission"."state" = 'sent' or "transmission"."state" = 'bounced' or "transmission"."state" = 'passed-on' or "transmission"."state" = 'refused' or "transmission"."state" = 'withdrawn' or "transmission"."state" = 'none'),
	CONSTRAINT "transmission_reason" CHECK("transmission"."reason" = 'profile' or "transmission"."reason" = 'level' or "transmission"."reason" = 'period' or "transmission"."reason" = 'no-students' or "transmission"."reason" = 'duplicate' or "transmission"."reason" = 'other')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `transmission_by_offer_formation_email` ON `transmission` (`offer_id`,`formation_id`,`manager_email`);--> statement-breakpoint
CREATE INDEX `transmission_by_formation` ON `transmission` (`formation_id`);--> statement-breakpoint
CREATE INDEX `transmission_by_manager` ON `transmission` (`manager_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `transmission_by_changed` ON `transmission` (`changed_at`);--> statement-breakpoint
CREATE INDEX `transmission_by_awaiting` ON `transmission` (`awaiting_since`) WHERE "transmission"."awaiting_since" is not null;