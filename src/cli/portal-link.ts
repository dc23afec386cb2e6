import { linkPortal } from "../commands/link-portal.ts";
import { LOCALE } from "../lib/locale.ts";
import { type LinkInput, linkedCompany, presentLink } from "../office/link/present.ts";
import { choicesIn, companyField, idValue } from "../office/review/choices.ts";
import { reviewLink } from "../switching/review-link.ts";
import { type Answer, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, doerOf, psaOf, requireFirm } from "./context.ts";
import { patiently } from "./patiently.ts";
import { chosen, linesOf, nothingDone, optionsOf } from "./switching.ts";

type LinkOptions = { firm: string; portal: string; company?: string; choose?: string[]; seen?: string };

/**
 * Links a portal that a switch has left without a company. Without `--seen` it says what would come of it, and the code of
 * what it said; with the code it is done, exactly so or not at all.
 */
export async function portalLink(context: CommandContext, options: LinkOptions): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const choices = choicesOf(options);
  const { db, now } = context;
  const psa = await psaOf(context);
  const parts = { db, now, firm, psa, waiting: "toTheEnd" } as const;
  const isMeant = ({ slug }: { slug: string }) => slug === options.portal;
  const answer = await patiently(psa, () => reviewLink(parts, isMeant, choicesIn(choices)));
  if (answer.kind === "none") throw new WrongUse("there is no such portal; `prolens portal list` shows all");
  if (answer.kind === "linked")
    throw new WrongUse(`/${options.portal} belongs to ${answer.portal.companyName} already`);
  if (options.seen === undefined)
    return tell({ answer, choices, isStale: false, wasForgotten: false, now, locale: LOCALE }, options);
  const company = answer.kind === "ready" ? linkedCompany(answer) : null;
  if (answer.kind !== "ready" || answer.digest !== options.seen || !answer.plan.change || !company)
    return nothingDone(options.firm, againOf(options));
  const { portal, links } = answer;
  const { kind } = await linkPortal(db, doerOf(context, firm), { portal, change: answer.plan.change, seen: links });
  if (kind === "changed") return nothingDone(options.firm, againOf(options));
  const lines = [`/${portal.slug} belongs to ${company.name} now.`];
  return { json: { firm: options.firm, portal: portal.slug, company: named(company) }, lines };
}

function choicesOf({ portal, company, choose = [] }: LinkOptions): Record<string, string> {
  const to = company === undefined ? {} : { [companyField(portal)]: idValue(company) };
  return { ...Object.fromEntries(choose.map(chosen)), ...to };
}

/** What linking it would do, and nothing is done. */
function tell(told: LinkInput, options: LinkOptions): Answer {
  const { answer } = told;
  const company = answer.kind === "ready" ? linkedCompany(answer) : null;
  if (options.company !== undefined && answer.kind === "ready" && company?.id !== options.company)
    throw new WrongUse(`the PSA has no company "${options.company}" without a portal`);
  const model = presentLink(told);
  const seen = answer.kind === "ready" && answer.plan.change && company ? answer.digest : null;
  const { heading, problems, groups, shows, note } = model;
  const next = seen === null ? [] : ["", `To link it: ${againOf(options)} --seen ${seen}`];
  const { firm, portal } = options;
  return {
    json: { firm, portal, company: named(company), problems, groups, shows, choices: optionsOf(model), seen },
    lines: [heading, ...problems, ...linesOf(model), "", ...(shows ? [shows] : []), ...(note ? [note] : []), ...next],
    exitCode: answer.kind === "no_answer" ? exitCodes.cannotTell : exitCodes.done,
  };
}

function againOf({ firm, portal, company, choose = [] }: LinkOptions): string {
  const to = company === undefined ? [] : [`--company '${company}'`];
  const said = choose.map((choice) => `--choose '${choice}'`);
  return ["prolens portal link", `--firm ${firm}`, `--portal ${portal}`, ...to, ...said].join(" ");
}

function named(company: { id: string; name: string } | null) {
  return company && { id: company.id, name: company.name };
}
