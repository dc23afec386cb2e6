// Every SQL statement that the program sends, in the order in which it is sent.
import pg from "pg";

export type Statements = {
  /** What was sent since the last call. */
  take(): string[];
  /** The answer to every further statement is handed on only when this resolves for it. Returns how to end that. */
  hold(after: (text: string) => Promise<void>): () => void;
  stop(): void;
};

type Query = (...args: unknown[]) => unknown;

/** Listens to every connection of this process. A pool sends through its clients, so each statement is seen once. */
export function listenToStatements(): Statements {
  let sent: string[] = [];
  let wait: ((text: string) => Promise<void>) | null = null;
  const client = pg.Client.prototype as unknown as { query: Query };
  const original = client.query;
  client.query = function query(this: unknown, ...args) {
    const text = textOf(args[0]);
    sent.push(text);
    // With a callback (as the pool sends) nothing is returned that could wait.
    if (!wait || args.some((arg) => typeof arg === "function")) return original.apply(this, args);
    return holding(original.apply(this, args), () => wait?.(text));
  };
  return {
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    hold: (after) => {
      wait = after;
      return () => {
        wait = null;
      };
    },
    stop: () => {
      client.query = original;
    },
  };
}

/** The first `count` transactions end together, so that what comes behind them begins together. Returns how to end that. */
export function holdTogether(statements: Statements, count: number): () => void {
  const gate = Promise.withResolvers<void>();
  let waiting = 0;
  return statements.hold(async (text) => {
    if (text !== "commit" || waiting >= count) return;
    waiting++;
    if (waiting === count) gate.resolve();
    await gate.promise;
  });
}

/** Has the pool open so many connections, for what is to be under way at once. */
export async function openConnections(pool: pg.Pool, count: number): Promise<void> {
  const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()));
  for (const client of clients) client.release();
}

async function holding(answer: unknown, held: () => Promise<void> | undefined): Promise<unknown> {
  const value = await answer;
  await held();
  return value;
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  const isConfig = typeof query === "object" && query !== null && "text" in query && typeof query.text === "string";
  return isConfig ? String(query.text) : "";
}
