import { asOwner } from "./test-database.ts";

/** Every row of every table, as a dump of the database would hold it. */
export async function allRows({ ownerUrl }: { ownerUrl: string }): Promise<{ table: string; row: string }[]> {
  const tables = await asOwner<{ name: string }>(
    ownerUrl,
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const dump: { table: string; row: string }[] = [];
  for (const { name: table } of tables) {
    const rows = await asOwner<{ row: string }>(ownerUrl, `SELECT to_jsonb(t)::text AS row FROM "${table}" t`);
    dump.push(...rows.map(({ row }) => ({ table, row })));
  }
  return dump;
}
