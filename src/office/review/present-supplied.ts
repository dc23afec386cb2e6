import { fieldWords } from "../../access/explain/field-names.ts";
import { listed } from "../../access/explain/texts.ts";
import type { FieldName } from "../../domain/template.ts";
import type { Review } from "../../switching/review-switch.ts";
import { suppliedWords } from "./supplied-words.ts";

type Told = { from: string; to: string; locale: string };

/**
 * What clients' pages lose because the new PSA has no way to supply it, and what they gain because the old one had none. A folder
 * can supply everything, and supplies what it has a file for.
 */
export function presentSupplied(
  { supplied: { lost, come }, from, to }: Pick<Review, "supplied" | "from" | "to">,
  { locale, ...names }: Told,
): { term: string; text: string }[] {
  const say = suppliedWords(locale);
  const named = (fields: FieldName[]) =>
    listed(
      fields.map((field) => fieldWords(locale)(field)),
      "",
      locale,
    );
  const lostTexts = [
    ...(lost.length > 0 ? [say("lost", { ...names, fields: named(lost) })] : []),
    ...(to === "csv" ? [say("lost_without_file")] : []),
  ];
  const comeTexts = [
    ...(come.length > 0 ? [say("come", { ...names, fields: named(come) })] : []),
    ...(from === "csv" ? [say("come_without_file", names)] : []),
  ];
  return [
    { term: say("lost_term"), text: lostTexts.join(" ") },
    { term: say("come_term"), text: comeTexts.join(" ") },
  ].filter(({ text }) => text !== "");
}
