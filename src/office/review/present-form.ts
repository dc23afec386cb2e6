import type { Company, Contact } from "../../domain/contact.ts";
import type { CarriedLimit } from "../../switching/carry-people.ts";
import type { PortalLink } from "../../switching/link-companies.ts";
import type { SwitchPlan } from "../../switching/plan-switch.ts";
import { companyField, contactField, idValue, NONE, REVIEW_PATH } from "./choices.ts";
import type { ReviewSay } from "./words.ts";

type Option = { value: string; label: string; isChosen: boolean };
export type SelectModel = { name: string; label: string; options: Option[] };

/** `open`: what is not sure. `sure`: what one company alone fits, to be taken back. */
export type FormModel = {
  title: string;
  action: string;
  /** That not every company can be chosen, and what to do then; null where all are offered. */
  hint: string | null;
  open: SelectModel[];
  sure: { title: string; selects: SelectModel[] } | null;
  button: string;
};

/** So many options on one page at the most; beyond that a portal offers only the companies that are like its own. */
const OPTIONS_MAX = 20_000;

/** The choices about portals and limited contacts; null where there is no portal. */
export function presentForm({ portals, limits, companies }: SwitchPlan, say: ReviewSay): FormModel | null {
  if (portals.length === 0) return null;
  const sure = portals.filter(({ by }) => by !== null && by !== "choice");
  const unsure = portals.filter((link) => !sure.includes(link));
  const taken = new Set(portals.map(({ company }) => company?.id));
  const free = companies.filter(({ id, isArchived }) => !isArchived && !taken.has(id));
  const isTooMany = free.length * unsure.length > OPTIONS_MAX;
  const offered = isTooMany ? [] : free;
  const selects = sure.map((link) => sureSelect(link, say));
  return {
    title: say("decide"),
    action: REVIEW_PATH,
    hint: isTooMany ? say("only_alike") : null,
    open: [
      ...unsure.map((link) => unsureSelect(link, offered, say)),
      ...limits.filter(({ choices }) => choices !== null).map((limit) => limitSelect(limit, portals, say)),
    ],
    sure: selects.length > 0 ? { title: say("counted", { title: say("sure"), count: selects.length }), selects } : null,
    button: say("show"),
  };
}

/** The choices about one portal alone, which has no company yet. */
export function presentLinkForm({ portals, limits, companies }: SwitchPlan, action: string, say: ReviewSay): FormModel {
  const free = companies.filter(({ isArchived }) => !isArchived);
  return {
    title: say("decide"),
    action,
    hint: null,
    open: [
      ...portals.map((link) => unsureSelect(link, free, say)),
      ...limits.filter(({ choices }) => choices !== null).map((limit) => limitSelect(limit, portals, say)),
    ],
    sure: null,
    button: say("show"),
  };
}

function sureSelect({ portal, company, by }: PortalLink, say: ReviewSay): SelectModel {
  const found = say(by === null || by === "choice" ? "other" : by, { company: company?.name ?? "" });
  return {
    name: companyField(portal.slug),
    label: say("portal_of", { company: portal.companyName }),
    options: [
      { value: "", label: found, isChosen: true },
      { value: NONE, label: say("leave_closed"), isChosen: false },
    ],
  };
}

function unsureSelect({ portal, company, candidates }: PortalLink, offered: Company[], say: ReviewSay): SelectModel {
  const option = (one: Company, label: string): Option => {
    return { value: idValue(one.id), label, isChosen: one.id === company?.id };
  };
  const like = candidates.map((one) => option(one.company, say(one.likeness, { company: one.company.name })));
  const isLike = new Set(candidates.map((one) => one.company.id));
  const chosen = company && !isLike.has(company.id) ? [company] : [];
  const others = [...chosen, ...offered.filter(({ id }) => !isLike.has(id))];
  return {
    name: companyField(portal.slug),
    label: say("portal_of", { company: portal.companyName }),
    options: [
      { value: NONE, label: say("leave_closed"), isChosen: company === null },
      ...like,
      ...others.map((one) => option(one, say("other", { company: one.name }))),
    ],
  };
}

function limitSelect(
  { limit, kind, contacts, choices }: CarriedLimit,
  portals: PortalLink[],
  say: ReviewSay,
): SelectModel {
  const company = portals.find(({ portal }) => portal.id === limit.portalId)?.portal.companyName ?? "";
  const option = (contact: Contact): Option => ({
    value: idValue(contact.id),
    label: say("contact", { name: contact.name, email: contact.emails[0] ?? say("no_email") }),
    isChosen: contacts.includes(contact),
  });
  return {
    name: contactField(limit),
    label: say("limited_at", { name: limit.contactName, company }),
    options: [
      { value: "", label: say("choose"), isChosen: kind === "undecided" },
      ...(choices ?? []).map(option),
      { value: NONE, label: say("let_go"), isChosen: kind === "let_go" },
    ],
  };
}
