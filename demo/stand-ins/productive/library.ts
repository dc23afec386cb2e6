// All resources of the firm, found by type and id, and when each of them last changed.
import { isDeepStrictEqual } from "node:util";
import { invariant } from "../../../src/lib/invariant.ts";
import type { FirmRecords } from "../records.ts";
import { bookingResources } from "./bookings.ts";
import { companyResources } from "./companies.ts";
import { contactEntryResources } from "./contact-entries.ts";
import { dealResources } from "./deals.ts";
import { invoiceResources } from "./invoices.ts";
import { type Organization, organizationResources } from "./organization.ts";
import { peopleResources } from "./people.ts";
import { projectResources } from "./projects.ts";
import type { Resource, ResourceLink } from "./resource.ts";
import { serviceResources } from "./services.ts";
import { taskResources } from "./tasks.ts";
import { timeEntryResources } from "./time-entries.ts";

export type Library = {
  list(type: string): Resource[];
  find(link: ResourceLink): Resource | null;
};

export function resourcesOf(records: FirmRecords, organization: Organization): Resource[] {
  return [
    ...organizationResources(records, organization),
    ...companyResources(records),
    ...peopleResources(records),
    ...contactEntryResources(records),
    ...projectResources(records),
    ...dealResources(records),
    ...serviceResources(records),
    ...timeEntryResources(records),
    ...taskResources(records),
    ...invoiceResources(records),
    ...bookingResources(records),
  ].map((resource) => withOrganization(resource, organization.id));
}

function withOrganization(resource: Resource, id: string): Resource {
  if (resource.type === "organizations") return resource;
  return { ...resource, relations: { organization: { type: "organizations", id }, ...resource.relations } };
}

/** Throws when two resources of a type have the same id. */
export function libraryOf(resources: Resource[]): Library {
  const byType = new Map<string, Map<string, Resource>>();
  for (const resource of resources) {
    const known = byType.get(resource.type) ?? new Map<string, Resource>();
    invariant(!known.has(resource.id), `${resource.type} ${resource.ourId} is there once`);
    byType.set(resource.type, known.set(resource.id, resource));
  }
  return {
    list: (type) => [...(byType.get(type)?.values() ?? [])],
    find: ({ type, id }) => byType.get(type)?.get(id) ?? null,
  };
}

const CHANGE_STAMPS = ["updated_at", "last_activity_at"];

/** The same resources; whatever is new, or differs from before, carries `at` as the time of its last change. */
export function stampChanges(resources: Resource[], previous: Library, at: string): Resource[] {
  return resources.map((resource) => {
    const before = previous.find(resource);
    const names = CHANGE_STAMPS.filter((name) => name in resource.attributes);
    const stamps = before && isSame(before, resource) ? pick(before, names) : names.map((name) => [name, at]);
    return { ...resource, attributes: { ...resource.attributes, ...Object.fromEntries(stamps) } };
  });
}

function pick({ attributes }: Resource, names: string[]) {
  return names.map((name) => [name, attributes[name]]);
}

function isSame(before: Resource, now: Resource): boolean {
  const stampless = ({ attributes, relations }: Resource) => [
    Object.entries(attributes).filter(([name]) => !CHANGE_STAMPS.includes(name)),
    relations,
  ];
  return isDeepStrictEqual(stampless(before), stampless(now));
}
