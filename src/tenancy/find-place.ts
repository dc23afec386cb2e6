// From the host of a request to the firm whose portals stand there: at the built-in host of every firm, or at a host of its
// own. What was found is remembered for a while, and so is, more briefly, that nothing was: a stranger can name any host.
import { LRUCache } from "lru-cache";
import type { Branding } from "../domain/branding.ts";
import type { Firm } from "../domain/firm.ts";
import { type Hosts, placeOf, portalOrigin } from "./place.ts";

const FIRM_KEPT_MS = 30_000;
const MISS_KEPT_MS = 10_000;
const HOST_SHAPE = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*(?::\d{1,5})?$/;

export type HostLookups = {
  bySlug: (slug: string) => Promise<Firm | null>;
  byHost: (host: string) => Promise<{ firm: Firm; state: "pending" | "live" } | null>;
  liveHostOf: (firm: Firm) => Promise<string | null>;
  settingsOf: (firm: Firm) => Promise<PortalSettings>;
};

/** What is remembered of how a firm's portals speak and look; a page that has just read it knows better. */
export type PortalSettings = {
  /** The language that the firm has set for them. */
  portalLocale: string | null;
  branding: Branding;
};

/**
 * `pending`: the firm means to use this host, and does not yet. `origin`: where the portals stand for whoever is here.
 */
export type FoundPlace =
  | { kind: "office" }
  | ({ kind: "portals" | "pending"; firm: Firm; origin: string } & PortalSettings)
  | { kind: "nowhere" };

export type Places = {
  find(host: string | undefined): Promise<FoundPlace>;
  /** For links that we hand out: the firm's own host when it is live, else the built-in one. */
  linkOrigin(firm: Firm): Promise<string>;
};

/** Whether a text can be a host of a firm's own: a name with a dot, of nobody's but its own, with a port if need be. */
export function isCustomHost(text: string, hosts: Hosts): boolean {
  const [name, office, portals] = [text, hosts.officeUrl.host, hosts.portalDomain].map((host) =>
    host.replace(/:\d+$/, ""),
  );
  const isOurs = name === office || `.${name}`.endsWith(`.${portals}`);
  return HOST_SHAPE.test(text) && !isOurs;
}

/** Found firms are remembered for half a minute. One that was just made, or a host that was just set, is found soon. */
export function placeFinder(hosts: Hosts, lookups: HostLookups): Places {
  const bySlug = remembered(lookups.bySlug, { missMs: 0 });
  const byHost = remembered(lookups.byHost, { missMs: MISS_KEPT_MS });
  const settingsOf = rememberedOfFirm(lookups.settingsOf);
  const liveHostOf = rememberedOfFirm(async (firm) => ({ host: await lookups.liveHostOf(firm) }));
  return {
    async find(host) {
      const place = placeOf(host, hosts);
      if (place.kind === "office") return place;
      if (place.kind === "portals") {
        const firm = await bySlug(place.firmSlug);
        if (!firm) return { kind: "nowhere" };
        return { kind: "portals", firm, origin: portalOrigin(firm.slug, hosts), ...(await settingsOf(firm)) };
      }
      const asked = (host ?? "").toLowerCase();
      const found = isCustomHost(asked, hosts) ? await byHost(asked) : null;
      if (!found) return { kind: "nowhere" };
      const { firm, state } = found;
      const settings = await settingsOf(firm);
      return state === "live"
        ? { kind: "portals", firm, origin: originOfHost(asked, hosts), ...settings }
        : { kind: "pending", firm, origin: portalOrigin(firm.slug, hosts), ...settings };
    },
    async linkOrigin(firm) {
      const { host } = await liveHostOf(firm);
      return host === null ? portalOrigin(firm.slug, hosts) : originOfHost(host, hosts);
    },
  };
}

/** The origin of a firm's own host; it is served as the office is. */
export function originOfHost(host: string, { officeUrl }: Hosts): string {
  return `${officeUrl.protocol}//${host}`;
}

/** Something of a known firm, asked again when its time is over, however often it was looked at meanwhile. */
function rememberedOfFirm<T extends object>(find: (firm: Firm) => Promise<T>): (firm: Firm) => Promise<T> {
  const kept = new LRUCache<string, T>({ max: 5_000, ttl: FIRM_KEPT_MS });
  return async (firm) => {
    const known = kept.get(firm.id);
    if (known) return known;
    const found = await find(firm);
    kept.set(firm.id, found);
    return found;
  };
}

function remembered<T extends object>(
  find: (key: string) => Promise<T | null>,
  { missMs }: { missMs: number },
): (key: string) => Promise<T | null> {
  const hits = new LRUCache<string, T>({ max: 5_000, ttl: FIRM_KEPT_MS });
  const misses = new LRUCache<string, true>({ max: 5_000, ttl: missMs || 1 });
  return async (key) => {
    const known = hits.get(key);
    if (known || (missMs > 0 && misses.has(key))) return known ?? null;
    const found = await find(key);
    if (found) hits.set(key, found);
    else if (missMs > 0) misses.set(key, true);
    return found;
  };
}
