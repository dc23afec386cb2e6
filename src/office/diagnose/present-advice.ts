// The one recommendation, and what else could be done, folded under it. Pure.
import type { Decision, Step } from "../../access/decision.ts";
import { explainForFirm, stepToMend } from "../../access/explain/firm.ts";
import { fixFor } from "../../access/explain/fix.ts";
import { onNextLoad } from "../../access/explain/texts.ts";
import type { Diagnosis } from "../../diagnosis/diagnose-person.ts";
import type { FormTarget } from "../../ui/frame.ts";
import { adviceWords } from "./advice-words.ts";
import { type FixAbout, fixForm } from "./fix-form.ts";
import { sentence } from "./present-steps.ts";

export type AdviceModel = {
  /** What to do, in one sentence or two. Copied where it is to be done elsewhere. */
  text: string;
  isToCopy: boolean;
  countsText: string | null;
  button: { label: string; target: FormTarget } | null;
};

export type Advice = {
  heading: string;
  /** In place of a recommendation, where nothing needs one. */
  noneText: string;
  othersLabel: string;
  copy: { label: string; doneLabel: string };
} & Chosen;

type Chosen = { main: AdviceModel | null; others: { why: string | null; advice: AdviceModel }[] };

/** `canChange`: viewers get words only. */
type For = { canChange: boolean; locale: string };

/** What mends the decision's first trouble, and beside it every other trouble and way. */
export function presentAdvice(diagnosis: Diagnosis, about: FixAbout, told: For): Advice {
  return frameAdvice(chooseAdvice(diagnosis, about, told), told.locale);
}

/** A recommendation with the words around it. */
export function frameAdvice(chosen: Chosen, locale: string): Advice {
  const say = adviceWords(locale);
  return {
    ...chosen,
    heading: say(chosen.main ? "do_this" : "nothing"),
    noneText: say("nothing_text"),
    othersLabel: say("more", { count: chosen.others.length }),
    copy: { label: say("copy"), doneLabel: say("copied") },
  };
}

function chooseAdvice({ decision, facts }: Diagnosis, about: FixAbout, { canChange, locale }: For): Chosen {
  const step = stepToMend(decision);
  if (!step?.cause) return { main: null, others: notes(decision, undefined, locale) };
  const fix = fixFor(decision);
  const form = fix && canChange ? fixForm(fix, about, locale) : null;
  const { remedy, otherwise } = explainForFirm(step.cause, decision, step, locale);
  const ways = otherwise === undefined ? [] : [{ why: null, advice: inWords(otherwise, locale) }];
  if (!form) return { main: inWords(remedy, locale), others: [...ways, ...notes(decision, step, locale)] };
  const main = { text: form.says, isToCopy: false, countsText: form.comes, button: form };
  const near = fix?.kind === "approve_alias" ? (facts.context?.nearMatches ?? []).slice(1) : [];
  const others = near.flatMap(({ contactId, contactName, contactEmail }) => {
    const other = fixForm({ kind: "approve_alias", contactId, contactName, contactEmail }, about, locale);
    return other ? [{ why: null, advice: { text: other.says, isToCopy: false, countsText: null, button: other } }] : [];
  });
  return { main, others: [...others, ...ways, ...notes(decision, step, locale)] };
}

function inWords(remedy: string, locale: string): AdviceModel {
  const counts = onNextLoad(locale);
  const isCounted = remedy.includes(counts);
  const text = remedy.replaceAll(counts, "").trim();
  return { text, isToCopy: isCounted, countsText: isCounted ? adviceWords(locale)("counts") : null, button: null };
}

/** Every other step that carries a cause: further trouble first found behind the first, and what the firm may know. */
function notes({ steps, ...decision }: Decision, mended: Step | undefined, locale: string): Chosen["others"] {
  return steps.flatMap((step) => {
    if (step === mended || step.cause === null) return [];
    const { reason, remedy } = explainForFirm(step.cause, { steps, ...decision }, step, locale);
    return [{ why: sentence(reason), advice: inWords(remedy, locale) }];
  });
}
