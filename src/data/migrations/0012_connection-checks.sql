-- Which connections are due for their check; the function of 0003 for the drift watch is its model. See 0001 for the ways past the policies.
CREATE FUNCTION prolens_firms_to_check(checked_before timestamptz) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f
    JOIN connection c ON c.firm_id = f.id AND c.state = 'live'
    LEFT JOIN connection_health h ON h.firm_id = c.firm_id AND h.connection_id = c.id
    WHERE h.checked_at IS NULL OR h.checked_at < checked_before ORDER BY h.checked_at NULLS FIRST, f.id
$$;
--> statement-breakpoint
CREATE POLICY "connection_health_select_by_owner" ON "connection_health" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION prolens_firms_to_check(timestamptz) FROM PUBLIC;
