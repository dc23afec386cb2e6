// Which projects the review of a switch names because they stand in another state afterwards.
import { expect, test } from "vitest";
import { plainProject } from "../../test/support/project.ts";
import type { Email } from "../domain/email.ts";
import type { Portal } from "../domain/firm.ts";
import type { CompanyId, FirmId, PortalId, ProjectId } from "../domain/ids.ts";
import type { ProjectStatus } from "../domain/project.ts";
import { changedStatuses } from "./changed-statuses.ts";
import type { PersonChange } from "./compare-access.ts";

const portal: Portal = {
  ...{ id: "portal" as PortalId, firmId: "firm" as FirmId, slug: "acme", companyName: "Acme" },
  ...{ companyId: "new" as CompanyId, template: "owner", isTemplateInherited: true, ownLanguage: null, state: "open" },
};

const listed = (mark: string, statuses: Record<string, ProjectStatus>) =>
  Object.entries(statuses).map(([name, status]) =>
    plainProject(`${mark}-${name}`, { companyId: "new" as CompanyId, name, status }),
  );

const before = listed("a", { library: "on_hold", clinic: "active", barn: "completed" });
const after = listed("b", { library: "active", clinic: "active", barn: "on_hold" });
const known = {
  before,
  after,
  findProject: (_: PortalId, id: ProjectId) => after.find(({ name }) => name === id.slice(2)) ?? null,
};

function person(saw: string[] | null, sees: string[], change: PersonChange["change"] = "same"): PersonChange {
  const ids = (mark: string, names: string[]) => names.map((name) => `${mark}-${name}` as ProjectId);
  const email = "jane@acme.example" as Email;
  return { portal, email, name: "", change, saw: saw && ids("a", saw), sees: ids("b", sees) };
}

test("a project that people see before and after is named once, with both states and how many see it", () => {
  const people = [person(["library", "clinic"], ["library", "clinic"]), person(["library"], ["library"])];
  expect(changedStatuses(people, known)).toEqual([
    { portal, name: "library", was: "on_hold", is: "active", people: 2 },
  ]);
});

test("what goes out of sight, comes into it, or was not told before, is no change of state", () => {
  const people = [
    person(["library"], [], "loses"),
    person([], ["barn"], "gains"),
    person(["library"], ["clinic"], "other"),
    person(null, ["barn"]),
  ];
  expect(changedStatuses(people, known)).toEqual([]);
});

test("a project that the new PSA does not have is no change of state", () => {
  expect(changedStatuses([person(["library"], ["library"])], { ...known, findProject: () => null })).toEqual([]);
});
