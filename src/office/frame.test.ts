import { expect, test } from "vitest";
import { officeFrame } from "./frame.ts";

function currentAt(path: string): string[] {
  const around = { locale: "en-GB", firmName: "Harbor Finch", email: "office@harbor-finch.example", path };
  const { nav } = officeFrame({ ...around, hasSeveralFirms: false, ownPortals: [], openRequests: 0 });
  return nav.filter(({ isCurrent }) => isCurrent).map(({ label }) => label);
}

test("the menu names one place: the page itself, or the one that it belongs to", () => {
  expect(currentAt("/settings/client-portals")).toEqual(["Client Portals"]);
  expect(currentAt("/settings/client-portals/templates/owner")).toEqual(["Client Portals"]);
  expect(currentAt("/settings/client-portals/diagnose/approvals")).toEqual(["Diagnose"]);
  expect(currentAt("/settings/team/leaving")).toEqual(["Team"]);
  expect(currentAt("/preview/1")).toEqual([]);
});
