-- The row policies of the tables of 0006; see 0001.
ALTER TABLE "portal_defaults" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "portal_defaults" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "portal_defaults_of_firm" ON "portal_defaults" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "image" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "image" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "image_of_firm" ON "image" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "branding" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "branding" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "branding_of_firm" ON "branding" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "template_shape" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "template_shape" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "template_shape_of_firm" ON "template_shape" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "portal_switch" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "portal_switch" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "portal_switch_of_firm" ON "portal_switch" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "project_update" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "project_update" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "project_update_of_firm" ON "project_update" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "update_version" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "update_version" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "update_version_of_firm" ON "update_version" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "update_photo" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "update_photo" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "update_photo_of_firm" ON "update_photo" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "pulse_answer" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "pulse_answer" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "pulse_answer_of_firm" ON "pulse_answer" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "preview" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "preview" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "preview_of_firm" ON "preview" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
