-- Row policies: a transaction sees the rows of the one firm whose id it has set (app.firm_id), and without it no row.
-- FORCE makes them hold for the tables' owner too. The program's own role is granted its rights in data/program-role.ts.
CREATE FUNCTION prolens_current_firm() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.firm_id', true), '')::uuid
$$;
--> statement-breakpoint
ALTER TABLE "firm" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "firm" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "firm_of_firm" ON "firm" USING ("id" = prolens_current_firm()) WITH CHECK ("id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "connection" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "connection" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "connection_of_firm" ON "connection" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "portal" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "portal" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "portal_of_firm" ON "portal" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "portal_address" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "portal_address" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "portal_address_of_firm" ON "portal_address" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "portal_account" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "portal_account" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "portal_account_of_firm" ON "portal_account" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "portal_session" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "portal_session" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "portal_session_of_firm" ON "portal_session" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "team_user" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "team_user" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "team_user_of_firm" ON "team_user" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "team_session" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "team_session" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "team_session_of_firm" ON "team_session" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "portal_proof" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "portal_proof" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "portal_proof_of_firm" ON "portal_proof" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "decision" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "decision" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "decision_of_firm" ON "decision" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "audit_of_firm" ON "audit" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
-- What must be asked before a firm is known. Each answers one narrow question as the owner; the policies below let the
-- owner read exactly these tables across firms.
CREATE FUNCTION prolens_firm_by_slug(asked text) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f WHERE f.slug = asked
$$;
--> statement-breakpoint
CREATE FUNCTION prolens_firms_of_team_email(asked text) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f JOIN team_user u ON u.firm_id = f.id WHERE u.email = asked ORDER BY f.name, f.id
$$;
--> statement-breakpoint
CREATE FUNCTION prolens_firms_of_reference(asked text) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f JOIN decision d ON d.firm_id = f.id WHERE d.reference = asked
$$;
--> statement-breakpoint
CREATE FUNCTION prolens_purge(records_before timestamptz, expired_before timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM decision WHERE at < least(records_before, now() - interval '89 days');
  DELETE FROM audit WHERE at < least(records_before, now() - interval '89 days');
  DELETE FROM portal_session WHERE expires_at < least(expired_before, now());
  DELETE FROM team_session WHERE expires_at < least(expired_before, now());
  DELETE FROM portal_proof WHERE expires_at < least(expired_before, now());
  DELETE FROM office_proof WHERE expires_at < least(expired_before, now());
$$;
--> statement-breakpoint
CREATE POLICY "firm_select_by_owner" ON "firm" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "team_user_select_by_owner" ON "team_user" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "decision_select_by_owner" ON "decision" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "decision_delete_by_owner" ON "decision" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "audit_select_by_owner" ON "audit" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "audit_delete_by_owner" ON "audit" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "portal_session_select_by_owner" ON "portal_session" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "portal_session_delete_by_owner" ON "portal_session" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "team_session_select_by_owner" ON "team_session" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "team_session_delete_by_owner" ON "team_session" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "portal_proof_select_by_owner" ON "portal_proof" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "portal_proof_delete_by_owner" ON "portal_proof" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION prolens_current_firm(), prolens_firm_by_slug(text), prolens_firms_of_team_email(text), prolens_firms_of_reference(text), prolens_purge(timestamptz, timestamptz) FROM PUBLIC;
