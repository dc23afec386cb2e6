// Behind HTTPS, as in production: cookies that a browser holds to this very host.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms({ isSecure: true });
});
afterAll(() => firms.stop());

test("a client signs in and out over HTTPS with cookies that carry __Host- and Secure", async () => {
  const visitor = firms.visit(firms.north);
  const asked = await visitor.postOnly("/sign-in", { email: "jane@acme.north.example", next: "/acme-northmark" });
  const code = visitor.newestCode("jane@acme.north.example");
  const entered = await visitor.postOnly("/sign-in/code", { code });
  for (const line of [...asked.headers.getSetCookie(), ...entered.headers.getSetCookie()]) {
    expect(line).toMatch(/^__Host-prolens_portal/);
    expect(line).toMatch(/; Secure/);
  }
  const page = await visitor.get("/acme-northmark");
  expect(page.text).toContain("Library renewal");
  expect(page.headers.get("strict-transport-security")).toMatch(/^max-age=\d+/);
  await visitor.post("/sign-out", {});
  expect([...visitor.cookies.keys()]).toEqual([]);
});

test("a cookie without the prefix, as a neighbouring host could plant it, is not looked at", async () => {
  const owner = firms.visit(firms.north);
  await owner.signIn("bo@birch.north.example");
  const visitor = firms.visit(firms.north);
  visitor.setCookie("prolens_portal", owner.cookies.get("__Host-prolens_portal") ?? "");
  expect((await visitor.get("/birch-northmark")).text).not.toContain("Clinic fit-out");
  visitor.stealCookies(owner);
  expect((await visitor.get("/birch-northmark")).text).toContain("Clinic fit-out");
});
