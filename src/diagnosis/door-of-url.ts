import type { Firm } from "../domain/firm.ts";
import type { ProjectId } from "../domain/ids.ts";
import { type Hosts, placeOf } from "../tenancy/place.ts";
import type { DoorAsked } from "./door-asked.ts";

/** The door at an address as somebody pasted it, with the project whose page it is; null when it is no web address. */
export function doorOfUrl(text: string, firm: Firm, hosts: Hosts): DoorAsked | null {
  if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
  const { host, pathname } = new URL(text);
  const place = placeOf(host, hosts);
  if (place.kind === "office") return { kind: "office", typed: text };
  if (place.kind !== "portals" || place.firmSlug !== firm.slug) return { kind: "nowhere", typed: text };
  return doorOfPath(pathname);
}

/** The door at a path of the firm's host. */
export function doorOfPath(pathname: string): DoorAsked {
  const [, slug = "", below, project] = pathname.split("/").map(decoded);
  if (slug === "") return { kind: "own" };
  return { kind: "slug", slug, projectId: below === "projects" && project ? (project as ProjectId) : null };
}

/** A path that is encoded wrongly names no portal; it is looked for as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
