CREATE TABLE `company` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`external_id` text,
	`name` text NOT NULL,
	`siret` text,
	`naf` text,
	`size` text,
	`address` text,
	`postcode` text,
	`city` text,
	`country` text,
	`website` text,
	`name_key` text NOT NULL,
	`city_key` text,
	`content_hash` text NOT NULL,
	`import_id` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "company_size" CHECK("company"."size" = 'TPE' or "company"."size" = 'PME' or "company"."size" = 'ETI' or "company"."size" = 'GE'),
	CONSTRAINT "company_siret" CHECK(length("company"."siret") = 14)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `company_by_siret` ON `company` (`siret`) WHERE "company"."siret" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `company_by_external` ON `company` (`external_id`) WHERE "company"."external_id" is not null;--> statement-breakpoint
CREATE INDEX `company_by_name_postcode` ON `company` (`name_key`,`postcode`);--> statement-breakpoint
CREATE INDEX `company_by_city` ON `company` (`city_key`);--> statement-breakpoint
CREATE INDEX `company_by_import` ON `company` (`import_id`) WHERE "company"."import_id" is not null;--> statement-breakpoint
CREATE TABLE `component` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`university_id` integer NOT NULL,
	`code` text,
	`name` text NOT NULL,
	`short_name` text,
	`kind` text,
	`city` text,
	`email` text,
	`name_key` text NOT NULL,
	`import_id` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`university_id`) REFERENCES `university`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `component_by_university_name` ON `component` (`university_id`,`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `component_by_university_code` ON `component` (`university_id`,`code`) WHERE "component"."code" is not null;--> statement-breakpoint
CREATE INDEX `component_by_import` ON `component` (`import_id`) WHERE "component"."import_id" is not null;--> statement-breakpoint
CREATE TABLE `contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`company_id` integer,
	`name` text,
	`role` text,
	`email` text,
	`phone` text,
	`identity_key` text NOT NULL,
	`import_id` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_by_company_identity` ON `contact` (`company_id`,`identity_key`);--> statement-breakpoint
CREATE INDEX `contact_by_import` ON `contact` (`import_id`) WHERE "contact"."import_id" is not null;--> statement-breakpoint
CREATE TABLE `decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`offer_id` integer NOT NULL,
	`formation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`rank` integer,
	`model_id` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "decision_kind" CHECK("decision"."kind" = 'accepted' or "decision"."kind" = 'rejected' or "decision"."kind" = 'reordered'),
	CONSTRAINT "decision_rank" CHECK("decision"."rank" >= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `decision_by_offer_formation` ON `decision` (`offer_id`,`formation_id`);--> statement-breakpoint
CREATE INDEX `decision_by_formation` ON `decision` (`formation_id`);--> statement-breakpoint
CREATE TABLE `domain` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`parent_code` text,
	FOREIGN KEY (`parent_code`) REFERENCES `domain`(`code`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `domain_by_parent` ON `domain` (`parent_code`);--> statement-breakpoint
CREATE TABLE `embedding` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` integer NOT NULL,
	`model_id` text NOT NULL,
	`text_hash` text NOT NULL,
	`vector` blob NOT NULL,
	CONSTRAINT "embedding_owner_kind" CHECK("embedding"."owner_kind" = 'offer' or "embedding"."owner_kind" = 'formation'),
	CONSTRAINT "embedding_vector" CHECK(length("embedding"."vector") > 0 and length("embedding"."vector") % 4 = 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `embedding_by_owner_model` ON `embedding` (`owner_kind`,`owner_id`,`model_id`);--> statement-breakpoint
CREATE TABLE `formation_manager` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`identity_key` text NOT NULL,
	`import_id` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `formation_manager_by_identity` ON `formation_manager` (`identity_key`);--> statement-breakpoint
CREATE INDEX `formation_manager_by_import` ON `formation_manager` (`import_id`) WHERE "formation_manager"."import_id" is not null;--> statement-breakpoint
CREATE TABLE `formation_rome` (
	`formation_id` integer NOT NULL,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`formation_id`, `position`),
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `formation_skill` (
	`formation_id` integer NOT NULL,
	`position` integer NOT NULL,
	`skill_id` integer NOT NULL,
	PRIMARY KEY(`formation_id`, `position`),
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skill`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `formation_skill_by_skill` ON `formation_skill` (`skill_id`);--> statement-breakpoint
CREATE TABLE `formation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`external_id` text,
	`title` text NOT NULL,
	`diploma_type` text,
	`level` integer,
	`component_id` integer,
	`manager_id` integer,
	`capacity` integer,
	`keywords` text DEFAULT '[]' NOT NULL,
	`jobs` text DEFAULT '[]' NOT NULL,
	`title_key` text NOT NULL,
	`identity_key` text NOT NULL,
	`content_hash` text NOT NULL,
	`import_id` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`description` text NOT NULL,
	FOREIGN KEY (`component_id`) REFERENCES `component`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`manager_id`) REFERENCES `formation_manager`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "formation_level" CHECK("formation"."level" between 0 and 8),
	CONSTRAINT "formation_capacity" CHECK("formation"."capacity" >= 0),
	CONSTRAINT "formation_keywords" CHECK(json_valid("formation"."keywords")),
	CONSTRAINT "formation_jobs" CHECK(json_valid("formation"."jobs"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `formation_by_external` ON `formation` (`external_id`) WHERE "formation"."external_id" is not null;--> statement-breakpoint
CREATE INDEX `formation_by_identity` ON `formation` (`identity_key`);--> statement-breakpoint
CREATE INDEX `formation_by_title` ON `formation` (`title_key`);--> statement-breakpoint
CREATE INDEX `formation_by_component` ON `formation` (`component_id`,`title_key`);--> statement-breakpoint
CREATE INDEX `formation_by_manager` ON `formation` (`manager_id`) WHERE "formation"."manager_id" is not null;--> statement-breakpoint
CREATE INDEX `formation_by_import` ON `formation` (`import_id`) WHERE "formation"."import_id" is not null;--> statement-breakpoint
CREATE TABLE `import_change` (
	`import_id` integer NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` integer NOT NULL,
	`revision_after` integer NOT NULL,
	`before` text NOT NULL,
	PRIMARY KEY(`import_id`, `owner_kind`, `owner_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "import_change_owner_kind" CHECK("import_change"."owner_kind" = 'offer' or "import_change"."owner_kind" = 'formation' or "import_change"."owner_kind" = 'company' or "import_change"."owner_kind" = 'contact'),
	CONSTRAINT "import_change_before" CHECK(json_valid("import_change"."before"))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `import_change_by_owner` ON `import_change` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE TABLE `import_row` (
	`import_id` integer NOT NULL,
	`line` integer NOT NULL,
	`state` text NOT NULL,
	`issues` text,
	`cells` text NOT NULL,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "import_row_state" CHECK("import_row"."state" = 'created' or "import_row"."state" = 'updated' or "import_row"."state" = 'unchanged' or "import_row"."state" = 'rejected'),
	CONSTRAINT "import_row_issues" CHECK(json_valid("import_row"."issues"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_row_by_state` ON `import_row` (`import_id`,`state`,`line`);--> statement-breakpoint
CREATE TABLE `import` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`dry_run` integer DEFAULT false NOT NULL,
	`format` text,
	`header` text,
	`mapping` text,
	`read_count` integer DEFAULT 0 NOT NULL,
	`created_count` integer DEFAULT 0 NOT NULL,
	`updated_count` integer DEFAULT 0 NOT NULL,
	`unchanged_count` integer DEFAULT 0 NOT NULL,
	`rejected_count` integer DEFAULT 0 NOT NULL,
	`warning_count` integer DEFAULT 0 NOT NULL,
	`removed_count` integer,
	`restored_count` integer,
	`kept_count` integer,
	`created_at` text NOT NULL,
	`committed_at` text,
	`undone_at` text,
	CONSTRAINT "import_kind" CHECK("import"."kind" = 'offers' or "import"."kind" = 'formations' or "import"."kind" = 'companies'),
	CONSTRAINT "import_state" CHECK("import"."state" = 'reading' or "import"."state" = 'checked' or "import"."state" = 'committed' or "import"."state" = 'failed' or "import"."state" = 'cancelled' or "import"."state" = 'undone'),
	CONSTRAINT "import_dry_run" CHECK("import"."dry_run" in (0, 1)),
	CONSTRAINT "import_format" CHECK(json_valid("import"."format")),
	CONSTRAINT "import_header" CHECK(json_valid("import"."header")),
	CONSTRAINT "import_mapping" CHECK(json_valid("import"."mapping"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_by_state` ON `import` (`state`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`progress` text,
	`summary` text DEFAULT '{}' NOT NULL,
	`error` text,
	`created_at` text NOT NULL,
	`started_at` text,
	`ended_at` text,
	CONSTRAINT "job_kind" CHECK("job"."kind" = 'import' or "job"."kind" = 'load-sample' or "job"."kind" = 'rank' or "job"."kind" = 'export'),
	CONSTRAINT "job_state" CHECK("job"."state" = 'queued' or "job"."state" = 'running' or "job"."state" = 'succeeded' or "job"."state" = 'failed' or "job"."state" = 'cancelled' or "job"."state" = 'interrupted'),
	CONSTRAINT "job_progress" CHECK(json_valid("job"."progress")),
	CONSTRAINT "job_summary" CHECK(json_valid("job"."summary")),
	CONSTRAINT "job_error" CHECK(json_valid("job"."error"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `job_by_state` ON `job` (`state`);--> statement-breakpoint
CREATE TABLE `match` (
	`offer_id` integer NOT NULL,
	`rank` integer NOT NULL,
	`formation_id` integer NOT NULL,
	`model_id` text NOT NULL,
	`score` real NOT NULL,
	`semantic` real NOT NULL,
	`lexical` real NOT NULL,
	PRIMARY KEY(`offer_id`, `rank`),
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "match_rank" CHECK("match"."rank" >= 1),
	CONSTRAINT "match_score" CHECK("match"."score" between 0 and 1),
	CONSTRAINT "match_semantic" CHECK("match"."semantic" between 0 and 1),
	CONSTRAINT "match_lexical" CHECK("match"."lexical" between 0 and 1)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `match_by_formation_rank` ON `match` (`formation_id`,`rank`);--> statement-breakpoint
CREATE TABLE `offer_skill` (
	`offer_id` integer NOT NULL,
	`position` integer NOT NULL,
	`skill_id` integer NOT NULL,
	PRIMARY KEY(`offer_id`, `position`),
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skill`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `offer_skill_by_skill` ON `offer_skill` (`skill_id`);--> statement-breakpoint
CREATE TABLE `offer` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`external_id` text,
	`title` text NOT NULL,
	`raw_title` text NOT NULL,
	`company_id` integer,
	`contact_id` integer,
	`city` text,
	`postcode` text,
	`country` text,
	`contract_type` text,
	`level_mask` integer DEFAULT 0 NOT NULL,
	`domain` text,
	`rome_code` text,
	`seniority` text,
	`start_kind` text,
	`start_from` text,
	`start_to` text,
	`duration_unit` text,
	`duration_min` real,
	`duration_max` real,
	`weekly_hours` real,
	`pay_amount` real,
	`pay_per` text,
	`pay_wording` text,
	`remote` text,
	`language` text,
	`disability_friendly` integer,
	`places` integer,
	`posted_on` text,
	`expires_on` text,
	`status` text NOT NULL,
	`closing_reason` text,
	`academic_year` integer NOT NULL,
	`title_key` text NOT NULL,
	`company_key` text,
	`city_key` text,
	`domain_key` text,
	`content_hash` text NOT NULL,
	`import_id` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`description` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "offer_contract_type" CHECK("offer"."contract_type" = 'internship' or "offer"."contract_type" = 'work-study' or "offer"."contract_type" = 'fixed-term' or "offer"."contract_type" = 'permanent' or "offer"."contract_type" = 'student-job' or "offer"."contract_type" = 'other'),
	CONSTRAINT "offer_level_mask" CHECK("offer"."level_mask" between 0 and 511),
	CONSTRAINT "offer_seniority" CHECK("offer"."seniority" = 'beginner' or "offer"."seniority" = 'junior' or "offer"."seniority" = 'experienced' or "offer"."seniority" = 'senior'),
	CONSTRAINT "offer_start_kind" CHECK("offer"."start_kind" = 'as-soon-as-possible' or "offer"."start_kind" = 'date' or "offer"."start_kind" = 'range'),
	CONSTRAINT "offer_duration_unit" CHECK("offer"."duration_unit" = 'week' or "offer"."duration_unit" = 'month'),
	CONSTRAINT "offer_pay_per" CHECK("offer"."pay_per" = 'hour' or "offer"."pay_per" = 'month' or "offer"."pay_per" = 'year'),
	CONSTRAINT "offer_remote" CHECK("offer"."remote" = 'none' or "offer"."remote" = 'partial' or "offer"."remote" = 'full'),
	CONSTRAINT "offer_disability_friendly" CHECK("offer"."disability_friendly" in (0, 1)),
	CONSTRAINT "offer_status" CHECK("offer"."status" = 'draft' or "offer"."status" = 'published' or "offer"."status" = 'transmitted' or "offer"."status" = 'filled' or "offer"."status" = 'archived')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_by_external_source` ON `offer` (`external_id`,`source`) WHERE "offer"."external_id" is not null;--> statement-breakpoint
CREATE INDEX `offer_by_content` ON `offer` (`content_hash`) WHERE "offer"."external_id" is null;--> statement-breakpoint
CREATE INDEX `offer_by_company` ON `offer` (`company_id`,`posted_on`);--> statement-breakpoint
CREATE INDEX `offer_by_contact` ON `offer` (`contact_id`) WHERE "offer"."contact_id" is not null;--> statement-breakpoint
CREATE INDEX `offer_by_import` ON `offer` (`import_id`) WHERE "offer"."import_id" is not null;--> statement-breakpoint
CREATE INDEX `offer_by_list` ON `offer` (`posted_on`,`academic_year`,`title_key`,`company_key`,`city_key`,`domain_key`,`contract_type`,`status`,`company_id`,`import_id`,`city`,`domain`);--> statement-breakpoint
CREATE TABLE `ranking` (
	`offer_id` integer PRIMARY KEY NOT NULL,
	`model_id` text NOT NULL,
	`basis` text NOT NULL,
	`outcome` text NOT NULL,
	`best_score` real,
	`ranked_at` text NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offer`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ranking_outcome" CHECK("ranking"."outcome" = 'ranked' or "ranking"."outcome" = 'no-suitable-formation' or "ranking"."outcome" = 'insufficient-text')
) STRICT;
--> statement-breakpoint
CREATE INDEX `ranking_by_outcome_score` ON `ranking` (`outcome`,`best_score`);--> statement-breakpoint
CREATE INDEX `ranking_by_basis` ON `ranking` (`model_id`,`basis`);--> statement-breakpoint
CREATE TABLE `rome_occupation` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`parent_code` text NOT NULL,
	FOREIGN KEY (`parent_code`) REFERENCES `rome_occupation`(`code`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `rome_occupation_by_parent` ON `rome_occupation` (`parent_code`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT "setting_value" CHECK(json_valid("setting"."value"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `skill` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`label` text NOT NULL,
	`label_key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `skill_by_label` ON `skill` (`label`);--> statement-breakpoint
CREATE INDEX `skill_by_key` ON `skill` (`label_key`);--> statement-breakpoint
CREATE TABLE `university` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
-- An embedding has two kinds of owners, which a foreign key cannot say.
CREATE TRIGGER `embedding_leaves_with_offer` AFTER DELETE ON `offer` BEGIN
	DELETE FROM `embedding` WHERE `owner_kind` = 'offer' AND `owner_id` = OLD.`id`;
END;--> statement-breakpoint
CREATE TRIGGER `embedding_leaves_with_formation` AFTER DELETE ON `formation` BEGIN
	DELETE FROM `embedding` WHERE `owner_kind` = 'formation' AND `owner_id` = OLD.`id`;
END;--> statement-breakpoint
-- A ranking stands for the text that was compared: once one of its sources changes, the offer waits for a new one.
-- `content_hash` also stands for the skills of the offer, which are rows of their own.
CREATE TRIGGER `ranking_leaves_with_text` AFTER UPDATE OF `raw_title`, `description`, `city`, `company_id`, `contact_id`, `content_hash` ON `offer`
WHEN OLD.`raw_title` IS NOT NEW.`raw_title` OR OLD.`description` IS NOT NEW.`description` OR OLD.`city` IS NOT NEW.`city`
	OR OLD.`company_id` IS NOT NEW.`company_id` OR OLD.`contact_id` IS NOT NEW.`contact_id` OR OLD.`content_hash` IS NOT NEW.`content_hash`
BEGIN
	DELETE FROM `match` WHERE `offer_id` = NEW.`id`;
	DELETE FROM `ranking` WHERE `offer_id` = NEW.`id`;
END;--> statement-breakpoint
CREATE TRIGGER `ranking_leaves_with_company_name` AFTER UPDATE OF `name` ON `company` WHEN OLD.`name` IS NOT NEW.`name` BEGIN
	DELETE FROM `match` WHERE `offer_id` IN (SELECT `id` FROM `offer` WHERE `company_id` = NEW.`id`);
	DELETE FROM `ranking` WHERE `offer_id` IN (SELECT `id` FROM `offer` WHERE `company_id` = NEW.`id`);
END;--> statement-breakpoint
CREATE TRIGGER `ranking_leaves_with_contact_name` AFTER UPDATE OF `name` ON `contact` WHEN OLD.`name` IS NOT NEW.`name` BEGIN
	DELETE FROM `match` WHERE `offer_id` IN (SELECT `id` FROM `offer` WHERE `contact_id` = NEW.`id`);
	DELETE FROM `ranking` WHERE `offer_id` IN (SELECT `id` FROM `offer` WHERE `contact_id` = NEW.`id`);
END;
