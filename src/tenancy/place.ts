// From the host of a request to the place it belongs to. The host alone decides; cookies and query are never looked at.
import { isSlug } from "../domain/slug.ts";

export type Place = { kind: "office" } | { kind: "portals"; firmSlug: string } | { kind: "nowhere" };

/** Where the program stands: the office's address, and the domain below which the firms' portals are. */
export type Hosts = { officeUrl: URL; portalDomain: string };

/** Which of our hosts this is. `host` is the Host header, with its port if it has one. */
export function placeOf(host: string | undefined, hosts: Hosts): Place {
  const asked = (host ?? "").toLowerCase();
  if (asked === hosts.officeUrl.host) return { kind: "office" };
  const suffix = `.${hosts.portalDomain}`;
  const firmSlug = asked.endsWith(suffix) ? asked.slice(0, -suffix.length) : "";
  return isSlug(firmSlug) ? { kind: "portals", firmSlug } : { kind: "nowhere" };
}

/** The origin of a firm's portals, such as `https://harbor-finch.portal.example`. */
export function portalOrigin(firmSlug: string, hosts: Hosts): string {
  return `${hosts.officeUrl.protocol}//${firmSlug}.${hosts.portalDomain}`;
}
