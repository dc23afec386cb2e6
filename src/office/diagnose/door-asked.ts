import type { DoorAsked } from "../../diagnosis/door-asked.ts";
import { doorOfPath, doorOfUrl } from "../../diagnosis/door-of-url.ts";
import type { Firm } from "../../domain/firm.ts";
import type { ProjectId } from "../../domain/ids.ts";
import type { OfficeServices } from "../services.ts";
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

type Places = Pick<OfficeServices, "hosts" | "linkOrigin">;

/** The door that a form names: a portal, a pasted address, or the person's own where it names none. */
export async function doorAskedOf(places: Places, firm: Firm, field: DoorField): Promise<DoorAsked> {
  if (field === null) return { kind: "own" };
  if ("portal" in field) return { kind: "slug", slug: field.portal, projectId: null };
  return (await doorAt(places, firm, field.url)) ?? { kind: "nowhere", typed: field.url };
}

/** The door at a pasted address, be it below the built-in host or the firm's own; null when it is no web address. */
export async function doorAt({ hosts, linkOrigin }: Places, firm: Firm, text: string): Promise<DoorAsked | null> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOwnHost = url !== null && url.origin === (await linkOrigin(firm));
  const door = isOwnHost ? doorOfPath(url.pathname) : doorOfUrl(text, firm, hosts);
  if (door?.kind !== "slug") return door;
  const projectId = door.projectId === null ? null : (typedText(door.projectId) as ProjectId);
  return { kind: "slug", slug: typedText(door.slug).toLowerCase(), projectId };
}
