import type { ConnectionStatus } from "../../data/queries/connections.ts";
import {
  accountIdOf,
  type PsaConnection,
  type PsaKind,
  vendorKinds,
  vendorName,
  vendorNames,
} from "../../domain/psa-connection.ts";
import { type CopyLabels, copyLabels } from "../../ui/components/copy-words.ts";
import { formatPlainDay } from "../../ui/format/day.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { REVIEW_PATH } from "../review/choices.ts";
import { type HealthModel, presentHealth } from "./health/present.ts";
import { type LargeModel, presentLarge } from "./health/present-large.ts";
import type { HealthNow } from "./load.ts";
import { connectPath, DISCONNECT_PATH, type Done, RECONNECT_PATH, TEST_PATH, TOKEN_PATH } from "./paths.ts";
import type { ReportModel } from "./present-report.ts";
import { connectionWords } from "./words.ts";

type Row = { term: string; text: string };

export type ConnectionsModel = {
  heading: string;
  lead: string;
  /** What has just been done, or why it could not be; null when nothing was asked for. */
  status: string | null;
  /** Null while nothing is read. */
  health: HealthModel | null;
  large: LargeModel | null;
  psa: {
    heading: string;
    state: string;
    text: string | null;
    /** To the review of another PSA that waits beside this one. */
    review: Link | null;
    rows: Row[];
    buttons: { label: string; target: FormTarget }[];
    links: Link[];
  };
  report: ReportModel | null;
  connect: ConnectModel | null;
  /** For whoever may only read. */
  adminsText: string | null;
  more: string;
};

export type ConnectModel = {
  heading: string | null;
  text: string | null;
  vendors: { name: string; text: string; link: Link }[];
  folder: { heading: string; text: string; command: { label: string; value: string; labels: CopyLabels } };
};

export type ConnectionsInput = HealthNow & {
  connection: ConnectionStatus | null;
  callsLeft: number | null;
  firmSlug: string;
  canChange: boolean;
  status: string | null;
  report: ReportModel | null;
  now: Date;
  locale: string;
};

/** What is connected, and what can be done with it. */
export function presentConnections(input: ConnectionsInput): ConnectionsModel {
  const { canChange, status, report, locale } = input;
  const say = connectionWords(locale);
  const psa = presentPsa(input);
  const { connection } = input;
  const health = connection?.isLive
    ? presentHealth(input.health, { ...input, ...whatMends(psa), vendor: vendorName(connection.kind) })
    : null;
  // Offered once: beside what is wrong, where that is what mends it.
  const links = psa.links.filter((link) => link !== health?.action);
  const buttons = psa.buttons.filter((button) => button !== health?.action);
  return {
    heading: say("heading"),
    lead: say("lead"),
    status,
    health,
    large: presentLarge(input.largeClients, locale),
    psa: { heading: say("psa"), ...psa, links, buttons },
    report,
    connect: canChange ? presentConnect(input) : null,
    adminsText: canChange ? null : say("admins"),
    more: say("more"),
  };
}

function presentPsa({
  connection,
  canChange,
  now,
  locale,
}: ConnectionsInput): Omit<ConnectionsModel["psa"], "heading"> {
  const say = connectionWords(locale);
  if (!connection)
    return { state: say("none"), text: say("none_text"), review: null, rows: [], buttons: [], links: [] };
  const rows = presentRows(connection, now, locale);
  const { isLive } = connection;
  const text = isLive ? null : say("disconnected_text");
  const { successor } = connection;
  const review = successor && canChange ? { label: waitsText(successor, locale), href: REVIEW_PATH } : null;
  const does = canChange ? whatCanBeDone(connection, locale) : { buttons: [], links: [] };
  return { state: say(isLive ? "connected" : "disconnected"), text, review, rows, ...does };
}

function presentRows(connection: ConnectionStatus, now: Date, locale: string): Row[] {
  const say = connectionWords(locale);
  const { kind, isLive, tokenOwner, createdAt, updatedAt } = connection;
  const dayText = (moment: Date) => formatPlainDay(dayOf(moment), dayOf(now), locale);
  const account = accountText(connection, locale);
  return [
    { term: say("system"), text: capital(systemName(kind, locale)) },
    ...(account === null ? [] : [{ term: say(kind === "harvest" ? "account_term" : "organisation"), text: account }]),
    ...(tokenOwner === null || !isLive ? [] : [{ term: say("token_of"), text: tokenOwner }]),
    { term: say("since"), text: dayText(createdAt) },
    // Nothing changes a connection after it was ended.
    ...(isLive ? [] : [{ term: say("disconnected_since"), text: dayText(updatedAt) }]),
  ];
}

type Account = PsaConnection & { organisation: string | null };

/** Whose data a vendor's connection reads, by name and number; null for a folder. */
function accountText(connection: Account, locale: string): string | null {
  const say = connectionWords(locale);
  const { organisation } = connection;
  const id = accountIdOf(connection);
  if (id === null) return null;
  return organisation === null ? say("account_id", { id }) : say("account", { name: organisation, id });
}

function waitsText(successor: Account, locale: string): string {
  const parts = [systemName(successor.kind, locale), accountText(successor, locale)];
  return connectionWords(locale)("review_waits", { system: parts.filter((part) => part !== null).join(", ") });
}

/** A folder has no token to ask for, so one press reconnects it. */
function whatCanBeDone({ id, kind, isLive }: ConnectionStatus, locale: string) {
  const say = connectionWords(locale);
  const button = (label: "test" | "reconnect", action: string) => ({
    label: say(label),
    target: { action, fields: { connection: id } },
  });
  const link = (label: "rotate" | "disconnect" | "reconnect", href: string) => ({ label: say(label), href });
  if (isLive) {
    const rotate = kind === "csv" ? [] : [link("rotate", TOKEN_PATH)];
    return { buttons: [button("test", TEST_PATH)], links: [...rotate, link("disconnect", DISCONNECT_PATH)] };
  }
  return kind === "csv"
    ? { buttons: [button("reconnect", RECONNECT_PATH)], links: [] }
    : { buttons: [], links: [link("reconnect", RECONNECT_PATH)] };
}

/** Of what can be done, what may mend a trouble. */
function whatMends({ links, buttons }: Pick<ConnectionsModel["psa"], "links" | "buttons">) {
  return {
    rotate: links.find(({ href }) => href === TOKEN_PATH) ?? null,
    test: buttons.find(({ target }) => target.action === TEST_PATH) ?? null,
  };
}

function presentConnect({ connection, firmSlug, locale }: ConnectionsInput): ConnectModel {
  const say = connectionWords(locale);
  const value = `prolens connection add --firm ${firmSlug} --kind csv --dir FOLDER`;
  return {
    heading: connection ? say("connect_other") : null,
    text: connection ? say(connection.isLive ? "connect_beside_text" : "connect_other_text") : null,
    vendors: vendorKinds.map((kind) => ({
      name: vendorNames[kind],
      text: say("vendor_text", { vendor: vendorNames[kind], account: say(`account_${kind}`) }),
      link: { label: say("connect_vendor", { vendor: vendorNames[kind] }), href: connectPath(kind) },
    })),
    folder: {
      heading: say("csv_heading"),
      text: say("csv_text"),
      command: { label: say("csv_command"), value, labels: copyLabels(locale) },
    },
  };
}

/** What a kind of connection is called in a sentence. */
export function systemName(kind: PsaKind, locale: string): string {
  return kind === "csv" ? connectionWords(locale)("csv") : vendorNames[kind];
}

/** What has just been done, in words. */
export function sayDone(done: Done, kind: PsaKind, locale: string): string {
  return connectionWords(locale)(`done_${done}`, { system: systemName(kind, locale) });
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
