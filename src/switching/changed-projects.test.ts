// Which projects the review of a switch names: what comes to be seen, or no longer is, and why.
import { describe, expect, test } from "vitest";
import { plainProject } from "../../test/support/project.ts";
import type { Email } from "../domain/email.ts";
import type { Portal } from "../domain/firm.ts";
import type { CompanyId, FirmId, PortalId, ProjectId } from "../domain/ids.ts";
import type { ProjectStatus } from "../domain/project.ts";
import { companyToCome } from "../domain/psa-switch.ts";
import { changedProjects } from "./changed-projects.ts";
import type { AccessChange, PersonChange } from "./compare-access.ts";
import type { FindProject } from "./match-projects.ts";

const acme: Portal = {
  ...{ id: "portal" as PortalId, firmId: "firm" as FirmId, slug: "acme", companyName: "Acme" },
  ...{ companyId: "old" as CompanyId, template: "owner", isTemplateInherited: true, ownLanguage: null, state: "open" },
};
const linked: Portal = { ...acme, companyId: "new" as CompanyId };

/** Projects of the old PSA by name, and the same names in the new one; "clinic" is `b-clinic` there, whatever the ids say. */
const projects = (companyId: string, before: string, statuses: Record<string, ProjectStatus>) =>
  Object.entries(statuses).map(([name, status]) =>
    plainProject(`${before}-${name}`, { companyId: companyId as CompanyId, name, status }),
  );

type Seen = { change: AccessChange; saw: string[] | null; sees: string[]; portal?: Portal };

function changes(before: Record<string, ProjectStatus>, after: Record<string, ProjectStatus>, people: Seen[]) {
  const findProject: FindProject = (_, id) => {
    const name = id.slice(2);
    const status = after[name];
    return status === undefined ? null : (projects("new", "b", { [name]: status })[0] ?? null);
  };
  const named = people.map(({ change, saw, sees, portal = linked }, at): PersonChange => {
    const of = (mark: string) => (name: string) => `${mark}-${name}` as ProjectId;
    return {
      portal,
      email: `p${at}@acme.example` as Email,
      name: "",
      change,
      saw: saw?.map(of("a")) ?? null,
      sees: sees.map(of("b")),
    };
  });
  return changedProjects(named, {
    portals: [acme],
    before: projects("old", "a", before),
    after: projects("new", "b", after),
    findProject,
  }).map(({ portal, name, change, why, people: count }) => [portal.companyName, name, change, why, count]);
}

describe("a project comes to be seen", () => {
  test("because it was a draft, or archived: it is named once, with how many see it", () => {
    const before = { library: "active", clinic: "draft", barn: "archived" } as const;
    const after = { library: "active", clinic: "active", barn: "completed" } as const;
    const jane = { change: "other", saw: ["library"], sees: ["library", "clinic", "barn"] } as const;
    const people = [jane, jane].map((one) => ({ ...one, saw: [...one.saw], sees: [...one.sees] }));
    expect(changes(before, after, people)).toEqual([
      ["Acme", "clinic", "shown", "draft", 2],
      ["Acme", "barn", "shown", "archived", 2],
    ]);
  });

  test("because the old PSA has none of the name", () => {
    const people: Seen[] = [{ change: "other", saw: ["library"], sees: ["library", "depot"] }];
    expect(changes({ library: "active" }, { library: "active", depot: "active" }, people)).toEqual([
      ["Acme", "depot", "shown", "absent", 1],
    ]);
  });

  test("for whoever gains access by it, where nobody saw it before", () => {
    const people: Seen[] = [{ change: "gains", saw: [], sees: ["clinic"] }];
    expect(changes({ clinic: "draft" }, { clinic: "active" }, people)).toEqual([
      ["Acme", "clinic", "shown", "draft", 1],
    ]);
  });

  test("for one more of those who get in; whoever gains access as a whole names none that others saw", () => {
    const statuses = { library: "active", clinic: "active" } as const;
    const bo: Seen = { change: "same", saw: ["library", "clinic"], sees: ["library", "clinic"] };
    const jane: Seen = { change: "other", saw: ["library"], sees: ["library", "clinic"] };
    const newcomer: Seen = { change: "gains", saw: [], sees: ["library", "clinic"] };
    expect(changes(statuses, statuses, [bo, jane])).toEqual([["Acme", "clinic", "shown", "others", 1]]);
    expect(changes(statuses, statuses, [bo, newcomer])).toEqual([]);
  });
});

describe("a project is no longer seen", () => {
  test("because it is a draft or archived there, or cannot be found", () => {
    const before = { library: "active", clinic: "active", barn: "active", depot: "active" } as const;
    const after = { library: "active", clinic: "draft", barn: "archived" } as const;
    const people: Seen[] = [{ change: "other", saw: ["library", "clinic", "barn", "depot"], sees: ["library"] }];
    expect(changes(before, after, people)).toEqual([
      ["Acme", "clinic", "hidden", "draft", 1],
      ["Acme", "barn", "hidden", "archived", 1],
      ["Acme", "depot", "hidden", "absent", 1],
    ]);
  });

  test("a portal that stays closed names none: that nobody gets in there is said as that", () => {
    const closed = { ...acme, companyId: companyToCome(acme.id) };
    const people: Seen[] = [{ change: "loses", saw: ["library"], sees: [], portal: closed }];
    expect(changes({ library: "active" }, {}, people)).toEqual([]);
  });
});

test("of whom it cannot be told, nothing is said; and nothing where everybody sees the same", () => {
  const people: Seen[] = [
    { change: "unknown", saw: ["clinic"], sees: [] },
    { change: "same", saw: ["library"], sees: ["library"] },
    { change: "out", saw: [], sees: [] },
  ];
  const statuses = { library: "active", clinic: "active" } as const;
  expect(changes(statuses, statuses, people)).toEqual([]);
});
