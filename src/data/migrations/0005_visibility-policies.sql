-- The row policy of the table of 0004; see 0001.
ALTER TABLE "visibility_switch" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "visibility_switch" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "visibility_switch_of_firm" ON "visibility_switch" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
