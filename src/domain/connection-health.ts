import type { Email } from "./email.ts";
import type { CompanyId } from "./ids.ts";
import type { WorkPart } from "./project.ts";

/** Green: it answers. Amber: it answers, but something is wrong with it. Red: it does not answer. */
export type HealthState = "green" | "amber" | "red";

/** A contact and their company that were readable once, and must stay so. */
export type Canary = { email: Email; companyId: CompanyId };

/** A client of whom the PSA holds more than is read at once, and which parts of their work are left out for it. Nothing is wrong with the PSA. */
export type LargeClient = { companyId: CompanyId; parts: readonly WorkPart[] };
