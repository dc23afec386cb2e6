ALTER TABLE "connection_health" ADD COLUMN "large_clients" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- What stands of connections that are not quite well, for the memory of every node; without what it says in words. See 0001 for the
-- ways past the policies, and 0012 for the policy that this one rests on.
CREATE FUNCTION prolens_unwell_connections() RETURNS TABLE (id uuid, findings jsonb, "largeClients" jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.connection_id, h.findings #- '{check,detail}' #- '{people,detail}' #- '{projects,detail}', h.large_clients
    FROM connection_health h
    JOIN connection c ON c.firm_id = h.firm_id AND c.id = h.connection_id AND c.state = 'live'
    WHERE h.state <> 'green' OR h.large_clients <> '[]'
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION prolens_unwell_connections() FROM PUBLIC;
