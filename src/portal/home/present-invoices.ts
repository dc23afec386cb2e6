// What the client owes and has paid, over all projects that they see and for their company as a whole.
import type { CompanyWork, Invoice } from "../../domain/project.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import type { SumsModel } from "../../ui/components/sums-table.tsx";
import { formatDistantDay } from "../../ui/format/day.ts";
import { formatMoney, formatSums } from "../../ui/format/money.ts";
import { type CsvFile, presentInvoicesCsv } from "../project/present-csv.ts";
import type { DownloadModel } from "../project/present-download.ts";
import {
  type InvoiceSums,
  isOverdue,
  openSums,
  presentInvoiceSums,
  presentPlacedInvoices,
  sortInvoices,
} from "../project/present-invoices.ts";
import { words as projectWords } from "../project/words.ts";
import { projectHref, type ShownProject, shownProjects } from "../shown-projects.ts";
import { lossOf, presentLeftOut, presentPartial } from "../unread.ts";
import type { HomeInput, HomeWork } from "./home-input.ts";
import { words } from "./words.ts";

/** Beyond these the page would be a list of invoices; the file has them all. */
const OPEN_MAX = 8;
const PAID_MAX = 12;

/** Speaks of several where nobody knows how many. */
const SOME = 2;

/** Where the page has them. */
export const INVOICES_ANCHOR = "invoices";

export type HomeInvoicesModel = InvoiceSums & {
  /** Those to be paid; null where all are paid. */
  open: SumsModel | null;
  /** The newest of those that are paid, below a summary to open. */
  paid: { summary: string; table: SumsModel } | null;
  /** "31 more are in the file." */
  more: string | null;
  /** None where some could not be read: a file goes on its own way. */
  download: DownloadModel | null;
};

/** The invoices that this person may see; those of a project without a page are not among them. */
export function shownInvoices(work: CompanyWork): {
  invoices: Invoice[];
  projectOf: (invoice: Invoice) => ShownProject | null;
} {
  const byId = new Map(shownProjects(work).map((project) => [project.id, project]));
  const projectOf = ({ projectId }: Invoice) => (projectId === null ? null : (byId.get(projectId) ?? null));
  const invoices = work.invoices.filter((invoice) => invoice.projectId === null || projectOf(invoice) !== null);
  return { invoices: sortInvoices(invoices), projectOf };
}

/** The block of invoices; null when there is none. */
export function presentHomeInvoices(input: HomeInput): HomeInvoicesModel | null {
  const { work, portalSlug, locale } = input;
  const { invoices, projectOf } = shownInvoices(work);
  const leftOut = presentLeftOut(work.unread, "invoices", input);
  if (leftOut) return { ...nothing, heading: leftOut.heading, note: leftOut.text };
  const partial = presentPartial(work.unread, "invoices", input);
  if (invoices.length === 0 && !partial) return null;
  const say = words(locale);
  const tableOf = (rows: Invoice[]) =>
    presentPlacedInvoices(rows, input, (invoice) => {
      const project = projectOf(invoice);
      return project ? { label: project.name, href: projectHref(portalSlug, project) } : say("no_project");
    });
  const [open, paid] = [invoices.filter(({ isPaid }) => !isPaid), invoices.filter(({ isPaid }) => isPaid)];
  // What is in no file is all on the page.
  const [openMax, paidMax] = partial ? [open.length, paid.length] : [OPEN_MAX, PAID_MAX];
  const count = Math.max(0, open.length - openMax) + Math.max(0, paid.length - paidMax);
  return {
    ...presentInvoiceSums(invoices, { ...input, partial }),
    open: open.length === 0 ? null : tableOf(open.slice(0, openMax)),
    paid:
      paid.length === 0
        ? null
        : { summary: say("show_paid", { count: paid.length }), table: tableOf(paid.slice(0, paidMax)) },
    more: count === 0 ? null : say("more_invoices", { count }),
    download: partial
      ? null
      : {
          label: projectWords(locale)("download"),
          about: projectWords(locale)("invoicesFile"),
          href: `/${portalSlug}/invoices.csv`,
        },
  };
}

/** A block without a single invoice. */
const nothing = { totals: [], open: null, paid: null, more: null, download: null };

/** Whether there are others that could not be read. */
function arePartial({ unread }: HomeWork): boolean {
  return lossOf(unread, "invoices") !== null;
}

/** The same invoices as a file; null where the page has none, or not all. */
export function presentHomeInvoicesCsv(input: Pick<HomeInput, "work" | "today" | "locale">): CsvFile | null {
  if (arePartial(input.work)) return null;
  const { invoices, projectOf } = shownInvoices(input.work);
  return presentInvoicesCsv(invoices, input, (invoice) => projectOf(invoice)?.name ?? "");
}

/** What is overdue, in one line however many they are; it leads to the block. Empty when nothing is. */
export function presentOverdue({ work, today, locale }: HomeInput): MilestoneModel[] {
  const overdue = shownInvoices(work).invoices.filter((invoice) => isOverdue(invoice, today));
  const [first, ...others] = overdue;
  if (!first?.dueOn) return [];
  const say = words(locale);
  const line = (name: string, when: string | null, count: number): MilestoneModel => ({
    ...{ name, when, who: null },
    flag: { kind: "late", text: say("overdue", { count }) },
    project: { name: say("show_invoices"), href: `#${INVOICES_ANCHOR}` },
  });
  // Others may be overdue too: a number, a sum or a day would pass for all of them.
  if (arePartial(work)) return [line(say("invoices"), null, SOME)];
  const [sum] = openSums([first]);
  const name =
    others.length === 0
      ? say("invoice", { number: first.number, amount: formatMoney(sum ?? first.amount, locale) })
      : say("invoices_of", { count: overdue.length, sums: formatSums(openSums(overdue), locale) });
  return [line(name, formatDistantDay(first.dueOn, today, locale), overdue.length)];
}
