// What the firm's admins are told about the connection to their PSA: what is wrong, what clients see, and what mends it.
import type { HealthState } from "../domain/connection-health.ts";
import { formatClock, formatMoment } from "../ui/format/moment.ts";
import { healthMailWords } from "./health-words.ts";
import { letter } from "./letter.ts";

type HealthMail<To> = {
  to: To;
  firmName: string;
  state: HealthState;
  /** Said in the locale, like `remedy` and `clients`. */
  reason: string;
  remedy: string | null;
  clients: string;
  /** What the PSA said itself, or why nothing came; null where that adds nothing. */
  cameBack: string | null;
  /** By its name; null of a folder. */
  vendor: string | null;
  /** Since when it is so; where it is over, since when it was not. */
  since: Date;
  now: Date;
  /** Settings → Connections. */
  address: string;
  locale: string;
};

const HOUR_MS = 3_600_000;

/** To an admin: how the connection is now, and since when something is wrong or was. */
export function healthMail<To extends string>(about: HealthMail<To>) {
  const { to, firmName, state, reason, remedy, clients, cameBack, vendor, address, locale } = about;
  const say = healthMailWords(locale);
  const isOver = state === "green";
  return letter({
    to,
    fromName: firmName,
    locale,
    subject: say(`subject_${state}`, { vendor: vendor ?? "none" }),
    paragraphs: [
      `${reason} ${say(isOver ? "was" : "since", { since: sinceWhen(about) })}`,
      say(isOver ? "clients_now" : "clients", { clients }),
      ...(remedy ? [say("to_do", { remedy })] : []),
      ...(cameBack ? [say("came_back", { cameBack })] : []),
      say("page"),
      { link: address, label: say("open") },
      say("once"),
    ],
  });
}

/** A mail is read later: "14:05 UTC", never "6 minutes ago". */
function sinceWhen({ since, now, locale }: Pick<HealthMail<string>, "since" | "now" | "locale">): string {
  return now.getTime() - since.getTime() < HOUR_MS ? formatClock(since, locale) : formatMoment(since, now, locale).text;
}
