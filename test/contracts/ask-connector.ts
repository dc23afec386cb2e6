// How the contract asks a connector.
import type { Call, PsaConnector } from "../../src/connectors/port.ts";
import { type Email, parseEmail } from "../../src/domain/email.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { invariant } from "../../src/lib/invariant.ts";

export const call: Call = { signal: new AbortController().signal, isUrgent: true };
export const company = (id: string) => id as CompanyId;

export function email(text: string): Email {
  const parsed = parseEmail(text);
  invariant(parsed !== null, `${text} is an email`);
  return parsed;
}

/** What the connector answers about this email alone. */
export async function findOne(connector: PsaConnector, asked: Email) {
  const [found] = await connector.findByEmails([asked], call);
  invariant(found, "one question has one answer");
  return found;
}

/** All but the version of the work, which some sources cannot say. */
export function questions(connector: PsaConnector, by: Call): (() => Promise<unknown>)[] {
  return [
    () => connector.findByEmails([email("jane.doe@acme.com")], by),
    () => connector.findCompany(company("c-1"), by),
    () => connector.listDirectory(by),
    () => connector.listProjects(by),
    () => connector.requireProjects(by),
    () => connector.readCompanyWork(company("c-1"), by),
    () => connector.identify(by),
    () => connector.inspect(by),
  ];
}
