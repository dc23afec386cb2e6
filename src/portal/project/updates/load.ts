import type { Tx } from "../../../data/database.ts";
import { listPublished, type PublishedPage } from "../../../data/queries/updates.ts";
import type { ProjectId } from "../../../domain/ids.ts";
import type { Inside } from "../../enter.tsx";

/** As many updates stand on a page. Each is a text to parse, so there is no page of all. */
export const UPDATES_MAX = 3;
/** What an address says how many newer updates it passes over in. */
export const SKIP_FIELD = "earlier";

const SKIP_SHAPE = /^\d{1,6}$/;

/** Whether the portal's pages show updates at all. */
export function hasUpdates({ granted }: Inside): boolean {
  return granted.fields.updates?.visible === true;
}

/**
 * The updates that an address asks for: those after the first `skip`; the newest where there are none or where it asks for nothing;
 * none where they are hidden.
 */
export async function loadUpdates(
  tx: Tx,
  inside: Inside,
  { projectId, asked }: { projectId: ProjectId; asked: string | undefined },
): Promise<{ page: PublishedPage; skip: number }> {
  const { granted } = inside;
  if (!hasUpdates(inside)) return { page: { updates: [], total: 0 }, skip: 0 };
  const list = (skip: number) =>
    listPublished(tx, { companyId: granted.companyId, projectId, skip, limit: UPDATES_MAX });
  const skip = SKIP_SHAPE.test(asked ?? "") ? Number(asked) : 0;
  const page = await list(skip);
  return skip > 0 && page.updates.length === 0 ? { page: await list(0), skip: 0 } : { page, skip };
}
