-- The firms whose connection carries a sealed token, for the rotation of the master key.
CREATE FUNCTION prolens_firms_with_credentials() RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f
    WHERE EXISTS (SELECT FROM connection c WHERE c.firm_id = f.id AND c.credential IS NOT NULL) ORDER BY f.slug
$$;
--> statement-breakpoint
-- As in 0003, but a firm is watched over the connection that its portals read from, and over no other.
CREATE OR REPLACE FUNCTION prolens_firms_to_watch(started_before timestamptz) RETURNS TABLE (id uuid, slug text, name text, "contactEmail" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.slug, f.name, f.contact_email FROM firm f
    JOIN connection c ON c.firm_id = f.id AND c.state = 'live' LEFT JOIN watch_run w ON w.firm_id = f.id
    WHERE w.started_at IS NULL OR w.started_at < started_before ORDER BY w.started_at NULLS FIRST, f.id
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION prolens_firms_with_credentials() FROM PUBLIC;
