import type { CompanyId, FirmId, PortalId } from "./ids.ts";
import type { PortalLanguage } from "./portal-language.ts";

/** `contactEmail`: where the firm wants its clients' questions. */
export type Firm = { id: FirmId; slug: string; name: string; contactEmail: string };

/** Which kind of client the portal speaks to; it shapes the blocks and fields of its pages. */
export const templates = ["owner", "architect", "engineer", "contractor"] as const;
export type Template = (typeof templates)[number];

/** What a portal speaks to until the firm says otherwise. */
export const FIRST_TEMPLATE: Template = "owner";

/** Whether a text from outside names a template. */
export function isTemplate(text: string): text is Template {
  return templates.some((template) => template === text);
}

export type PortalState = "open" | "paused";

/** The door of one client company. `slug` is its current address below the firm's host. */
export type Portal = {
  id: PortalId;
  firmId: FirmId;
  slug: string;
  companyId: CompanyId;
  /** The company's name when the portal was made; pages show the live name from the PSA. */
  companyName: string;
  template: Template;
  /** The firm's default holds here, because nobody has chosen a template for this portal. */
  isTemplateInherited: boolean;
  /** Null: the firm's setting for all portals holds. */
  ownLanguage: PortalLanguage | null;
  state: PortalState;
};
