import { switchOfField } from "../../access/checks/content.ts";
import { listed } from "../../access/explain/texts.ts";
import type { FieldName } from "../../domain/template.ts";
import { visibilitySwitchNames } from "../../domain/visibility.ts";
import { switchWords } from "./switch-words.ts";

/** These fields within a sentence, by the names of their switches: "fee and hourly rates". */
export function namedFields(fields: readonly FieldName[], locale: string): string {
  const names = visibilitySwitchNames.filter((name) => fields.some((field) => switchOfField[field] === name));
  return listed(
    names.map((name) => switchWords(locale)(`${name}_named`)),
    "",
    locale,
  );
}
