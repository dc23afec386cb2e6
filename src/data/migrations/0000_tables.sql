CREATE TABLE "audit" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" jsonb NOT NULL,
	CONSTRAINT "audit_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "connection" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "connection_firm_id_id_pk" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "connection_firm_id_unique" UNIQUE("firm_id")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reference" text,
	"at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"portal_id" uuid,
	"email" text,
	"outcome" text NOT NULL,
	"cause" text,
	"body" jsonb NOT NULL,
	CONSTRAINT "decision_firm_id_id_pk" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "decision_firm_id_reference_unique" UNIQUE("firm_id","reference")
);
--> statement-breakpoint
CREATE TABLE "firm" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"contact_email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "firm_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "office_proof" (
	"id" text NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"code_expires_at" timestamp with time zone NOT NULL,
	"older_code_hash" text,
	"older_code_expires_at" timestamp with time zone,
	"wrong_tries" integer NOT NULL,
	"sent_count" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"next_path" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "office_proof_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "portal" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" text NOT NULL,
	"company_name" text NOT NULL,
	"template" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_firm_id_id_pk" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "portal_firm_id_company_id_unique" UNIQUE("firm_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "portal_account" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_account_firm_id_id_pk" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "portal_account_firm_id_email_unique" UNIQUE("firm_id","email")
);
--> statement-breakpoint
CREATE TABLE "portal_address" (
	"firm_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"portal_id" uuid NOT NULL,
	"is_current" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_address_firm_id_slug_pk" PRIMARY KEY("firm_id","slug")
);
--> statement-breakpoint
CREATE TABLE "portal_proof" (
	"firm_id" uuid NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"code_expires_at" timestamp with time zone NOT NULL,
	"older_code_hash" text,
	"older_code_expires_at" timestamp with time zone,
	"wrong_tries" integer NOT NULL,
	"sent_count" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"next_path" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_proof_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal_session" (
	"firm_id" uuid NOT NULL,
	"id" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_session_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_session" (
	"firm_id" uuid NOT NULL,
	"id" text NOT NULL,
	"team_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_session_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_user" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_user_firm_id_id_pk" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "team_user_firm_id_email_unique" UNIQUE("firm_id","email")
);
--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection" ADD CONSTRAINT "connection_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal" ADD CONSTRAINT "portal_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_account" ADD CONSTRAINT "portal_account_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_address" ADD CONSTRAINT "portal_address_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_address" ADD CONSTRAINT "portal_address_firm_id_portal_id_portal_firm_id_id_fk" FOREIGN KEY ("firm_id","portal_id") REFERENCES "public"."portal"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_proof" ADD CONSTRAINT "portal_proof_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_session" ADD CONSTRAINT "portal_session_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_session" ADD CONSTRAINT "portal_session_firm_id_account_id_portal_account_firm_id_id_fk" FOREIGN KEY ("firm_id","account_id") REFERENCES "public"."portal_account"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_session" ADD CONSTRAINT "team_session_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_session" ADD CONSTRAINT "team_session_firm_id_team_user_id_team_user_firm_id_id_fk" FOREIGN KEY ("firm_id","team_user_id") REFERENCES "public"."team_user"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_user" ADD CONSTRAINT "team_user_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "decision_visits" ON "decision" USING btree ("firm_id","portal_id","at") WHERE source = 'visit' and outcome = 'granted';--> statement-breakpoint
CREATE INDEX "decision_by_reference" ON "decision" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "decision_at" ON "decision" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_address_one_current" ON "portal_address" USING btree ("firm_id","portal_id") WHERE is_current;