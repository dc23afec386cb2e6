// The contract speaks of ids in words of its own; a vendor gives its own numbers.
import type { PsaConnector } from "../../src/connectors/port.ts";
import type { CompanyId } from "../../src/domain/ids.ts";

/**
 * The connector with the ids of the sample in its questions and answers. `theirs`: what the vendor calls an id of ours; `ours`:
 * every id that may come. Lists of records are in the order of our ids.
 */
export function translateIds(
  connector: PsaConnector,
  theirs: (id: string) => string,
  ours: readonly string[],
): PsaConnector {
  const names = new Map(ours.map((id) => [theirs(id), id]));
  const back = <T>(answer: T): T => translate(answer, names) as T;
  const asked = (id: CompanyId) => theirs(id) as CompanyId;
  return {
    findByEmails: async (emails, call) => back(await connector.findByEmails(emails, call)),
    findCompany: async (id, call) => back(await connector.findCompany(asked(id), call)),
    listDirectory: async (call) => back(await connector.listDirectory(call)),
    listProjects: async (call) => back(await connector.listProjects(call)),
    requireProjects: (call) => connector.requireProjects(call),
    readCompanyWork: async (id, call) => back(await connector.readCompanyWork(asked(id), call)),
    workVersion: (call) => connector.workVersion(call),
    identify: (call) => connector.identify(call),
    inspect: (call) => connector.inspect(call),
  };
}

function translate(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => translate(item, names)).sort(byId);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, translate(part, names)]));
}

function byId(one: unknown, other: unknown): number {
  return idOf(one) < idOf(other) ? -1 : idOf(one) > idOf(other) ? 1 : 0;
}

function idOf(item: unknown): string {
  return typeof item === "object" && item !== null && "id" in item ? String(item.id) : "";
}
