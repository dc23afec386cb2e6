// From the host of a request to the place it belongs to. The host alone decides; cookies and query are never looked at.
import { isSlug } from "../domain/slug.ts";

export type Place = { kind: "office" } | { kind: "portals"; firmSlug: string } | { kind: "nowhere" };

/** Which of our hosts this is. `host` is the Host header, with its port if it has one. */
export function placeOf(host: string | undefined, hosts: { officeHost: string; portalDomain: string }): Place {
  const asked = (host ?? "").toLowerCase();
  if (asked === hosts.officeHost) return { kind: "office" };
  const suffix = `.${hosts.portalDomain}`;
  const firmSlug = asked.endsWith(suffix) ? asked.slice(0, -suffix.length) : "";
  return isSlug(firmSlug) ? { kind: "portals", firmSlug } : { kind: "nowhere" };
}

/** The origin of a firm's portals, such as `https://harbor-finch.portal.example`. */
export function portalOrigin(firmSlug: string, hosts: { officeUrl: URL; portalDomain: string }): string {
  return `${hosts.officeUrl.protocol}//${firmSlug}.${hosts.portalDomain}`;
}
