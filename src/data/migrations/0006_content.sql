CREATE TABLE "branding" (
	"firm_id" uuid NOT NULL,
	"logo_id" uuid,
	"favicon_id" uuid,
	"accent" text,
	"welcome" text,
	"support_email" text,
	"support_phone" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "branding_firm_id_pk" PRIMARY KEY("firm_id")
);
--> statement-breakpoint
CREATE TABLE "image" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "image_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "portal_defaults" (
	"firm_id" uuid NOT NULL,
	"template" text NOT NULL,
	"pulse_every" text NOT NULL,
	"locale" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "portal_defaults_firm_id_pk" PRIMARY KEY("firm_id")
);
--> statement-breakpoint
CREATE TABLE "portal_switch" (
	"firm_id" uuid NOT NULL,
	"portal_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_on" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "portal_switch_firm_id_portal_id_name_pk" PRIMARY KEY("firm_id","portal_id","name")
);
--> statement-breakpoint
CREATE TABLE "preview" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_user_id" uuid NOT NULL,
	"portal_id" uuid NOT NULL,
	"email" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "preview_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_update" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" text NOT NULL,
	"project_id" text NOT NULL,
	"project_name" text NOT NULL,
	"author_name" text NOT NULL,
	"state" text NOT NULL,
	"dated_on" date NOT NULL,
	"body" text NOT NULL,
	"percents" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "project_update_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "pulse_answer" (
	"firm_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"portal_id" uuid NOT NULL,
	"project_id" text NOT NULL,
	"project_name" text NOT NULL,
	"email" text NOT NULL,
	"score" integer NOT NULL,
	"comment" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "pulse_answer_firm_id_id_pk" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
CREATE TABLE "template_shape" (
	"firm_id" uuid NOT NULL,
	"template" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "template_shape_firm_id_template_pk" PRIMARY KEY("firm_id","template")
);
--> statement-breakpoint
CREATE TABLE "update_photo" (
	"firm_id" uuid NOT NULL,
	"update_id" uuid NOT NULL,
	"image_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"caption" text NOT NULL,
	CONSTRAINT "update_photo_firm_id_update_id_image_id_pk" PRIMARY KEY("firm_id","update_id","image_id")
);
--> statement-breakpoint
CREATE TABLE "update_version" (
	"firm_id" uuid NOT NULL,
	"update_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"dated_on" date NOT NULL,
	"body" text NOT NULL,
	"percents" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "update_version_firm_id_update_id_version_pk" PRIMARY KEY("firm_id","update_id","version")
);
--> statement-breakpoint
ALTER TABLE "portal" ALTER COLUMN "template" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "branding" ADD CONSTRAINT "branding_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branding" ADD CONSTRAINT "branding_firm_id_logo_id_image_firm_id_id_fk" FOREIGN KEY ("firm_id","logo_id") REFERENCES "public"."image"("firm_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branding" ADD CONSTRAINT "branding_firm_id_favicon_id_image_firm_id_id_fk" FOREIGN KEY ("firm_id","favicon_id") REFERENCES "public"."image"("firm_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "image" ADD CONSTRAINT "image_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_defaults" ADD CONSTRAINT "portal_defaults_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_switch" ADD CONSTRAINT "portal_switch_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_switch" ADD CONSTRAINT "portal_switch_firm_id_portal_id_portal_firm_id_id_fk" FOREIGN KEY ("firm_id","portal_id") REFERENCES "public"."portal"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview" ADD CONSTRAINT "preview_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview" ADD CONSTRAINT "preview_firm_id_portal_id_portal_firm_id_id_fk" FOREIGN KEY ("firm_id","portal_id") REFERENCES "public"."portal"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview" ADD CONSTRAINT "preview_firm_id_team_user_id_team_user_firm_id_id_fk" FOREIGN KEY ("firm_id","team_user_id") REFERENCES "public"."team_user"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_update" ADD CONSTRAINT "project_update_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_answer" ADD CONSTRAINT "pulse_answer_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_answer" ADD CONSTRAINT "pulse_answer_firm_id_portal_id_portal_firm_id_id_fk" FOREIGN KEY ("firm_id","portal_id") REFERENCES "public"."portal"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_shape" ADD CONSTRAINT "template_shape_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update_photo" ADD CONSTRAINT "update_photo_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update_photo" ADD CONSTRAINT "update_photo_firm_id_update_id_project_update_firm_id_id_fk" FOREIGN KEY ("firm_id","update_id") REFERENCES "public"."project_update"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update_photo" ADD CONSTRAINT "update_photo_firm_id_image_id_image_firm_id_id_fk" FOREIGN KEY ("firm_id","image_id") REFERENCES "public"."image"("firm_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update_version" ADD CONSTRAINT "update_version_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update_version" ADD CONSTRAINT "update_version_firm_id_update_id_project_update_firm_id_id_fk" FOREIGN KEY ("firm_id","update_id") REFERENCES "public"."project_update"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "project_update_of_company" ON "project_update" USING btree ("firm_id","company_id","state");--> statement-breakpoint
CREATE INDEX "pulse_answer_of_person" ON "pulse_answer" USING btree ("firm_id","portal_id","email","project_id","at");