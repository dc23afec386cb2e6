import type { DoorAsked } from "../../diagnosis/diagnose-person.ts";
import { doorOfUrl } from "../../diagnosis/door-of-url.ts";
import type { Firm } from "../../domain/firm.ts";
import type { ProjectId } from "../../domain/ids.ts";
import type { Hosts } from "../../tenancy/place.ts";
import type { DoorField } from "./paths.ts";

const LENGTH_MAX = 500;

/** What somebody typed, kept short, and without what PostgreSQL takes in no text. */
export function typedText(text: string | undefined): string {
  return (text ?? "").slice(0, LENGTH_MAX).replaceAll("\0", "\uFFFD").trim();
}

/** Which door the page or form names; what is no web address is an address that is none of the firm's. */
export function doorFieldOf(fields: { portal?: string | undefined; url?: string | undefined }): DoorField {
  const [url, portal] = [typedText(fields.url), typedText(fields.portal).toLowerCase()];
  if (url !== "") return { url };
  return portal === "" ? null : { portal };
}

/** The same for a door that was stored: a slug, a whole address, or none. */
export function doorFieldOfAsked(asked: string): DoorField {
  return doorFieldOf(asked.includes("://") ? { url: asked } : { portal: asked });
}

export function doorAskedOf(field: DoorField, firm: Firm, hosts: Hosts): DoorAsked {
  if (field === null) return { kind: "own" };
  if ("portal" in field) return { kind: "slug", slug: field.portal, projectId: null };
  const door = doorOfUrl(field.url, firm, hosts) ?? { kind: "nowhere", typed: field.url };
  if (door.kind !== "slug") return door;
  const projectId = door.projectId === null ? null : (typedText(door.projectId) as ProjectId);
  return { kind: "slug", slug: typedText(door.slug).toLowerCase(), projectId };
}
