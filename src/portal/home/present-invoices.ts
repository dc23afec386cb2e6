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
import type { HomeInput } from "./home-input.ts";
import { words } from "./words.ts";

/** Beyond these the page would be a list of invoices; the file has them all. */
const OPEN_MAX = 8;
const PAID_MAX = 12;

/** Where the page has them. */
export const INVOICES_ANCHOR = "invoices";

export type HomeInvoicesModel = InvoiceSums & {
  /** Those to be paid; null where all are paid. */
  open: SumsModel | null;
  /** The newest of those that are paid, below a summary to open. */
  paid: { summary: string; table: SumsModel } | null;
  /** "31 more are in the file." */
  note: string | null;
  download: DownloadModel;
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
  if (invoices.length === 0) return null;
  const say = words(locale);
  const tableOf = (rows: Invoice[]) =>
    presentPlacedInvoices(rows, input, (invoice) => {
      const project = projectOf(invoice);
      return project ? { label: project.name, href: projectHref(portalSlug, project) } : say("no_project");
    });
  const [open, paid] = [invoices.filter(({ isPaid }) => !isPaid), invoices.filter(({ isPaid }) => isPaid)];
  const count = Math.max(0, open.length - OPEN_MAX) + Math.max(0, paid.length - PAID_MAX);
  return {
    ...presentInvoiceSums(invoices, input),
    open: open.length === 0 ? null : tableOf(open.slice(0, OPEN_MAX)),
    paid:
      paid.length === 0
        ? null
        : { summary: say("show_paid", { count: paid.length }), table: tableOf(paid.slice(0, PAID_MAX)) },
    note: count === 0 ? null : say("more_invoices", { count }),
    download: {
      label: projectWords(locale)("download"),
      about: projectWords(locale)("invoicesFile"),
      href: `/${portalSlug}/invoices.csv`,
    },
  };
}

/** The same invoices as a file; null where the page has none. */
export function presentHomeInvoicesCsv(input: Pick<HomeInput, "work" | "today" | "locale">): CsvFile | null {
  const { invoices, projectOf } = shownInvoices(input.work);
  return presentInvoicesCsv(invoices, input, (invoice) => projectOf(invoice)?.name ?? "");
}

/** What is overdue, in one line however many they are; it leads to the block. Empty when nothing is. */
export function presentOverdue({ work, today, locale }: HomeInput): MilestoneModel[] {
  const overdue = shownInvoices(work).invoices.filter((invoice) => isOverdue(invoice, today));
  const [first, ...others] = overdue;
  if (!first?.dueOn) return [];
  const say = words(locale);
  const [sum] = openSums([first]);
  const name =
    others.length === 0
      ? say("invoice", { number: first.number, amount: formatMoney(sum ?? first.amount, locale) })
      : say("invoices_of", { count: overdue.length, sums: formatSums(openSums(overdue), locale) });
  return [
    {
      name,
      when: formatDistantDay(first.dueOn, today, locale),
      who: null,
      flag: { kind: "late", text: say("overdue", { count: overdue.length }) },
      project: { name: say("show_invoices"), href: `#${INVOICES_ANCHOR}` },
    },
  ];
}
