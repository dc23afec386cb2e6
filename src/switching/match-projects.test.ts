// Which project of the new PSA an old one is, within one company: names decide, numbers alone do not.
import { expect, test } from "vitest";
import type { CompanyId, PortalId, ProjectId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";
import { projectFinder } from "./match-projects.ts";

const [HERE, COMPANY] = ["portal" as PortalId, "7" as CompanyId];
const old = (id: string, name: string, number: string | null = null) => ({
  portalId: HERE,
  id: id as ProjectId,
  ...{ name, number },
});
const made = (id: string, name: string, number: string | null = null, companyId = COMPANY) =>
  ({ id, name, number, companyId }) as Project;
const find = (known: ReturnType<typeof old>[], projects: Project[], id = "1") =>
  projectFinder(known, projects, new Map([[HERE, COMPANY]]))(HERE, id as ProjectId)?.id ?? null;

test("the same name is the same project, whatever the numbers", () => {
  expect(find([old("1", "Library renewal", "2")], [made("a", "Library Renewal", "9"), made("b", "Parking", "2")])).toBe(
    "a",
  );
});

test("the same number under another name is another project", () => {
  expect(find([old("1", "Library", "1")], [made("a", "Parking", "1")])).toBeNull();
});

test("a name that is alike counts beside the same number", () => {
  const projects = [made("a", "Library, phase two", "24-017"), made("b", "Library, phase one", "24-003")];
  expect(find([old("1", "Town library", "24-017")], projects)).toBe("a");
});

test("of two projects of one name, on either side, only the number can tell", () => {
  const twice = [old("1", "Fit-out", "1"), old("2", "Fit-out", "2")];
  expect(find(twice, [made("a", "Fit-out", "2")])).toBeNull();
  expect(find(twice, [made("a", "Fit-out", "2")], "2")).toBe("a");
  expect(find([old("1", "Fit-out")], [made("a", "Fit-out"), made("b", "Fit-out")])).toBeNull();
});

test("another company's project of that name is none", () => {
  expect(find([old("1", "Library")], [made("a", "Library", null, "8" as CompanyId)])).toBeNull();
});
