import { retell } from "../domain/psa-texts/retell.ts";
import { type Listed, stillReading } from "../psa/patient-listing.ts";
import { formatMoment } from "../ui/format/moment.ts";
import { listedWords } from "./listed-words.ts";

/**
 * How old a list is, and why, or that it is still being read or that nothing is connected; null where it is as it is now, or where
 * the PSA said why there is none.
 */
export function presentListed(listed: Listed<unknown>, { now, locale }: { now: Date; locale: string }): string | null {
  const say = listedWords(locale);
  if ("kind" in listed && listed.cause === "psa.not_connected") return say("not_connected");
  if ("kind" in listed) return listed.detail === stillReading.detail ? say("reading") : null;
  const { late, readAt } = listed;
  if (late === null) return null;
  const when = formatMoment(readAt, now, locale).text;
  if (late.detail === stillReading.detail) return say("late_reading", { when });
  return say("late", { when, detail: retell(late.detail, locale) });
}
