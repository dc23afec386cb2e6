import type { ConnectionStatus } from "../data/queries/connections.ts";
import type { Firm } from "../domain/firm.ts";
import type { Answer } from "./answer.ts";
import { systemText } from "./system-text.ts";

/** The answer of a command whose connection waits for its review; `former`: what portals read from meanwhile. */
export function pendingAnswer({ name, slug }: Firm, former: ConnectionStatus | null): Answer {
  const system = former?.kind === "csv" ? former.settings.dir : systemText(former?.kind ?? "csv");
  const first = former?.isLive
    ? `${name} still reads from ${system}.`
    : `The portals of ${name} are linked to ${system}.`;
  return {
    json: { firm: slug, state: "pending" },
    lines: [first, `What a switch would do: prolens connection review --firm ${slug}`],
  };
}

/** How to see what is read over the firm's connection. */
export function testHint({ slug }: Firm): string {
  return `Check it: prolens connection test --firm ${slug}`;
}
