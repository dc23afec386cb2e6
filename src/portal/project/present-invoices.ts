import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Money } from "../../domain/money.ts";
import type { Invoice } from "../../domain/project.ts";
import type { SumsModel } from "../../ui/components/sums-table.tsx";
import { formatPlainDay } from "../../ui/format/day.ts";
import { formatMoney, formatSums } from "../../ui/format/money.ts";
import { formatCount } from "../../ui/format/number.ts";
import type { Link } from "../../ui/frame.ts";
import type { PartialModel } from "../unread.ts";
import { moneyWords } from "./money-words.ts";
import { sumMoney } from "./sum-money.ts";

export type InvoicesModel = InvoiceSums & { table: SumsModel | null };

export type InvoiceSums = {
  heading: string;
  /** What is open, overdue, paid, and all together, in each currency; those that come to nothing are left out. */
  totals: { label: string; value: string }[];
  /** That they are not all there; null where they are. */
  note: string | null;
};

export type InvoiceContext = { today: CalendarDate; locale: string };

/** `partial`: there are others that could not be read, so that no count and no sum of these is told; null or absent where these are all. */
export type InvoicesContext = InvoiceContext & { partial?: PartialModel | null };

/** The invoices of one project; null when there is none. */
export function presentInvoices(invoices: Invoice[], context: InvoicesContext): InvoicesModel | null {
  if (invoices.length === 0 && !context.partial) return null;
  return {
    ...presentInvoiceSums(invoices, context),
    table: invoices.length === 0 ? null : presentInvoiceTable(sortInvoices(invoices), context),
  };
}

/** How many are open and overdue, and what they come to. */
export function presentInvoiceSums(invoices: Invoice[], context: InvoicesContext): InvoiceSums {
  const { today, locale, partial } = context;
  if (partial) return { ...partial, totals: [] };
  const open = invoices.filter(({ isPaid }) => !isPaid);
  const late = open.filter((invoice) => isOverdue(invoice, today));
  return {
    heading: headingOf({ all: invoices.length, open: open.length, late: late.length }, locale),
    totals: presentTotals({ all: invoices, open, late }, locale),
    note: null,
  };
}

/** These invoices as a table, in the order given. */
function presentInvoiceTable(invoices: Invoice[], context: InvoiceContext): SumsModel {
  const say = moneyWords(context.locale);
  return {
    label: say("table"),
    columns: [say("invoice"), say("issued"), say("due"), ...plainColumns(context)],
    rows: invoices.map((invoice) => rowOf(invoice, context)),
  };
}

/** The same narrower, for invoices of several projects: `placeOf` says which, and the state says since when. */
export function presentPlacedInvoices(
  invoices: Invoice[],
  context: InvoiceContext,
  placeOf: (invoice: Invoice) => Link | string,
): SumsModel {
  const { today, locale } = context;
  const say = moneyWords(locale);
  return {
    label: say("table"),
    columns: [say("invoice"), ...plainColumns(context)],
    rows: invoices.map((invoice) => ({
      id: invoice.id,
      isSettled: invoice.isPaid,
      cells: [
        { text: invoice.number, place: placeOf(invoice) },
        formatMoney(invoice.amount, locale),
        { text: datedState(invoice, context), isLate: isOverdue(invoice, today) },
      ],
    })),
  };
}

/** What somebody looks for: a sum of money and a word say what they are. */
function plainColumns({ locale }: InvoiceContext): SumsModel["columns"] {
  const say = moneyWords(locale);
  return [
    { label: say("amount"), isPlain: true },
    { label: say("state"), isPlain: true },
  ];
}

/** As the pages list them: those to be paid first, the earliest due before the others; then the paid ones, newest first. */
export function sortInvoices(invoices: Invoice[]): Invoice[] {
  const dueOf = ({ isPaid, dueOn }: Invoice) => (isPaid ? "" : (dueOn ?? "9999"));
  return [...invoices].sort(
    (a, b) =>
      Number(a.isPaid) - Number(b.isPaid) ||
      dueOf(a).localeCompare(dueOf(b)) ||
      b.issuedOn.localeCompare(a.issuedOn) ||
      // Ids are each PSA's own; of one day they stand alike wherever they come from.
      a.number.localeCompare(b.number) ||
      a.id.localeCompare(b.id),
  );
}

/** How an invoice stands, in a word. */
export function stateOfInvoice(invoice: Invoice, { today, locale }: InvoiceContext): string {
  const say = moneyWords(locale);
  if (invoice.isPaid) return say("isPaid");
  return say(isOverdue(invoice, today) ? "isOverdue" : "isOpen");
}

/** What has been paid of these, each currency by itself: in full or in part. */
export function paidSums(invoices: Invoice[]): Money[] {
  return sumMoney(invoices.flatMap(({ isPaid, amount, paid }) => (isPaid ? amount : (paid ?? []))));
}

/** What is left to pay of these, each currency by itself. */
export function openSums(invoices: Invoice[]): Money[] {
  return sumMoney(invoices.filter(({ isPaid }) => !isPaid).map(openAmount));
}

type Sorted = { all: Invoice[]; open: Invoice[]; late: Invoice[] };

function presentTotals({ all, open, late }: Sorted, locale: string): InvoicesModel["totals"] {
  const say = moneyWords(locale);
  const sums: [label: string, sums: Money[]][] = [
    [say("open"), openSums(open)],
    [say("overdue"), openSums(late)],
    [say("paid"), paidSums(all)],
    [say("total"), sumMoney(all.map(({ amount }) => amount))],
  ];
  return sums.flatMap(([label, own]) => (own.length === 0 ? [] : [{ label, value: formatSums(own, locale) }]));
}

function headingOf({ all, open, late }: { all: number; open: number; late: number }, locale: string): string {
  const say = moneyWords(locale);
  if (open === 0) return say("allPaid", { count: all });
  return late === 0
    ? say("someOpen", { count: open })
    : say("someOverdue", { count: open, late: formatCount(late, locale) });
}

function rowOf(invoice: Invoice, context: InvoiceContext): SumsModel["rows"][number] {
  const { id, number, issuedOn, dueOn, isPaid, amount } = invoice;
  const { today, locale } = context;
  const state = isPaid ? datedState(invoice, context) : stateOfInvoice(invoice, context);
  return {
    id,
    isSettled: isPaid,
    cells: [
      number,
      formatPlainDay(issuedOn, today, locale),
      dueOn === null ? "–" : formatPlainDay(dueOn, today, locale),
      formatMoney(amount, locale),
      { text: state, isLate: isOverdue(invoice, today) },
    ],
  };
}

/** How an invoice stands, and since or until when where that is known. */
function datedState(invoice: Invoice, context: InvoiceContext): string {
  const { today, locale } = context;
  const say = moneyWords(locale);
  const date = invoice.isPaid ? invoice.paidOn : invoice.dueOn;
  if (date === null) return stateOfInvoice(invoice, context);
  const day = formatPlainDay(date, today, locale);
  if (invoice.isPaid) return say("isPaidOn", { day });
  return say(isOverdue(invoice, today) ? "isOverdueSince" : "isDueOn", { day });
}

/** Whether it should have been paid before today. */
export function isOverdue({ isPaid, dueOn }: Invoice, today: CalendarDate): boolean {
  return !isPaid && dueOn !== null && dueOn < today;
}

/** What is left to pay of one that was paid in part. */
function openAmount({ amount, paid }: Invoice): Money {
  if (!paid) return amount;
  const [rest] = sumMoney([amount, negated(paid)]);
  return rest ?? amount;
}

/** The same amount the other way. */
export function negated({ amount, currency }: Money): Money {
  return { amount: amount.startsWith("-") ? amount.slice(1) : `-${amount}`, currency };
}
