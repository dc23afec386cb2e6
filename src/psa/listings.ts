// The listings of everybody over one connection: which there are, and how far those under way have come.
import type { PsaTrouble } from "../access/facts.ts";
import type { Call, Directory, Progress, PsaConnector, Reading } from "../connectors/port.ts";
import type { Project } from "../domain/project.ts";
import type { Clock } from "../lib/clock.ts";
import { PatientListing } from "./patient-listing.ts";

/** Everybody and every project, each with what could not be understood. Without people there is no answer; without projects there is. */
export type Everything = { directory: Reading<Directory>; projects: Reading<Project[]> | PsaTrouble };

type Parts = {
  connector: PsaConnector;
  clock: Clock;
  /** A page waits this long. */
  waitMs: number;
  inBackground: (work: () => Promise<unknown>) => void;
  /** Asks to the end, behind whoever waits for a client's page. */
  ask: <T>(question: string, read: (call: Call) => Promise<T>) => Promise<T | PsaTrouble>;
};

export class Listings {
  readonly #ask: Parts["ask"];
  readonly directory: PatientListing<Directory>;
  readonly projects: PatientListing<Project[]>;
  readonly everything: PatientListing<Everything>;
  /** How far each collection is of the listings under way. */
  readonly #collections = new Map<string, Progress>();
  #underWay = 0;

  constructor({ connector, ask, ...parts }: Parts) {
    this.#ask = ask;
    const common = { ...parts, progress: () => this.progress };
    const listing = <T>(question: string, read: (call: Call) => Promise<Reading<T>>) =>
      new PatientListing<T>({ ...common, read: () => this.#read(question, read) });
    this.directory = listing("list_directory", (call) => connector.listDirectory(call));
    this.projects = listing("list_projects", (call) => connector.listProjects(call));
    this.everything = new PatientListing({ ...common, read: () => this.#readEverything() });
  }

  /** How far the listings under way are, together; null where none is, or the PSA does not say. */
  get progress(): Progress | null {
    return sumOf([...this.#collections.values()]);
  }

  /** What was listed over the same connection before it took over goes on being shown with its age. */
  showOn({ directory, projects, everything }: Listings): void {
    this.directory.showOn(directory);
    this.projects.showOn(projects);
    this.everything.showOn(everything);
  }

  /** From now on nothing that was or is being read is kept. */
  close(): void {
    for (const listing of [this.directory, this.projects, this.everything]) listing.close();
  }

  async #read<T>(question: string, read: (call: Call) => Promise<T>): Promise<T | PsaTrouble> {
    const onProgress: Call["onProgress"] = (collection, progress) => {
      this.#collections.delete(question);
      this.#collections.set(collection, progress);
    };
    // INVARIANT: until it says what it reads, there is no total, which would grow by all that it reads.
    this.#collections.set(question, { read: 0, of: null });
    this.#underWay += 1;
    try {
      return await this.#ask(question, (call) => read({ ...call, onProgress }));
    } finally {
      this.#collections.delete(question);
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#collections.clear();
    }
  }

  async #readEverything(): Promise<Reading<Everything> | PsaTrouble> {
    const [directory, projects] = await Promise.all([this.directory.whole(), this.projects.whole()]);
    return "kind" in directory ? directory : { value: { directory, projects }, gaps: [], readAt: directory.readAt };
  }
}

/** How far several are together, with a total once all of them are counted; null of none. */
export function sumOf(progresses: Progress[]): Progress | null {
  if (progresses.length === 0) return null;
  return progresses.reduce((sum, { read, of }) => ({
    read: sum.read + read,
    of: sum.of === null || of === null ? null : sum.of + of,
  }));
}
