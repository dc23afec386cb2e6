import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { formatQuantity } from "../../../ui/format/number.ts";
import type { FormTarget } from "../../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { LIMITS_PATH, personPath } from "../paths.ts";
import type { LimitsLoad } from "./load.ts";

export type LimitsModel = { heading: string; rows: LimitRow[]; emptyText: string };

export type LimitRow = {
  key: string;
  name: string;
  /** To the person's page; null while the PSA shows no email of theirs. */
  href: string | null;
  company: string;
  sees: string;
  since: MomentModel;
  by: string;
  /** Null for those who may look only. */
  lift: FormTarget | null;
};

type LimitsInput = LimitsLoad & { canChange: boolean; now: Date; locale: string };

/** Every contact whom the firm lets see less than their company. */
export function presentLimits({ limits, portals, contacts, canChange, now, locale }: LimitsInput): LimitsModel {
  const rows = limits.map(({ portalId, contactId, contactName, projectIds, createdAt, createdBy }) => {
    const portal = portals.find(({ id }) => id === portalId);
    const contact = contacts?.get(contactId);
    const [email] = contact?.emails ?? [];
    const count = formatQuantity(projectIds.length, "project", "projects", locale);
    return {
      key: `${portalId} ${contactId}`,
      name: contact?.name ?? contactName,
      href: email && portal ? personPath(email, { portal: portal.slug }) : null,
      company: portal?.companyName ?? "",
      sees: projectIds.length === 0 ? "no project (blocked)" : `only ${count}`,
      since: formatMoment(createdAt, now, locale),
      by: createdBy,
      lift: canChange
        ? {
            action: `${DIAGNOSE_PATH}/lift`,
            fields: { portal: portalId, contact: contactId, next: LIMITS_PATH },
          }
        : null,
    };
  });
  return {
    heading:
      rows.length === 0
        ? "Nobody is limited"
        : formatQuantity(rows.length, "limited contact", "limited contacts", locale),
    rows,
    emptyText:
      "Every contact sees all projects of their company. A contact is limited or blocked on their page in Diagnose.",
  };
}
