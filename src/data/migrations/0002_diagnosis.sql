CREATE TABLE "access_request" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"portal_id" uuid,
	"asked_slug" text NOT NULL,
	"reference" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	CONSTRAINT "access_request_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_firm_id_id_pk" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "api_key_firm_id_key_hash_unique" UNIQUE("firm_id","key_hash")
);
--> statement-breakpoint
CREATE TABLE "contact_limit" (
	"firm_id" uuid NOT NULL,
	"portal_id" uuid NOT NULL,
	"contact_id" text NOT NULL,
	"contact_name" text NOT NULL,
	"project_ids" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "contact_limit_firm_id_portal_id_contact_id_pk" PRIMARY KEY("firm_id","portal_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "custom_host" (
	"firm_id" uuid NOT NULL,
	"host" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "custom_host_firm_id_host_pk" PRIMARY KEY("firm_id","host"),
	CONSTRAINT "custom_host_firm_id_unique" UNIQUE("firm_id")
);
--> statement-breakpoint
CREATE TABLE "drift" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"email" text,
	"portal_id" uuid,
	"reason" text NOT NULL,
	"projects_lost" integer NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "drift_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "email_alias" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"contact_id" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	CONSTRAINT "email_alias_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_record" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"words" text,
	"queued_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "mail_record_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "rescue_code" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rescue_code_firm_id_id_pk" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "rescue_code_firm_id_email_unique" UNIQUE("firm_id","email")
);
--> statement-breakpoint
CREATE TABLE "watch_run" (
	"firm_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"contacts" integer,
	"companies" integer,
	"contacts_before" integer,
	CONSTRAINT "watch_run_firm_id_pk" PRIMARY KEY("firm_id")
);
--> statement-breakpoint
CREATE TABLE "watched_access" (
	"firm_id" uuid NOT NULL,
	"email" text NOT NULL,
	"portal_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"cause" text,
	"projects" integer NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "watched_access_firm_id_email_portal_id_pk" PRIMARY KEY("firm_id","email","portal_id")
);
--> statement-breakpoint
ALTER TABLE "portal_account" ADD COLUMN "default_portal_id" uuid;--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_limit" ADD CONSTRAINT "contact_limit_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_limit" ADD CONSTRAINT "contact_limit_firm_id_portal_id_portal_firm_id_id_fk" FOREIGN KEY ("firm_id","portal_id") REFERENCES "public"."portal"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_host" ADD CONSTRAINT "custom_host_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drift" ADD CONSTRAINT "drift_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_alias" ADD CONSTRAINT "email_alias_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_record" ADD CONSTRAINT "mail_record_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescue_code" ADD CONSTRAINT "rescue_code_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_run" ADD CONSTRAINT "watch_run_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_access" ADD CONSTRAINT "watched_access_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_access" ADD CONSTRAINT "watched_access_firm_id_portal_id_portal_firm_id_id_fk" FOREIGN KEY ("firm_id","portal_id") REFERENCES "public"."portal"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_request_one_open" ON "access_request" USING btree ("firm_id","email") WHERE closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "custom_host_host" ON "custom_host" USING btree ("host");--> statement-breakpoint
CREATE INDEX "drift_open" ON "drift" USING btree ("firm_id","found_at") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "email_alias_one_in_force" ON "email_alias" USING btree ("firm_id","email") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "mail_record_by_email" ON "mail_record" USING btree ("firm_id","email","queued_at");--> statement-breakpoint
CREATE INDEX "decision_by_email" ON "decision" USING btree ("firm_id","email","at");