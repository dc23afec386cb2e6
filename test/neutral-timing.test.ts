// What an outsider can learn by a stopwatch: nothing. The same requests as in neutral.test.ts, many times in turn; that they cost
// the same statements is shown there, that the answers take the same time here.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeReference } from "../src/domain/reference.ts";
import { likelihoodOfSame, medianOf, sampleInTurn } from "./support/compare-times.ts";
import { referenceOf } from "./support/decisions.ts";
import { addTeamUser } from "./support/team.ts";
import { contactsOf, startTwoFirms, type TwoFirms } from "./support/two-firms.ts";
import type { Visitor } from "./support/visitor.ts";

const SAMPLES = 300;
const PEOPLE = 400;
/** Seven comparisons a run: one false alarm in more than a hundred thousand runs. */
const ALPHA = 1e-6;
const TIMEOUT_MS = 240_000;

/** Of one length, so that no echo differs. */
const doors = { open: "acme-northmark", unknown: "no-such-portal" };
const nameOf = (index: number) => `person-${String(index).padStart(4, "0")}`;

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
  const many = Array.from({ length: PEOPLE }, (_, index) => ({
    id: `k-many-${index}`,
    email: `${nameOf(index)}@acme.north.example`,
    name: `Person ${index}`,
    company_id: "c-acme",
    archived: "false",
  }));
  await firms.north.csv.write("contacts.csv", [...contactsOf("north"), ...many]);
});
afterAll(() => firms.stop());

const ask = (visitor: Visitor, path: string) => visitor.send("GET", path, { follow: false });

async function signedIn(email: string): Promise<Visitor> {
  const visitor = firms.visit(firms.north);
  await visitor.signIn(email, "/sign-in");
  return visitor;
}

async function expectSame(one: (index: number) => Promise<unknown>, other: (index: number) => Promise<unknown>) {
  const samples = await sampleInTurn({ one, other }, SAMPLES);
  expect(likelihoodOfSame(samples)).toBeGreaterThan(ALPHA);
}

describe("the time of an answer does not tell", () => {
  test("whether an email is known at the sign-in", { timeout: TIMEOUT_MS }, async () => {
    const post = (email: string) => firms.visit(firms.north).postOnly("/sign-in", { email, next: "/" });
    await expectSame(
      (index) => post(`${nameOf(index)}@acme.north.example`),
      (index) => post(`${nameOf(index)}@none.north.example`),
    );
  });

  test("whether an email is in a team, at the office", { timeout: TIMEOUT_MS }, async () => {
    const post = (email: string) => firms.visitOffice().postOnly("/sign-in", { email, next: "/" });
    const team: string[] = [];
    for (let index = 0; index < PEOPLE; index++) team.push(await addTeamUser(firms, firms.north, "viewer"));
    const emailOf = (index: number) => team[index] ?? "";
    await expectSame(
      (index) => post(emailOf(index)),
      (index) => post(emailOf(index).replace("viewer-", "nobody-")),
    );
  });

  test("whether a portal stands at an address, to whoever is not signed in", { timeout: TIMEOUT_MS }, async () => {
    const visitor = firms.visit(firms.north);
    await expectSame(
      () => ask(visitor, `/${doors.open}`),
      () => ask(visitor, `/${doors.unknown}`),
    );
  });

  test("whether a portal stands at an address, to an outsider", { timeout: TIMEOUT_MS }, async () => {
    const visitor = await signedIn("who@elsewhere.north.example");
    await expectSame(
      () => ask(visitor, `/${doors.open}`),
      () => ask(visitor, `/${doors.unknown}`),
    );
  });

  test("whether a company is a client, to a person of another one", { timeout: TIMEOUT_MS }, async () => {
    const visitor = await signedIn("cy@cedar.north.example");
    await expectSame(
      () => ask(visitor, `/${doors.open}/projects/p-1`),
      () => ask(visitor, `/${doors.unknown}/projects/p-x`),
    );
  });

  test("whether a project is another company's or nobody's, to a member", { timeout: TIMEOUT_MS }, async () => {
    const visitor = await signedIn("jane@acme.north.example");
    await expectSame(
      () => ask(visitor, `/${doors.open}/projects/p-4`),
      () => ask(visitor, `/${doors.open}/projects/p-x`),
    );
  });

  test("whether a reference is another firm's or nobody's, at the office", { timeout: TIMEOUT_MS }, async () => {
    const stranger = firms.visit(firms.south);
    const refused = await stranger.signIn("who@elsewhere.south.example", "/acme-southmark");
    const [others, invented] = [referenceOf(refused), makeReference([3, 1, 4, 1, 5])];
    const admin = firms.visitOffice();
    await admin.signIn(firms.north.admin);
    const path = (code: string | null) => `/settings/client-portals/diagnose/references/${code}`;
    for (const code of [others, invented]) expect((await ask(admin, path(code))).status).toBe(404);
    await expectSame(
      () => ask(admin, path(others)),
      () => ask(admin, path(invented)),
    );
  });
});

describe("the comparison itself", () => {
  test("finds no difference between a request and itself, and finds one that is planted", {
    timeout: TIMEOUT_MS,
  }, async () => {
    const visitor = firms.visit(firms.north);
    const request = () => ask(visitor, `/${doors.unknown}`);
    const same = await sampleInTurn({ one: request, other: request }, SAMPLES);
    expect(likelihoodOfSame(same)).toBeGreaterThan(ALPHA);
    // On a slow machine three milliseconds drown; what must be found is relative to what a request takes there.
    const plantedMs = Math.max(3, medianOf(same.one));
    const slower = async () => {
      await request();
      const until = performance.now() + plantedMs;
      while (performance.now() < until);
    };
    const planted = await sampleInTurn({ one: request, other: slower }, SAMPLES);
    expect(likelihoodOfSame(planted)).toBeLessThan(ALPHA);
  });

  test("tells samples of one distribution from samples of two", () => {
    const ramp = (from: number) => Array.from({ length: SAMPLES }, (_, index) => from + ((index * 7919) % SAMPLES));
    expect(likelihoodOfSame({ one: ramp(0), other: ramp(0) })).toBe(1);
    expect(likelihoodOfSame({ one: ramp(0), other: ramp(30) })).toBeGreaterThan(0.01);
    expect(likelihoodOfSame({ one: ramp(0), other: ramp(90) })).toBeLessThan(ALPHA);
  });
});
