// Prints the address of a PostgreSQL on loopback in which tests may make databases and roles; exits 1 where there is none.
import pg from "pg";

const users = [process.env.PGUSER, process.env.USER, "root", "postgres"].filter(Boolean);
const passwords = [process.env.PGPASSWORD, "", "postgres"].filter((password) => password !== undefined);
const candidates = users.flatMap((user) => passwords.map((password) => ({ user, password })));

for (const { user, password } of candidates) {
  const url = `postgres://${user}${password ? `:${encodeURIComponent(password)}` : ""}@127.0.0.1:5432/postgres`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
    if (rows[0]?.rolsuper) {
      console.log(url);
      process.exit(0);
    }
  } catch {
    // This login does not exist here; the next one may.
  } finally {
    await client.end().catch(() => {});
  }
}
process.exit(1);
