-- The row policy of the table of 0008; see 0001.
ALTER TABLE "connection_health" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "connection_health" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "connection_health_of_firm" ON "connection_health" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
