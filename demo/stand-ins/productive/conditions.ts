// Whether a resource passes the filters of a request: operators, comma lists and groups.
import { type Refusal, unsupportedFilter } from "./errors.ts";
import { type Filter, findFilter } from "./filters.ts";
import type { Library } from "./library.ts";
import type { ParamTree } from "./query.ts";
import type { Json, Resource } from "./resource.ts";

export type FilterRules = {
  /** Whether `filter[email]` takes `Dana@` for `dana@`. Not confirmed, so tests try both. */
  isEmailCaseSensitive: boolean;
  /** `collection/filter` that is accepted and does nothing [R for services/person_id]. */
  ignoredFilters: readonly string[];
  /** Compares timestamps to the second instead of the day (`filteringSkipDatetimeCastToDate`) [S]. */
  isTimeKept: boolean;
};

type Context = { type: string; library: Library; rules: FilterRules };

/** The first filter that the collection does not have, as a refusal. */
export function refuseFilters(tree: ParamTree, type: string): Refusal | null {
  for (const [name, below] of Object.entries(tree)) {
    if (name === "$op") continue;
    const isOperand = /^\d+$/.test(name);
    if (isOperand && typeof below === "object") {
      const refusal = refuseFilters(below, type);
      if (refusal) return refusal;
    } else if (!findFilter(type, name) || !hasKnownOperators(below)) return unsupportedFilter(name);
  }
  return null;
}

const operators = ["eq", "not_eq", "contains", "not_contain", "gt", "gt_eq", "lt", "lt_eq"];

function hasKnownOperators(below: string | ParamTree): boolean {
  return typeof below === "string" || Object.keys(below).every((name) => operators.includes(name));
}

/** All conditions of the tree hold, or any of them where it says `$op` or. */
export function passesFilters(resource: Resource, tree: ParamTree, context: Context): boolean {
  const verdicts = Object.entries(tree)
    .filter(([name]) => name !== "$op")
    .map(([name, below]) =>
      /^\d+$/.test(name) && typeof below === "object"
        ? passesFilters(resource, below, context)
        : passesFilter(resource, { name, below }, context),
    );
  return tree.$op === "or" ? verdicts.some(Boolean) : verdicts.every(Boolean);
}

function passesFilter(
  resource: Resource,
  { name, below }: { name: string; below: string | ParamTree },
  { type, library, rules }: Context,
): boolean {
  const filter = findFilter(type, name);
  if (!filter || rules.ignoredFilters.includes(`${type}/${name}`)) return true;
  const values = filter.valuesOf(resource, library).map((value) => comparable(value, name, rules));
  return Object.entries(comparisonsOf(below, filter)).every(([operator, operand]) => {
    const operands = String(operand)
      .split(",")
      .map((text) => comparable(text, name, rules));
    return compare(values, operator, operands);
  });
}

/** A plain value means `eq`, or what the filter's name says. */
function comparisonsOf(below: string | ParamTree, { bound }: Filter): ParamTree {
  return typeof below === "string" ? { [bound ?? "eq"]: below } : below;
}

/** As a text: null is empty; of a timestamp only the day counts, unless the time is kept. */
function comparable(value: Json, name: string, rules: FilterRules): string {
  const text = value === null ? "" : String(value);
  if (name.endsWith("_at")) return rules.isTimeKept && text.length > 10 ? secondsOf(text) : text.slice(0, 10);
  return name === "email" && !rules.isEmailCaseSensitive ? text.toLowerCase() : text;
}

function secondsOf(timestamp: string): string {
  return new Date(timestamp).toISOString().slice(0, 19);
}

function compare(values: string[], operator: string, operands: string[]): boolean {
  const isAny = (test: (value: string, operand: string) => boolean) =>
    values.some((value) => operands.some((operand) => test(value, operand)));
  switch (operator) {
    case "not_eq":
      return !isAny((value, operand) => value === operand);
    case "contains":
      return isAny((value, operand) => value.toLowerCase().includes(operand.toLowerCase()));
    case "not_contain":
      return !isAny((value, operand) => value.toLowerCase().includes(operand.toLowerCase()));
    case "gt":
      return isAny((value, operand) => value !== "" && order(value, operand) > 0);
    case "gt_eq":
      return isAny((value, operand) => value !== "" && order(value, operand) >= 0);
    case "lt":
      return isAny((value, operand) => value !== "" && order(value, operand) < 0);
    case "lt_eq":
      return isAny((value, operand) => value !== "" && order(value, operand) <= 0);
    default:
      return isAny((value, operand) => value === operand);
  }
}

/** Numbers as numbers, all else as text. */
function order(one: string, other: string): number {
  const difference = Number(one) - Number(other);
  if (!Number.isNaN(difference)) return difference;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
