// Productive as a PSA: questions of the port become calls, and every row that leaves is checked against the question.
import type { Project } from "../../domain/project.ts";
import { partText } from "../../domain/psa-texts/part-words.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import type { FieldName } from "../../domain/template.ts";
import { dated } from "../dated.ts";
import { PsaFault } from "../errors.ts";
import type { Budget, VendorParts } from "../http/vendor.ts";
import type { Answer, Call, Gap, PsaConnector, PsaIdentity } from "../port.ts";
import { openProductive, type ProductiveClient } from "./client.ts";
import { readCompanyWork } from "./company-work.ts";
import { parseIncluded, parseRows } from "./document.ts";
import { inspectProductive } from "./inspect.ts";
import { nameOf } from "./map.ts";
import { orForbidden } from "./optional.ts";
import { findByEmails, findCompany, listDirectory } from "./people.ts";
import { readProjects } from "./projects.ts";
import * as wire from "./wire.ts";

/** Half of what the vendor documents: 100 requests in 10 seconds for a token, 4,000 in half an hour for an organisation. */
export const productiveBudgets: readonly Budget[] = [
  { per: "connection", calls: 50, windowMs: 10_000 },
  { per: "connection", calls: 2_000, windowMs: 1_800_000 },
];

/** What is in no Productive organisation, or is not read out of one. */
export const neverFromProductive: readonly FieldName[] = ["percentComplete", "rates", "utilisation", "address"];

/** A connector that reads one organisation live. Asks nothing before it is asked. */
export function createProductiveConnector(vendor: VendorParts, organizationId: string): PsaConnector {
  const client = openProductive(vendor, organizationId);
  const { clock } = vendor;

  return {
    findByEmails: async (emails, call) => {
      const readAt = clock.now();
      return (await findByEmails(client, emails, call)).map((answer) => ({ ...answer, readAt }));
    },
    findCompany: (companyId, call) => dated(clock, call, () => findCompany(client, companyId, call)),
    listDirectory: (call) => dated(clock, call, () => listDirectory(client, call)),
    listProjects: (call) => dated(clock, call, () => listProjects(client, call)),
    requireProjects: async (call) => void (await client.count("projects", {}, call)),
    readCompanyWork: (companyId, call) => dated(clock, call, () => readCompanyWork(client, companyId, call)),
    // Nothing that is cheap to ask changes with everything that a company's work is made of.
    workVersion: async ({ signal }) => {
      signal.throwIfAborted();
      return null;
    },
    identify: (call) => identify(client, organizationId, call),
    inspect: (call) => inspectProductive(client, call),
  };
}

async function listProjects(client: ProductiveClient, call: Call): Promise<Answer<Project[]>> {
  const { projects, lost } = await readProjects(client, null, call);
  const gaps = lost.map(({ gap, companyId }): Gap => {
    return { ...gap, hides: { record: "project", keys: companyId === null ? null : [companyId] } };
  });
  return { value: projects, gaps };
}

/** Memberships are the token's own, whatever organisation is named in the header: so the id is looked for in the answer. */
async function identify(client: ProductiveClient, organizationId: string, call: Call): Promise<PsaIdentity> {
  const query = {
    include: "organization,person",
    "fields[organization_memberships]": "organization,person",
    "fields[organizations]": "name",
    "fields[people]": "first_name,last_name",
  };
  const { rows, included } = await client.list("organization_memberships", query, call);
  const memberships = parseRows(wire.organizationMemberships, rows).rows;
  const seen = parseIncluded(
    wire.organizations,
    included,
    memberships.flatMap(({ organization }) => organization ?? []),
  ).rows;
  const organization = seen.find(({ id }) => id === organizationId);
  if (!organization) throw new PsaFault("forbidden", wrongOrganization(organizationId, seen));
  await requireRights(client, call);
  const own = memberships.filter((membership) => membership.organization === organizationId);
  const [owner] = parseIncluded(
    wire.names,
    included,
    own.flatMap(({ person }) => person ?? []),
  ).rows;
  return { organisation: organization.name, tokenOwner: owner ? nameOf(owner) || null : null };
}

/** Without these nobody can be let in, and what a membership may read stands nowhere in it: so one record of each is asked for. */
const needed = ["companies", "people", "projects"];

async function requireRights(client: ProductiveClient, call: Call): Promise<void> {
  const refused = await Promise.all(
    needed.map(async (collection) =>
      (await orForbidden(client.count(collection, {}, call).then(() => true))) ? [] : [collection],
    ),
  );
  const names = refused.flat().join(", ");
  if (names !== "") throw new PsaFault("forbidden", vendorText("no_rights", { names }));
}

function wrongOrganization(organizationId: string, seen: { id: string; name: string }[]): string {
  const names = seen.map(({ id, name }) => `${name} (${id})`).join(", ");
  return vendorText("other_organisation", { names: names || partText("no_organisation"), id: organizationId });
}
