CREATE TABLE "connection_health" (
	"firm_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"state" text NOT NULL,
	"cause" text,
	"detail" text,
	"since" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"last_good_at" timestamp with time zone,
	"calls_left" integer,
	"organisation" text,
	"token_owner" text,
	"canary" jsonb,
	"mailed_state" text NOT NULL,
	CONSTRAINT "connection_health_firm_id_connection_id_pk" PRIMARY KEY("firm_id","connection_id")
);
--> statement-breakpoint
ALTER TABLE "connection" DROP CONSTRAINT "connection_firm_id_unique";--> statement-breakpoint
ALTER TABLE "connection" ADD COLUMN "state" text DEFAULT 'live' NOT NULL;--> statement-breakpoint
ALTER TABLE "connection" ADD COLUMN "credential" jsonb;--> statement-breakpoint
ALTER TABLE "connection_health" ADD CONSTRAINT "connection_health_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_health" ADD CONSTRAINT "connection_health_firm_id_connection_id_connection_firm_id_id_fk" FOREIGN KEY ("firm_id","connection_id") REFERENCES "public"."connection"("firm_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "connection_one_current" ON "connection" USING btree ("firm_id") WHERE state <> 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "connection_one_pending" ON "connection" USING btree ("firm_id") WHERE state = 'pending';