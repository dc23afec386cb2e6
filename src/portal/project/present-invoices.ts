import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Money } from "../../domain/money.ts";
import type { Invoice } from "../../domain/project.ts";
import type { SumsModel } from "../../ui/components/sums-table.tsx";
import { formatPlainDay } from "../../ui/format/day.ts";
import { formatMoney, formatSums } from "../../ui/format/money.ts";
import { formatCount } from "../../ui/format/number.ts";
import { moneyWords } from "./money-words.ts";
import { sumMoney } from "./sum-money.ts";

export type InvoicesModel = {
  heading: string;
  /** What is open, overdue, paid, and all together, in each currency; those that come to nothing are left out. */
  totals: { label: string; value: string }[];
  table: SumsModel;
};

type Context = { today: CalendarDate; locale: string };

/** Open and overdue ones first, then the paid ones, newest first; null when there is none. */
export function presentInvoices(invoices: Invoice[], context: Context): InvoicesModel | null {
  if (invoices.length === 0) return null;
  const say = moneyWords(context.locale);
  const sorted = sortInvoices(invoices);
  const open = sorted.filter(({ isPaid }) => !isPaid);
  const late = open.filter((invoice) => isOverdue(invoice, context.today));
  return {
    heading: headingOf({ all: invoices.length, open: open.length, late: late.length }, context.locale),
    totals: presentTotals({ all: invoices, open, late }, context.locale),
    table: {
      label: say("table"),
      columns: [say("invoice"), say("issued"), say("due"), say("amount"), say("state")],
      rows: sorted.map((invoice) => rowOf(invoice, context)),
    },
  };
}

/** As the page lists them. */
export function sortInvoices(invoices: Invoice[]): Invoice[] {
  return [...invoices].sort(
    (a, b) => Number(a.isPaid) - Number(b.isPaid) || b.issuedOn.localeCompare(a.issuedOn) || a.id.localeCompare(b.id),
  );
}

/** How an invoice stands, in a word. */
export function stateOfInvoice(invoice: Invoice, { today, locale }: Context): string {
  const say = moneyWords(locale);
  if (invoice.isPaid) return say("isPaid");
  return say(isOverdue(invoice, today) ? "isOverdue" : "isOpen");
}

/** What has been paid of these, each currency by itself: in full or in part. */
export function paidSums(invoices: Invoice[]): Money[] {
  return sumMoney(invoices.flatMap(({ isPaid, amount, paid }) => (isPaid ? amount : (paid ?? []))));
}

type Sorted = { all: Invoice[]; open: Invoice[]; late: Invoice[] };

function presentTotals({ all, open, late }: Sorted, locale: string): InvoicesModel["totals"] {
  const say = moneyWords(locale);
  const sums: [label: string, sums: Money[]][] = [
    [say("open"), sumMoney(open.map(openAmount))],
    [say("overdue"), sumMoney(late.map(openAmount))],
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

function rowOf(invoice: Invoice, context: Context): SumsModel["rows"][number] {
  const { id, number, issuedOn, dueOn, paidOn, isPaid, amount } = invoice;
  const { today, locale } = context;
  const state = stateOfInvoice(invoice, context);
  const day = paidOn === null ? null : formatPlainDay(paidOn, today, locale);
  return {
    id,
    isSettled: isPaid,
    cells: [
      number,
      formatPlainDay(issuedOn, today, locale),
      dueOn === null ? "–" : formatPlainDay(dueOn, today, locale),
      formatMoney(amount, locale),
      {
        text: isPaid && day !== null ? moneyWords(locale)("isPaidOn", { day }) : state,
        isLate: isOverdue(invoice, today),
      },
    ],
  };
}

function isOverdue({ isPaid, dueOn }: Invoice, today: CalendarDate): boolean {
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
