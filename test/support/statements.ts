// Every SQL statement that the program sends, in the order in which it is sent.
import pg from "pg";

export type Statements = {
  /** What was sent since the last call. */
  take(): string[];
  stop(): void;
};

type Query = (...args: unknown[]) => unknown;

/** Listens to every connection of this process; ask for it in one test at a time. */
export function listenToStatements(): Statements {
  let sent: string[] = [];
  // A pool sends through its clients too, so the clients alone see each statement once.
  const client = pg.Client.prototype as unknown as { query: Query };
  const original = client.query;
  client.query = function query(this: unknown, ...args) {
    sent.push(textOf(args[0]));
    return original.apply(this, args);
  };
  return {
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    stop: () => {
      client.query = original;
    },
  };
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  const isConfig = typeof query === "object" && query !== null && "text" in query && typeof query.text === "string";
  return isConfig ? String(query.text) : "";
}
