import { invariant } from "../../src/lib/invariant.ts";
import { companies } from "../data/companies.ts";
import type { SampleCompany } from "../data/types.ts";
import { workdayBefore } from "./calendar.ts";
import { type Dice, diceFrom } from "./dice.ts";
import type { PlannedProject } from "./plan.ts";

export type SampleInvoice = {
  projectId: string | null;
  company: SampleCompany;
  issued: number;
  due: number;
  amountCents: number;
  paidCents: number;
  paid: number | null;
};

/** Work on call that belongs to no project. */
const callOffs = [
  { companyId: "c-12", amountCents: 286_000, issued: -67 },
  { companyId: "c-15", amountCents: 412_550, issued: -39 },
  { companyId: "c-31", amountCents: 145_000, issued: -25 },
];

const LAST_THURSDAY = -4;
const LAST_FRIDAY = -3;

/** Monthly progress invoices of every project and a few without one, in order of issue. */
export function sampleInvoices(plans: PlannedProject[]): SampleInvoice[] {
  return [...plans.flatMap(progressInvoices), ...callOffs.map(callOffInvoice)].sort((a, b) => a.issued - b.issued);
}

function progressInvoices(plan: PlannedProject): SampleInvoice[] {
  const dice = diceFrom(`invoices of ${plan.project.id}`);
  const drafts = progressAmounts(plan);
  return drafts.map(({ issued, amountCents }, index) => {
    const isDisputed = plan.project.hasDisputedInvoice === true && index === drafts.length - 1;
    const invoice = { projectId: plan.project.id, company: plan.company, issued, amountCents };
    return isDisputed ? unpaid(invoice) : settled(invoice, dice);
  });
}

/** Every four weeks on a Thursday, what was earned since the last invoice; small amounts wait for the next one. */
function progressAmounts(plan: PlannedProject): { issued: number; amountCents: number }[] {
  const workedTo = Math.max(...plan.phases.filter((phase) => phase.percent > 0).map((phase) => phase.workedTo));
  const amounts: { issued: number; amountCents: number }[] = [];
  let billed = 0;
  for (let issued = plan.from + 31; issued <= LAST_THURSDAY; issued += 28) {
    const isLast = issued > workedTo;
    const isFinal = isLast && plan.percent === 100;
    const unbilled = earnedCents(plan, issued) - billed;
    const amountCents = isFinal ? unbilled : Math.floor(unbilled / 1_000) * 1_000;
    if (amountCents > (isFinal ? 0 : plan.project.fee * 2)) {
      amounts.push({ issued, amountCents });
      billed += amountCents;
    }
    if (isLast) break;
  }
  return amounts;
}

function earnedCents(plan: PlannedProject, day: number): number {
  const parts = plan.phases.map(({ from, workedTo, feeCents, percent }) => {
    const elapsed = Math.min(1, Math.max(0, (day - from) / (workedTo - from)));
    return (feeCents * percent * elapsed) / 100;
  });
  return Math.floor(parts.reduce((sum, part) => sum + part, 0));
}

function callOffInvoice({ companyId, amountCents, issued }: (typeof callOffs)[number]): SampleInvoice {
  const company = companies.find((candidate) => candidate.id === companyId);
  invariant(company, `company ${companyId}`);
  return settled({ projectId: null, company, issued, amountCents }, diceFrom(`call-off of ${companyId}`));
}

type Unsettled = Omit<SampleInvoice, "due" | "paidCents" | "paid">;

function unpaid(invoice: Unsettled): SampleInvoice {
  return { ...invoice, due: invoice.issued + invoice.company.termsDays, paidCents: 0, paid: null };
}

/** Paid when the client's habit says so; one in four of those still open after four weeks has been paid by half. */
function settled(invoice: Unsettled, dice: Dice): SampleInvoice {
  const paid = workdayBefore(invoice.issued + invoice.company.paysAfterDays + dice.between(-6, 8));
  const hasPaidHalf = dice.between(1, 4) === 1;
  if (paid <= LAST_FRIDAY) return { ...unpaid(invoice), paidCents: invoice.amountCents, paid };
  if (!hasPaidHalf || invoice.issued > -28) return unpaid(invoice);
  return {
    ...unpaid(invoice),
    paidCents: Math.round(invoice.amountCents / 200) * 100,
    paid: workdayBefore(LAST_FRIDAY - dice.between(0, 10)),
  };
}
