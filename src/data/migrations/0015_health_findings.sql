ALTER TABLE "connection_health" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "connection_health" ADD COLUMN "findings" jsonb DEFAULT '{"check":null,"people":null,"projects":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "connection_health" DROP COLUMN "calls_left";