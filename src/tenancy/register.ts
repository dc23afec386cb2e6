import type { Company } from "../domain/contact.ts";
import type { Portal } from "../domain/firm.ts";

/** A client company and its door, as the command line and the API list it. `none`: the company has no portal. */
export type RegisterRow = {
  company: { id: string; name: string };
  portal: string | null;
  address: string | null;
  template: Portal["template"] | null;
  state: Portal["state"] | "none";
};

/**
 * Every company of the PSA with its portal or without, and every portal whose company is gone, by name. `companies`: null
 * when the PSA does not answer; then the portals alone.
 */
export function listRegister(origin: string, portals: Portal[], companies: Company[] | null): RegisterRow[] {
  if (companies === null) return portals.map((portal) => registerRow(origin, portal));
  const known = new Set<string>(companies.map(({ id }) => id));
  const gone = portals.filter(({ companyId }) => !known.has(companyId)).map((portal) => registerRow(origin, portal));
  const byCompany = new Map(portals.map((portal) => [portal.companyId, portal]));
  const live = companies.map(({ id, name }): RegisterRow => {
    const portal = byCompany.get(id);
    if (portal) return { ...registerRow(origin, portal), company: { id, name } };
    return { company: { id, name }, portal: null, address: null, template: null, state: "none" };
  });
  const order = new Intl.Collator("en", { numeric: true });
  return [...live, ...gone].sort((one, other) => order.compare(one.company.name, other.company.name));
}

/** One portal as a row. `origin` is that of the firm's portals. */
export function registerRow(origin: string, portal: Portal): RegisterRow {
  return {
    company: { id: portal.companyId, name: portal.companyName },
    portal: portal.slug,
    address: `${origin}/${portal.slug}`,
    template: portal.template,
    state: portal.state,
  };
}
