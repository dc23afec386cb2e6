import { createHash } from "node:crypto";
import type { Exposure } from "../../../access/newly-exposed.ts";
import { sensitiveSwitches, type VisibilitySwitchName } from "../../../domain/visibility.ts";

type Sent = Partial<Record<string, string>>;

/** What the question's own form sends along: a yes, and to what. */
export function agreementFields(exposure: Exposure): { agreed: string; seen: string } {
  return { agreed: "yes", seen: told(exposure) };
}

/** Whether a form brings the yes to what would be exposed now, where it would. What has changed since the question was seen is asked anew. */
export function isAgreed({ agreed, seen }: Sent, exposure: Exposure): boolean {
  return agreed === "yes" && seen === told(exposure);
}

/** Whether a switch is asked about before it is set: it is sensitive and begins to be on, or something inside its field is shown with it. */
export function isQuestion(
  name: VisibilitySwitchName,
  { begins, exposure }: { begins: boolean; exposure: Exposure },
): boolean {
  return (begins && sensitiveSwitches.has(name)) || exposure.fields.length > 0;
}

/** Short, however many portals there are. */
function told({ pairs }: Exposure): string {
  return createHash("sha256").update(JSON.stringify(pairs)).digest("base64url");
}
