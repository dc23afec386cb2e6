import { afterAll, beforeAll, expect, test } from "vitest";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

test("a contact signs in by code and sees the projects of their company, and no others", async () => {
  const visitor = firms.visit(firms.north);
  const page = await visitor.signIn("jane@acme.north.example", "/acme-northmark");
  expect(page.status).toBe(200);
  expect(page.text).toContain("Library renewal NORTHMARK");
  expect(page.text).toContain("Parking repair NORTHMARK");
  expect(page.text).not.toContain("Secret archive");
  expect(page.text).not.toContain("Clinic fit-out");
  expect(page.text).not.toContain("SOUTHMARK");
});
