import type { CompanyId, ProjectId } from "../../src/domain/ids.ts";
import type { Project } from "../../src/domain/project.ts";

/** A project under way of which the PSA supplies nothing but a name, save for what is overridden. */
export function plainProject(id: string, overrides: Partial<Project> & { companyId: CompanyId }): Project {
  return {
    id: id as ProjectId,
    number: null,
    name: id,
    status: "active",
    phase: null,
    startDate: null,
    endDate: null,
    percentComplete: null,
    managerId: null,
    contactIds: [],
    address: null,
    currency: null,
    fee: null,
    description: null,
    ...overrides,
  };
}
