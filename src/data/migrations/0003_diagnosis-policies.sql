-- Row policies of the tables of 0002, and the questions that come before a firm is known; see 0001.
ALTER TABLE "email_alias" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "email_alias" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "email_alias_of_firm" ON "email_alias" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "contact_limit" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "contact_limit" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "contact_limit_of_firm" ON "contact_limit" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "access_request" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "access_request" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "access_request_of_firm" ON "access_request" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "mail_record" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "mail_record" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "mail_record_of_firm" ON "mail_record" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "rescue_code" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "rescue_code" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "rescue_code_of_firm" ON "rescue_code" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "watched_access" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "watched_access" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "watched_access_of_firm" ON "watched_access" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "drift" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "drift" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "drift_of_firm" ON "drift" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "watch_run" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "watch_run" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "watch_run_of_firm" ON "watch_run" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "api_key" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "api_key_of_firm" ON "api_key" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
ALTER TABLE "custom_host" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "custom_host" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "custom_host_of_firm" ON "custom_host" USING ("firm_id" = prolens_current_firm()) WITH CHECK ("firm_id" = prolens_current_firm());
--> statement-breakpoint
-- Which firm's portals stand at a host of its own, and whether it is live.
CREATE FUNCTION prolens_firm_by_host(asked text) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email, h.state FROM firm f JOIN custom_host h ON h.firm_id = f.id WHERE h.host = asked
$$;
--> statement-breakpoint
-- At which firms' portals this email was proved; asked only by whoever has just proved it.
CREATE FUNCTION prolens_firms_of_account_email(asked text) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f JOIN portal_account a ON a.firm_id = f.id WHERE a.email = asked ORDER BY f.name, f.id
$$;
--> statement-breakpoint
-- The firms on this installation, when there are only a few: a client at the office is then looked for in each one's PSA.
CREATE FUNCTION prolens_few_firms(at_most integer) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f WHERE (SELECT count(*) FROM firm) <= least(at_most, 5) ORDER BY f.name, f.id
$$;
--> statement-breakpoint
-- Which firms with a connection the drift watch has not looked at since a moment.
CREATE FUNCTION prolens_firms_to_watch(started_before timestamptz) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f
    JOIN connection c ON c.firm_id = f.id LEFT JOIN watch_run w ON w.firm_id = f.id
    WHERE w.started_at IS NULL OR w.started_at < started_before ORDER BY w.started_at NULLS FIRST, f.id
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION prolens_purge(records_before timestamptz, expired_before timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM decision WHERE at < least(records_before, now() - interval '89 days');
  DELETE FROM audit WHERE at < least(records_before, now() - interval '89 days');
  DELETE FROM mail_record WHERE queued_at < least(records_before, now() - interval '89 days');
  DELETE FROM access_request WHERE closed_at < least(records_before, now() - interval '89 days');
  DELETE FROM drift WHERE ended_at < least(records_before, now() - interval '89 days');
  DELETE FROM watched_access WHERE seen_at < least(records_before, now() - interval '89 days');
  DELETE FROM rescue_code WHERE expires_at < least(expired_before, now());
  DELETE FROM portal_session WHERE expires_at < least(expired_before, now());
  DELETE FROM team_session WHERE expires_at < least(expired_before, now());
  DELETE FROM portal_proof WHERE expires_at < least(expired_before, now());
  DELETE FROM office_proof WHERE expires_at < least(expired_before, now());
$$;
--> statement-breakpoint
CREATE POLICY "connection_select_by_owner" ON "connection" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "custom_host_select_by_owner" ON "custom_host" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "portal_account_select_by_owner" ON "portal_account" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "watch_run_select_by_owner" ON "watch_run" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "mail_record_select_by_owner" ON "mail_record" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "mail_record_delete_by_owner" ON "mail_record" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "access_request_select_by_owner" ON "access_request" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "access_request_delete_by_owner" ON "access_request" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "drift_select_by_owner" ON "drift" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "drift_delete_by_owner" ON "drift" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "watched_access_select_by_owner" ON "watched_access" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "watched_access_delete_by_owner" ON "watched_access" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "rescue_code_select_by_owner" ON "rescue_code" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "rescue_code_delete_by_owner" ON "rescue_code" FOR DELETE TO CURRENT_USER USING (true);
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION prolens_firm_by_host(text), prolens_firms_of_account_email(text), prolens_few_firms(integer), prolens_firms_to_watch(timestamptz) FROM PUBLIC;
