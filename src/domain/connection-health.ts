import type { Email } from "./email.ts";
import type { CompanyId } from "./ids.ts";

/** Green: it answers. Amber: it answers, but something is wrong with it. Red: it does not answer. */
export type HealthState = "green" | "amber" | "red";

/** A contact and their company that were readable once, and must stay so. */
export type Canary = { email: Email; companyId: CompanyId };
