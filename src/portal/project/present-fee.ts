import type { Money } from "../../domain/money.ts";
import type { Invoice, Project, ProjectMargin } from "../../domain/project.ts";
import { formatMoney } from "../../ui/format/money.ts";
import { formatPercent } from "../../ui/format/number.ts";
import { moneyWords } from "./money-words.ts";
import { negated, paidSums } from "./present-invoices.ts";
import { sumMoney } from "./sum-money.ts";

export type FeeModel = {
  heading: string;
  /** Parts of the fee as bars, each with its amount; none where nothing is known to be invoiced. */
  bars: { name: string; value: string; percent: number }[];
  lines: { label: string; value: string }[];
};

type FeeInput = { project: Project; invoices: Invoice[]; margins: ProjectMargin[] };

/** How much of the agreed fee has been invoiced and paid, and what is left; null when neither it nor the margin is shown. */
export function presentFee({ project, invoices, margins }: FeeInput, { locale }: { locale: string }): FeeModel | null {
  const { fee } = project;
  const say = moneyWords(locale);
  const margin = margins.find(({ projectId }) => projectId === project.id);
  const marginText = margin && formatPercent(margin.percent, locale);
  // The firm may show what is left of the hours' worth without the fee.
  if (!fee) return marginText ? { heading: say("marginOf", { percent: marginText }), bars: [], lines: [] } : null;
  const own = invoices.filter(({ amount }) => amount.currency === fee.currency);
  const [invoiced] = sumMoney(own.map(({ amount }) => amount));
  const percent = invoiced ? percentOf(invoiced, fee) : null;
  return {
    heading:
      percent === null
        ? say("feeOf", { fee: formatMoney(fee, locale) })
        : say("feeInvoiced", { percent: formatPercent(percent, locale) }),
    bars: invoiced && percent !== null ? presentBars({ fee, invoiced, paid: paidSums(own) }, locale) : [],
    lines: [
      { label: say("fee"), value: formatMoney(fee, locale) },
      ...(marginText ? [{ label: say("margin"), value: marginText }] : []),
    ],
  };
}

/** Null for a fee of nothing, of which nothing is a part. */
function percentOf(part: Money, fee: Money): number | null {
  return Number(fee.amount) > 0 ? (Number(part.amount) / Number(fee.amount)) * 100 : null;
}

type Burn = { fee: Money; invoiced: Money; paid: Money[] };

function presentBars({ fee, invoiced, paid }: Burn, locale: string): FeeModel["bars"] {
  const say = moneyWords(locale);
  const [rest] = sumMoney([fee, negated(invoiced)]);
  const isBeyond = rest?.amount.startsWith("-") === true;
  const bar = (name: string, part: Money) => ({
    name,
    value: formatMoney(part, locale),
    percent: percentOf(part, fee) ?? 0,
  });
  const own = paid.filter(({ currency }) => currency === fee.currency);
  return [
    bar(say("invoiced"), invoiced),
    ...own.map((sum) => bar(say("ofItPaid"), sum)),
    ...(rest ? [isBeyond ? bar(say("beyondFee"), negated(rest)) : bar(say("notInvoiced"), rest)] : []),
  ];
}
