import { removeCustomHost } from "../commands/remove-custom-host.ts";
import { setCustomHost } from "../commands/set-custom-host.ts";
import { setCustomHostLive } from "../commands/set-custom-host-live.ts";
import { inFirmRead } from "../data/database.ts";
import { type CustomHost, findCustomHost } from "../data/queries/custom-hosts.ts";
import type { Firm } from "../domain/firm.ts";
import { isCustomHost, originOfHost } from "../tenancy/find-place.ts";
import { portalOrigin } from "../tenancy/place.ts";
import { type Answer, columns, exitCodes, WrongUse } from "./answer.ts";
import { checkHost, type HostStep, realProbe } from "./check-host.ts";
import { type CommandContext, doerOf, requireFirm } from "./context.ts";

type HostOptions = { firm: string };

/** Names the host under which the firm's portals are to stand; nothing changes for clients until it is set live. */
export async function hostSet(context: CommandContext, options: HostOptions & { host: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const host = options.host.trim().toLowerCase();
  if (!isCustomHost(host, context.config))
    throw new WrongUse(`"${options.host}" is no host of a firm's own; type it like portal.firm.com, without https://`);
  if ((await setCustomHost(context.db, doerOf(context, firm), host)) === "taken")
    throw new WrongUse(`${host} belongs to another firm on this installation`);
  const own = await requireHost(context, firm);
  const builtIn = new URL(portalOrigin(firm.slug, context.config)).hostname;
  return {
    json: { firm: firm.slug, ...own },
    lines: [
      `${own.host} is ${own.state}.`,
      `Point its name here (for example CNAME ${builtIn}), let your proxy serve it, then: prolens host check --firm ${firm.slug}`,
    ],
  };
}

/** Whether the name resolves and whether we answer under it. Changes nothing. */
export async function hostCheck(context: CommandContext, options: HostOptions): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const own = await requireHost(context, firm);
  const builtIn = new URL(portalOrigin(firm.slug, context.config)).hostname;
  const steps = await checkHost(originOfHost(own.host, context.config), builtIn, realProbe);
  const isReady = steps.every(({ isOk }) => isOk);
  const next = isReady && own.state === "pending" ? [`Use it: prolens host live --firm ${firm.slug}`] : [];
  return {
    json: { firm: firm.slug, ...own, isReady, steps },
    lines: [`${own.host} is ${own.state}.`, ...columns(steps.map(rowOf)), ...next],
    exitCode: isReady ? exitCodes.done : exitCodes.refused,
  };
}

/** From now on the portals open at this host too, and links that are handed out name it. */
export async function hostLive(context: CommandContext, options: HostOptions): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const host = await setCustomHostLive(context.db, doerOf(context, firm));
  if (host === null) throw noHost(firm);
  const origin = originOfHost(host, context.config);
  const builtIn = portalOrigin(firm.slug, context.config);
  const lines = [`Portals stand below ${origin}, within half a minute.`, `${builtIn} goes on working.`];
  return { json: { firm: firm.slug, host, state: "live", portals: origin }, lines };
}

/** Back to the built-in host alone. */
export async function hostRemove(context: CommandContext, options: HostOptions): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const host = await removeCustomHost(context.db, doerOf(context, firm));
  if (host === null) throw noHost(firm);
  const origin = portalOrigin(firm.slug, context.config);
  const lines = [`${host} is removed.`, `Portals stand below ${origin}.`];
  return { json: { firm: firm.slug, host: null, removed: host, portals: origin }, lines };
}

function rowOf({ step, isOk, found, expected }: HostStep): string[] {
  return [isOk ? "✓" : "✗", step, `found ${found}`, isOk ? "" : `expected ${expected}`];
}

async function requireHost({ db }: CommandContext, firm: Firm): Promise<CustomHost> {
  const own = await inFirmRead(db, firm.id, findCustomHost);
  if (!own) throw noHost(firm);
  return own;
}

function noHost(firm: Firm): WrongUse {
  return new WrongUse(`${firm.name} has no host of its own; \`prolens host set\` names one`);
}
