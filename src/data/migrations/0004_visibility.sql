CREATE TABLE "visibility_switch" (
	"firm_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_on" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "visibility_switch_firm_id_name_pk" PRIMARY KEY("firm_id","name")
);
--> statement-breakpoint
ALTER TABLE "visibility_switch" ADD CONSTRAINT "visibility_switch_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;