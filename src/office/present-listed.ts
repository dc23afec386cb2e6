import type { PsaTrouble } from "../access/facts.ts";
import { hasAnswered, isStillReading, type Listed, type StillReading } from "../psa/patient-listing.ts";
import { formatMoment } from "../ui/format/moment.ts";
import type { Link } from "../ui/frame.ts";
import { listedWords } from "./listed-words.ts";
import { presentTrouble } from "./present-trouble.ts";
import { RELOAD_AFTER_S } from "./reload.ts";

/**
 * How old a list is, and why, or that it is still being read or that nothing is connected; null where it is as it is now, or where
 * the PSA said why there is none.
 */
export function presentListed(listed: Listed<unknown>, { now, locale }: { now: Date; locale: string }): string | null {
  const say = listedWords(locale);
  if ("kind" in listed && listed.cause === "psa.not_connected") return say("not_connected");
  if ("kind" in listed) return isStillReading(listed) ? `${say("reading")}${farOf(listed, locale)}` : null;
  const { late, readAt } = listed;
  if (late === null) return null;
  const when = formatMoment(readAt, now, locale).text;
  if (isStillReading(late)) return `${say("late_reading", { when })}${farOf(late, locale)}`;
  return say("late", { when, why: presentTrouble(late, locale) });
}

/** That everybody is still being read, how far that is, and where it is seen how far it is then. */
export type ReadingModel = {
  text: string;
  link: Link;
  /** That the page loads itself again while nobody types, so many seconds after it came; null where it does not, or a header sees to it. */
  untilTyped: { text: string; afterS: number } | null;
};

/** What a page says above its list: calmly that it is being read, or as trouble why it is old or missing; neither where it is as it is now. */
export type ListedModel = { reading: ReadingModel | null; trouble: string | null };

/** For a page with a field to type into. `reloads`: whether it loads itself again while the list is missing. `href`: where it stands. */
export function presentListing(
  listed: Listed<unknown>,
  { reloads, ...at }: { now: Date; locale: string; href: string; reloads: boolean },
): ListedModel {
  const isMissing = "kind" in listed;
  const [trouble, readAt] = isMissing ? [listed, null] : [listed.late, listed.readAt];
  const reading = presentReading(trouble, { ...at, readAt, reloads: false });
  const untilTyped =
    isMissing && reloads ? { text: listedWords(at.locale)("reloads_until_typed"), afterS: RELOAD_AFTER_S } : null;
  return {
    reading: reading && { ...reading, untilTyped },
    trouble: reading === null ? presentListed(listed, at) : null,
  };
}

/** `readAt`: of what is shown meanwhile; null where there is nothing, and the page loads itself again. Null where nothing is being read. */
export function presentReading(
  trouble: PsaTrouble | null,
  {
    readAt,
    now,
    locale,
    href,
    reloads = true,
  }: {
    readAt: Date | null;
    now: Date;
    locale: string;
    href: string;
    reloads?: boolean;
  },
): ReadingModel | null {
  if (!isStillReading(trouble)) return null;
  const say = listedWords(locale);
  const begun = hasAnswered(trouble) ? say("being_read") : say("not_answered");
  const state = readAt === null ? begun : say("read_anew", { when: formatMoment(readAt, now, locale).text });
  const next = readAt === null && reloads ? ` ${say("reloads")}` : "";
  return {
    text: `${state}${next}${farOf(trouble, locale)}`,
    link: { label: say("load_again"), href },
    untilTyped: null,
  };
}

/** How much has been read so far, and of how much once the PSA has said so of all that is read. */
function farOf({ progress }: StillReading, locale: string): string {
  const say = listedWords(locale);
  if (progress === null) return "";
  const { read, of } = progress;
  if (of !== null) return ` ${say("so_far", { read, of })}`;
  return read === 0 ? "" : ` ${say("so_far_uncounted", { read })}`;
}
