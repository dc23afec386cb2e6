// The one way from pages to a PSA: deadline, coalescing of identical questions, snapshot cache, an audit row for every read.
import type { FactSource } from "../access/check-access.ts";
import { dropHidden, type ShownWork, suppliedFields } from "../access/content.ts";
import type { PeopleFact, PsaTrouble, WorkFact } from "../access/facts.ts";
import type { Granted } from "../access/granted.ts";
import { PsaFault } from "../connectors/errors.ts";
import type { Call, Directory, PsaConnector, Reading } from "../connectors/port.ts";
import type { Email } from "../domain/email.ts";
import type { CompanyId, FirmId, ProjectId } from "../domain/ids.ts";
import type { CompanyWork, Project } from "../domain/project.ts";
import type { Clock } from "../lib/clock.ts";
import { invariant } from "../lib/invariant.ts";
import { SNAPSHOT_AGE_MAX_MS, type Snapshot, type SnapshotCache } from "./snapshot-cache.ts";
import { troubleOf } from "./trouble.ts";

export type ReadRecord = { firmId: FirmId; at: Date; question: string; outcome: string; tookMs: number };

export type GatewayParts = {
  firmId: FirmId;
  connectionId: string;
  connector: PsaConnector;
  cache: SnapshotCache;
  clock: Clock;
  /** A question that takes longer is given up: the page says "cannot tell", it never hangs. */
  deadlineMs: number;
  record: (read: ReadRecord) => void;
};

/** `deadlineMs`: how long this question may take where nobody waits for a client's page. */
type Patience = { deadlineMs?: number };

export class PsaGateway {
  readonly #parts: GatewayParts;
  readonly #inFlight = new Map<string, Promise<unknown>>();

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  /** Who carries this email right now; asked of the PSA every time. */
  async readPeople(email: Email): Promise<PeopleFact> {
    const { connector } = this.#parts;
    try {
      const { value, gaps, readAt } = await this.#ask(`find_by_email ${email}`, async (call) => {
        const [found] = await connector.findByEmails([email], call);
        invariant(found, "one question has one answer");
        return found;
      });
      return { kind: "read", ...value, gaps: gaps.map((gap) => `${gap.place}: ${gap.message}`), readAt, byAlias: null };
    } catch (err) {
      return troubleOf(err);
    }
  }

  /** The company's work, from the snapshot while it counts, otherwise from the PSA. */
  async readWork({ companyId }: Granted<"company.read">): Promise<Reading<CompanyWork> | PsaTrouble> {
    try {
      return (await this.#snapshot(companyId)).reading;
    } catch (err) {
      return troubleOf(err);
    }
  }

  /** All companies and contacts, for the firm's own pages. */
  listDirectory(patience: Patience = {}): Promise<Reading<Directory> | PsaTrouble> {
    const { connector } = this.#parts;
    return this.#ask("list_directory", (call) => connector.listDirectory(call), patience).catch(troubleOf);
  }

  /** All projects of all companies, for the firm's own questions about everybody. */
  listProjects(patience: Patience = {}): Promise<Reading<Project[]> | PsaTrouble> {
    const { connector } = this.#parts;
    return this.#ask("list_projects", (call) => connector.listProjects(call), patience).catch(troubleOf);
  }

  async #snapshot(companyId: CompanyId): Promise<Snapshot> {
    const { connector, cache, connectionId, clock } = this.#parts;
    const key = `${connectionId}:${companyId}`;
    const [cached, version] = await Promise.all([
      cache.get(key),
      this.#ask("work_version", (call) => connector.workVersion(call), { isRecorded: false }),
    ]);
    const ageMs = cached ? clock.now().getTime() - cached.reading.readAt.getTime() : Number.POSITIVE_INFINITY;
    if (cached && cached.version === version && ageMs < SNAPSHOT_AGE_MAX_MS) return cached;
    const reading = await this.#ask(`read_company_work ${companyId}`, (call) =>
      connector.readCompanyWork(companyId, call),
    );
    // INVARIANT: the version was read before the work, so a change in between makes the snapshot look old, never new.
    const snapshot = { reading, version };
    await cache.set(key, snapshot);
    return snapshot;
  }

  #ask<T>(
    question: string,
    read: (call: Call) => Promise<T>,
    { isRecorded = true, deadlineMs = this.#parts.deadlineMs }: Patience & { isRecorded?: boolean } = {},
  ): Promise<T> {
    const running = this.#inFlight.get(question);
    // One question always has one type of answer: the key names the method and its argument.
    if (running) return running as Promise<T>;
    const asked = (
      isRecorded ? this.#recorded(question, read, deadlineMs) : this.#beforeDeadline(read, deadlineMs)
    ).finally(() => this.#inFlight.delete(question));
    this.#inFlight.set(question, asked);
    return asked;
  }

  async #recorded<T>(question: string, read: (call: Call) => Promise<T>, deadlineMs: number): Promise<T> {
    const { clock, firmId, record } = this.#parts;
    const at = clock.now();
    // Whom or what it was about stands in the decision; the record of a read needs no personal data.
    const [kind = ""] = question.split(" ");
    const done = (outcome: string) =>
      record({ firmId, at, question: kind, outcome, tookMs: clock.now().getTime() - at.getTime() });
    try {
      const answer = await this.#beforeDeadline(read, deadlineMs);
      done("answered");
      return answer;
    } catch (err) {
      done(err instanceof PsaFault ? err.code : "fault");
      throw err;
    }
  }

  /** A connector that ignores its signal must not keep a visitor waiting either. */
  #beforeDeadline<T>(read: (call: Call) => Promise<T>, deadlineMs: number): Promise<T> {
    const signal = AbortSignal.timeout(deadlineMs);
    const tooLate = new PsaFault("unavailable", `no answer within ${deadlineMs / 1000} seconds`);
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(tooLate), { once: true });
      read({ signal, isUrgent: true }).then(resolve, (err) => reject(signal.aborted ? tooLate : err));
    });
  }
}

/** The firm's companies and contacts as they are now, or why they cannot be read. */
export async function readDirectory(gateway: PsaGateway | PsaTrouble): Promise<Reading<Directory> | PsaTrouble> {
  return "kind" in gateway ? gateway : gateway.listDirectory();
}

/** One page load's view of a PSA: the facts for the decision, and afterwards the content out of the same snapshot. */
export function openReading(gateway: PsaGateway | PsaTrouble) {
  let work: Reading<CompanyWork> | null = null;
  const facts: FactSource = {
    readPeople: async (email) => ("kind" in gateway ? gateway : gateway.readPeople(email)),
    readWork: async (granted): Promise<WorkFact> => {
      const answer = "kind" in gateway ? gateway : await gateway.readWork(granted);
      if ("kind" in answer) return answer;
      work = answer;
      const gaps = answer.gaps.map((gap) => `${gap.place}: ${gap.message}`);
      return {
        kind: "read",
        projects: answer.value.projects,
        supplies: suppliedFields(answer.value),
        gaps,
        readAt: answer.readAt,
      };
    },
  };
  /** What the person may see of it, and when it was read. */
  function content(granted: Granted<"portal.view">): { work: ShownWork; readAt: Date } {
    invariant(work && work.value.companyId === granted.companyId, "the proof rests on this very reading");
    return {
      work: dropHidden(onlyVisible(work.value, granted.visibleProjectIds), granted.fields),
      readAt: work.readAt,
    };
  }
  return { facts, content };
}

/** A company's work without what belongs to its other projects. */
export function onlyVisible(work: CompanyWork, visible: ReadonlySet<ProjectId>): CompanyWork {
  const projects = work.projects.filter((project) => visible.has(project.id));
  const managerIds = new Set(projects.map((project) => project.managerId));
  return {
    companyId: work.companyId,
    projects,
    phases: work.phases.filter((phase) => visible.has(phase.projectId)),
    milestones: work.milestones.filter((milestone) => visible.has(milestone.projectId)),
    managers: work.managers.filter((manager) => managerIds.has(manager.id)),
    ...partsOfVisible(work, visible),
  };
}

/** Whoever sees only some of the company's projects gets no invoice that is for the company as a whole. */
function partsOfVisible(work: CompanyWork, visible: Granted<"portal.view">["visibleProjectIds"]) {
  const isOwn = ({ projectId }: { projectId: ProjectId }) => visible.has(projectId);
  const team = work.team.filter(isOwn);
  const people = new Set(team.map(({ personId }) => personId));
  const seesAll = work.projects.every(
    ({ id, status }) => visible.has(id) || status === "archived" || status === "draft",
  );
  return {
    team,
    staff: work.staff.filter(({ id }) => people.has(id)),
    utilisation: work.utilisation.filter(({ personId }) => people.has(personId)),
    hours: work.hours.filter(isOwn),
    margins: work.margins.filter(isOwn),
    tasks: work.tasks.filter(isOwn),
    invoices: work.invoices.filter(({ projectId }) => (projectId === null ? seesAll : visible.has(projectId))),
  };
}
