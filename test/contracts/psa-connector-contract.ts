import { describe, expect, test } from "vitest";
import { PsaFault } from "../../src/connectors/errors.ts";
import type { PsaConnector } from "../../src/connectors/port.ts";
import { emptyWork } from "../../src/domain/project.ts";
import { call, company, email, findOne, questions } from "./ask-connector.ts";
import { type Ability, type Cannot, fitSample, type Sample, sample as wholeSample } from "./contract-sample.ts";
import { optOutsIn } from "./guide-opt-outs.ts";

export type ConnectorUnderTest = {
  connector: PsaConnector;
  /** Makes the source hold this instead. */
  change(sample: Sample): Promise<void>;
  /** From now on no invoice, or no hour, of anybody can be read: each is there, and none is as it should be. */
  spoil(part: SpoiltPart): Promise<void>;
  /** Makes the source unreachable. */
  disconnect(): Promise<void>;
};

export type SpoiltPart = "invoices" | "hours" | "phases" | "milestones";

/** `cannot`: what the PSA behind it has no way to hold, each with its reason. `guide`: where its reader finds the same, if it has one. */
export type ContractOptions = { guide: string | null; cannot?: Cannot };

/** What every connector promises, whatever stands behind it, as far as its PSA can hold what the contract is told with. */
export function describePsaConnector(
  name: string,
  make: (sample: Sample) => Promise<ConnectorUnderTest>,
  { guide, cannot = {} }: ContractOptions,
): void {
  const told: Told = { make, sample: fitSample(wholeSample, cannot), testIfAble: testUnless(cannot) };
  describe(`${name}: the contract of a PSA connector`, () => {
    describeFindByEmail(told);
    describeCompaniesAndDirectory(told);
    describeCompanyWork(told);
    describeLiveness(told);
    if (guide !== null) {
      test("its guide lists exactly what is left out of this contract, with the reasons", () => {
        expect(optOutsIn(guide, "contract")).toEqual(cannot);
      });
    }
  });
}

/** `testIfAble` names a promise that needs something of the PSA; where it lacks that, the reason is reported in its place. */
type Told = {
  make: (sample: Sample) => Promise<ConnectorUnderTest>;
  sample: Sample;
  testIfAble: (ability: Ability, name: string, run: () => Promise<void>) => void;
};

function testUnless(cannot: Cannot): Told["testIfAble"] {
  return (ability, name, run) => {
    const reason = cannot[ability];
    if (reason === undefined) test(name, run);
    // A promise about what the vendor does not have: the maker tells why, the report shows it, and the vendor's guide lists it.
    else test.skip(`${name} (cannot: ${reason})`, run);
  };
}

function describeFindByEmail({ make, sample, testIfAble }: Told): void {
  test("every contact with the email is found, whatever its case, with all their companies", async () => {
    const { connector } = await make(sample);
    const { value, gaps } = await findOne(connector, email("jane.doe@acme.com"));
    expect(value.contacts.map(({ id }) => id).sort()).toEqual(["k-1", "k-3"]);
    expect(value.companies.map(({ id }) => id).sort()).toEqual(["c-1", "c-2"]);
    expect(gaps).toEqual([]);
  });

  testIfAble("several_emails", "a contact with several emails and companies is found by each email", async () => {
    const { connector } = await make(sample);
    for (const text of ["jose@acme.com", "pepe@bluewater.io"]) {
      const { value } = await findOne(connector, email(text));
      expect(value.contacts).toMatchObject([
        {
          id: "k-2",
          name: 'José "Pepe" Núñez',
          emails: ["jose@acme.com", "pepe@bluewater.io"],
          companyIds: ["c-1", "c-2"],
        },
      ]);
      expect(value.companies.map(({ name }) => name).sort()).toEqual(["Acme Corp", "Bluewater, Inc."]);
    }
  });

  test("several emails at once have their own answers, in their order", async () => {
    const { connector } = await make(sample);
    const asked = ["old@acme.com", "nobody@acme.com", "jose@acme.com"].map(email);
    const found = await connector.findByEmails(asked, call);
    expect(found.map(({ value }) => value.contacts.map(({ id }) => id))).toEqual([["k-4"], [], ["k-2"]]);
    const companiesOf = (id: string) => sample.contacts.find((contact) => contact.id === id)?.companyIds;
    expect(found.map(({ value }) => value.companies.map(({ id }) => id).sort())).toEqual([
      companiesOf("k-4"),
      [],
      companiesOf("k-2"),
    ]);
    expect(await connector.findByEmails([], call)).toEqual([]);
  });

  test("an email that no contact carries is an answer: nobody, no companies, no gaps", async () => {
    const { connector } = await make(sample);
    for (const text of ["jane@acme.com", "jane.doe+x@acme.com", "jane.doe@acme.co"]) {
      const { value, gaps } = await findOne(connector, email(text));
      expect({ ...value, gaps }).toEqual({ contacts: [], companies: [], gaps: [] });
    }
  });

  testIfAble("archived_contacts", "archived contacts are told, and told to be archived", async () => {
    const { connector } = await make(sample);
    const old = await findOne(connector, email("old@acme.com"));
    expect(old.value.contacts).toMatchObject([{ id: "k-4", isArchived: true }]);
  });

  test("archived companies are told, and told to be archived", async () => {
    const { connector } = await make(sample);
    const cedar = await findOne(connector, email("cy@cedar.org"));
    expect(cedar.value.contacts).toMatchObject([{ isArchived: false }]);
    expect(cedar.value.companies).toMatchObject([{ id: "c-3", isArchived: true }]);
  });

  testIfAble("contacts_without_company", "a contact without a company is found, with no company", async () => {
    const { connector } = await make(sample);
    const { value } = await findOne(connector, email("free@lance.net"));
    expect(value).toMatchObject({ contacts: [{ id: "k-6", companyIds: [] }], companies: [] });
  });
}

function describeCompaniesAndDirectory({ make, sample }: Told): void {
  test("a company is found by its id, and an unknown id is null", async () => {
    const { connector } = await make(sample);
    const found = await connector.findCompany(company("c-1"), call);
    expect(found.value).toEqual({
      id: "c-1",
      name: "Acme Corp",
      isArchived: false,
      domains: sample.companies[0]?.domains ?? [],
    });
    const unknown = await connector.findCompany(company("c-99"), call);
    expect(unknown).toMatchObject({ value: null, gaps: [] });
  });

  test("the directory lists every company and every contact, those without email too", async () => {
    const { connector } = await make(sample);
    const { value, gaps } = await connector.listDirectory(call);
    expect(value.companies.map(({ id }) => id).sort()).toEqual(sample.companies.map(({ id }) => id));
    expect(value.contacts.map(({ id }) => id).sort()).toEqual(sample.contacts.map(({ id }) => id));
    expect(value.contacts.find(({ id }) => id === "k-7")).toMatchObject({ emails: [], unusableEmails: [] });
    expect(gaps).toEqual([]);
  });

  test("the list of projects holds those of every company and of every status", async () => {
    const { connector } = await make(sample);
    const { value, gaps } = await connector.listProjects(call);
    expect(value.map(({ id, companyId, status }) => ({ id, companyId, status }))).toEqual(
      sample.projects.map(({ id, companyId, status }) => ({ id, companyId, status })),
    );
    expect(JSON.stringify(value)).not.toMatch(/77\.77|88\.88/);
    expect(gaps).toEqual([]);
  });

  test("a company's projects are the same in the list and in its work", async () => {
    const { connector } = await make(sample);
    const { value } = await connector.listProjects(call);
    const work = await connector.readCompanyWork(company("c-1"), call);
    expect(value.filter(({ companyId }) => companyId === "c-1")).toEqual(work.value.projects);
  });

  test("the inspection counts companies, contacts and projects", async () => {
    const { connector } = await make(sample);
    const { counts } = await connector.inspect(call);
    expect(counts).toEqual(
      expect.arrayContaining([
        { kind: "companies", rows: sample.companies.length },
        { kind: "contacts", rows: sample.contacts.length },
        { kind: "projects", rows: sample.projects.length },
      ]),
    );
  });
}

function describeCompanyWork({ make, sample }: Told): void {
  test("a company's work holds its projects of every status and what belongs to them", async () => {
    const { connector } = await make(sample);
    const { value, gaps } = await connector.readCompanyWork(company("c-1"), call);
    expect(value.companyId).toBe("c-1");
    expect(value.projects).toMatchObject([
      { id: "p-1", companyId: "c-1", status: "active", fee: { amount: "1234.50", currency: "USD" } },
      { id: "p-2", companyId: "c-1", status: "archived", fee: null },
    ]);
    expect(value.phases).toMatchObject(sample.phases.filter(({ projectId }) => projectId === "p-1"));
    const milestones = sample.milestones.filter(({ projectId }) => projectId === "p-1");
    expect(value.milestones).toMatchObject(milestones.map((milestone) => ({ ...milestone, doneDate: null })));
    expect(value.managers).toMatchObject([{ id: "s-1", name: "Maya Finch" }]);
    expect(gaps).toEqual([]);
  });

  test("nothing of another company and no cost rate is in a company's work", async () => {
    const { connector } = await make(sample);
    const { value } = await connector.readCompanyWork(company("c-1"), call);
    expect(JSON.stringify(value)).not.toMatch(/c-2|p-3|Secret|Otto|77\.77|88\.88/);
  });

  test.each<SpoiltPart>([
    "invoices",
    "hours",
    "phases",
    ...(sample.milestones.length > 0 ? ["milestones" as const] : []),
  ])(
    "%s that cannot be read are told not to be known: nothing is added up or listed as whole without them, and no project is hidden by them",
    async (part) => {
      const { connector, spoil } = await make(sample);
      expect((await connector.readCompanyWork(company("c-1"), call)).gaps).toEqual([]);
      await spoil(part);
      const { value, gaps } = await connector.readCompanyWork(company("c-1"), call);
      expect(value.projects.map(({ id }) => id)).toEqual(["p-1", "p-2"]);
      const unread = gaps.filter((gap) => gap.unread?.parts.includes(part));
      expect(unread).not.toEqual([]);
      for (const { unread: told, hides } of unread) {
        expect([null, "p-1"]).toContain(told?.projectId);
        expect(told?.why).toBe("not_readable");
        expect(hides).toBeUndefined();
      }
    },
  );

  test("a company without projects and an unknown company have no work, and that is an answer", async () => {
    const { connector } = await make(sample);
    for (const id of ["c-4", "c-99"]) {
      const { value, gaps } = await connector.readCompanyWork(company(id), call);
      expect(value).toEqual(emptyWork(company(id)));
      expect(gaps).toEqual([]);
    }
  });
}

function describeLiveness({ make, sample }: Told): void {
  test("a contact removed from the PSA is gone at the next question, and an added one is there", async () => {
    const { connector, change } = await make(sample);
    await findOne(connector, email("old@acme.com"));
    const added = { id: "k-8", name: "New", emails: ["new@acme.com"], companyIds: ["c-1"] };
    await change({ ...sample, contacts: [...sample.contacts.filter(({ id }) => id !== "k-4"), added] });
    expect((await findOne(connector, email("old@acme.com"))).value.contacts).toEqual([]);
    expect((await findOne(connector, email("new@acme.com"))).value.contacts).toHaveLength(1);
  });

  test("the work version changes with the work, and is stable without a change", async () => {
    const { connector, change } = await make(sample);
    await connector.readCompanyWork(company("c-1"), call);
    const before = await connector.workVersion(call);
    if (before === null) return; // this source cannot say, and says so
    expect(await connector.workVersion(call)).toBe(before);
    await change({ ...sample, projects: sample.projects.slice(0, 1) });
    expect(await connector.workVersion(call)).not.toBe(before);
  });

  test("a source that does not answer is a fault, never an empty answer", async () => {
    const { connector, disconnect } = await make(sample);
    await findOne(connector, email("jane.doe@acme.com"));
    const saysVersion = (await connector.workVersion(call)) !== null;
    await disconnect();
    const asked = questions(connector, call);
    for (const ask of saysVersion ? [...asked, () => connector.workVersion(call)] : asked) {
      const error = await ask().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(PsaFault);
      expect(error).toMatchObject({ code: "unavailable" });
    }
  });

  test("an aborted question rejects with the reason of the abort", async () => {
    const { connector } = await make(sample);
    const reason = new Error("the visitor has left");
    const aborted = { ...call, signal: AbortSignal.abort(reason) };
    for (const ask of [...questions(connector, aborted), () => connector.workVersion(aborted)])
      await expect(ask()).rejects.toBe(reason);
  });

  test("every answer says when it was read", async () => {
    const { connector } = await make(sample);
    expect((await findOne(connector, email("jane.doe@acme.com"))).readAt).toBeInstanceOf(Date);
  });
}
