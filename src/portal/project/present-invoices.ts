import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Money } from "../../domain/money.ts";
import type { Invoice, Project, ProjectMargin } from "../../domain/project.ts";
import { formatPlainDay } from "../../ui/format/day.ts";
import { formatMoney } from "../../ui/format/money.ts";
import { formatPercent, formatQuantity } from "../../ui/format/number.ts";
import { sumMoney } from "./sum-money.ts";

export type InvoicesModel = {
  heading: string;
  /** "Open: $4,000.00 and €300.00"; null when nothing is. */
  openText: string | null;
  rows: InvoiceRow[];
};
export type InvoiceRow = {
  number: string;
  issued: string;
  due: string;
  amount: string;
  state: { text: string; isLate: boolean };
};

export type FeeModel = { heading: string; percent: number | null; lines: { label: string; value: string }[] };

type Context = { today: CalendarDate; locale: string };

/** Open and overdue ones first, then the paid ones, newest first; null when there is none. */
export function presentInvoices(invoices: Invoice[], { today, locale }: Context): InvoicesModel | null {
  if (invoices.length === 0) return null;
  const sorted = [...invoices].sort(
    (a, b) => Number(a.isPaid) - Number(b.isPaid) || b.issuedOn.localeCompare(a.issuedOn) || a.id.localeCompare(b.id),
  );
  const open = sorted.filter(({ isPaid }) => !isPaid);
  const late = open.filter((invoice) => isOverdue(invoice, today));
  const sums = sumMoney(open.map(openAmount));
  return {
    heading: headingOf({ all: invoices.length, open: open.length, late: late.length }, locale),
    openText: open.length === 0 ? null : `Open: ${sums.map((sum) => formatMoney(sum, locale)).join(" and ")}`,
    rows: sorted.map((invoice) => rowOf(invoice, { today, locale })),
  };
}

/** How much of the agreed fee has been invoiced; null when no fee is shown. */
export function presentFee(
  { project, invoices, margins }: { project: Project; invoices: Invoice[]; margins: ProjectMargin[] },
  { locale }: Context,
): FeeModel | null {
  const { fee } = project;
  if (!fee) return null;
  const [invoiced] = sumMoney(invoices.map(({ amount }) => amount).filter(({ currency }) => currency === fee.currency));
  const percent = invoiced && Number(fee.amount) > 0 ? (Number(invoiced.amount) / Number(fee.amount)) * 100 : null;
  const margin = margins.find(({ projectId }) => projectId === project.id);
  return {
    heading:
      percent === null ? `Fee ${formatMoney(fee, locale)}` : `${formatPercent(percent, locale)} of the fee invoiced`,
    percent,
    lines: [
      { label: "Fee", value: formatMoney(fee, locale) },
      ...(invoiced ? [{ label: "Invoiced", value: formatMoney(invoiced, locale) }] : []),
      ...(margin ? [{ label: "Margin on hours", value: formatPercent(margin.percent, locale) }] : []),
    ],
  };
}

function headingOf({ all, open, late }: { all: number; open: number; late: number }, locale: string): string {
  if (open === 0) return `${formatQuantity(all, "invoice", "invoices", locale)}, all paid`;
  const openText = `${formatQuantity(open, "invoice", "invoices", locale)} open`;
  return late === 0 ? openText : `${openText}, ${late} overdue`;
}

function rowOf(invoice: Invoice, { today, locale }: Context): InvoiceRow {
  const { number, issuedOn, dueOn, paidOn, amount } = invoice;
  const isLate = isOverdue(invoice, today);
  const paidText = paidOn === null ? "paid" : `paid ${formatPlainDay(paidOn, today, locale)}`;
  return {
    number,
    issued: formatPlainDay(issuedOn, today, locale),
    due: dueOn === null ? "–" : formatPlainDay(dueOn, today, locale),
    amount: formatMoney(amount, locale),
    state: { text: invoice.isPaid ? paidText : isLate ? "overdue" : "open", isLate },
  };
}

function isOverdue({ isPaid, dueOn }: Invoice, today: CalendarDate): boolean {
  return !isPaid && dueOn !== null && dueOn < today;
}

/** What is left to pay of one that was paid in part. */
function openAmount({ amount, paid }: Invoice): Money {
  if (!paid) return amount;
  const [rest] = sumMoney([amount, { ...paid, amount: negated(paid.amount) }]);
  return rest ?? amount;
}

function negated(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : `-${amount}`;
}
