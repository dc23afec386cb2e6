import { keepPsa } from "../commands/keep-psa.ts";
import { switchPsa } from "../commands/switch-psa.ts";
import { LOCALE } from "../lib/locale.ts";
import { choicesIn } from "../office/review/choices.ts";
import { presentReview, type ReviewModel } from "../office/review/present.ts";
import type { GroupModel } from "../office/review/present-groups.ts";
import { type ReviewAnswer, reviewSwitch } from "../switching/review-switch.ts";
import { type Answer, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, doerOf, psaOf, requireFirm } from "./context.ts";
import { forgetRead } from "./forget-read.ts";
import { patiently } from "./patiently.ts";
import { systemText } from "./system-text.ts";

type ReviewOptions = { firm: string; choose?: string[] };

/** What letting the pending connection take over would do; nothing is changed. */
export async function connectionReview(context: CommandContext, options: ReviewOptions): Promise<Answer> {
  const { answer, choices } = await review(context, options);
  const model = presentReview({
    answer,
    choices,
    isStale: false,
    wasForgotten: false,
    now: context.now,
    locale: LOCALE,
  });
  const seen = answer.kind === "ready" && answer.plan.change ? answer.digest : null;
  const { heading, lead, problems, summary, groups, shows, note } = model;
  const next = seen === null ? [] : ["", `To switch: prolens connection switch --firm ${options.firm} --seen ${seen}`];
  return {
    json: { firm: options.firm, heading, problems, summary, groups, shows, choices: optionsOf(model), seen },
    lines: [
      heading,
      ...(answer.kind === "ready" ? [lead] : []),
      ...problems,
      "",
      ...summary.map(({ term, text }) => `${term}: ${text}`),
      ...linesOf(model),
      ...(shows ? ["", shows] : []),
      ...(note ? ["", note] : []),
      ...next,
    ],
    exitCode: answer.kind === "no_answer" ? exitCodes.cannotTell : exitCodes.done,
  };
}

/** Lets the pending connection take over, exactly as it was reviewed; where something has changed since, nothing is done. */
export async function connectionSwitch(
  context: CommandContext,
  options: ReviewOptions & { seen: string },
): Promise<Answer> {
  const { answer, firm } = await review(context, options);
  if (answer.kind !== "ready") return nothingDone(options.firm);
  const { digest, plan, links } = answer;
  if (digest !== options.seen || !plan.change || !links.pending) return nothingDone(options.firm);
  const change = { ...plan.change, connectionId: links.pending.id };
  const { kind } = await switchPsa(context.db, doerOf(context, firm), { change, seen: links });
  if (kind === "changed") return nothingDone(options.firm);
  const { from, to } = answer;
  const untold = await forgetRead(context, links.current?.id ?? null);
  return {
    json: { firm: options.firm, from, to },
    lines: [`${firm.name} now reads from ${systemText(to)}.`, ...untold],
  };
}

/** Gives the switch up. */
export async function connectionKeep(context: CommandContext, options: { firm: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const isDropped = await keepPsa(context.db, doerOf(context, firm));
  const lines = [isDropped ? `${firm.name} reads on as it does.` : `${firm.name} has no switch under way.`];
  return { json: { firm: firm.slug, dropped: isDropped }, lines };
}

type Reviewed = { kind: "nothing" };

async function review(context: CommandContext, { firm: slug, choose = [] }: ReviewOptions) {
  const firm = await requireFirm(context, slug);
  const choices = Object.fromEntries(choose.map(chosen));
  const psa = await psaOf(context);
  const parts = { db: context.db, now: context.now, firm, psa, waiting: "toTheEnd" } as const;
  const answer = await patiently(psa, () => reviewSwitch(parts, choicesIn(choices)));
  if (answer.kind === "nothing") throw new WrongUse(`${firm.name} has no switch under way`);
  return { firm, choices, answer: answer satisfies Exclude<ReviewAnswer, Reviewed> };
}

/** A choice as the reviews print it. */
export function chosen(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new WrongUse(`"${text}" is no choice; write it as \`prolens connection review\` shows them`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The answer of a command that was agreed to as things no longer are. `again`: the command that shows them as they are now. */
export function nothingDone(firm: string, again = `prolens connection review --firm ${firm}`): Answer {
  const lines = ["Something has changed since the review, so nothing was done.", again];
  return { json: { firm, fault: "changed" }, lines, exitCode: exitCodes.refused };
}

/** What can be chosen, each with the option that chooses it. */
export function optionsOf({ form }: ReviewModel) {
  return (form?.open ?? []).map(({ name, label, options }) => ({
    label,
    options: options.map(({ value, label }) => ({ choose: `${name}=${value}`, label })),
  }));
}

/** The same, and whom it concerns, for people. */
export function linesOf(model: ReviewModel): string[] {
  const choices = optionsOf(model).flatMap(({ label, options }) => [
    "",
    label,
    ...options.map(({ choose, label }) => `  --choose '${choose}'  ${label}`),
  ]);
  return [...choices, ...model.groups.flatMap(groupLines)];
}

function groupLines({ title, rows, more }: GroupModel): string[] {
  const told = rows.map(
    ({ name, about, text }) => `  ${[name, about, text].filter((part) => part !== "").join(" · ")}`,
  );
  return ["", title, ...told, ...(more ? [`  ${more}`] : [])];
}
