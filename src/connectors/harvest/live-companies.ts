import type { Company } from "../../domain/contact.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import { gapsHiding, type RowGap } from "../http/rows.ts";
import type { Call, Gap } from "../port.ts";
import type { HarvestClient } from "./client.ts";
import { ONE_BY_ONE_MAX } from "./live-contacts.ts";
import { mapCompany } from "./map.ts";
import { type ClientRow, clients } from "./wire.ts";

/**
 * The companies that one question is about, each read once. One that a contact names, who was read just now, and that Harvest does
 * not send is a contradiction: nobody is told that they belong to no company because of it.
 */
export class LiveCompanies {
  readonly #client: HarvestClient;
  readonly #call: Call;
  readonly #asked = new Set<string>();
  readonly #found = new Map<string, ClientRow>();
  readonly #gaps: RowGap[] = [];

  constructor(client: HarvestClient, call: Call) {
    this.#client = client;
    this.#call = call;
  }

  async read(ids: readonly string[]): Promise<void> {
    const unread = [...new Set(ids)].filter((id) => !this.#asked.has(id));
    for (const id of unread) this.#asked.add(id);
    const answers =
      unread.length > ONE_BY_ONE_MAX
        ? [await this.#client.list(clients, {}, this.#call)]
        : await Promise.all(unread.map((id) => this.#client.find(clients, id, this.#call)));
    for (const row of answers.flatMap(({ rows }) => rows)) this.#found.set(row.id, row);
    this.#gaps.push(...answers.flatMap(({ gaps }) => gaps));
  }

  /** `ids`: of contacts that were read for this question. */
  of(ids: ReadonlySet<string>): { companies: Company[]; gaps: Gap[] } {
    const companies = [...ids].flatMap((id) => this.#found.get(id) ?? []).map(mapCompany);
    if (companies.length === ids.size) return { companies, gaps: [] };
    const unreadable = gapsHiding(this.#gaps, ids);
    const missing = [...ids].filter((id) => !this.#found.has(id)).map(notSent);
    return { companies, gaps: unreadable.length > 0 ? unreadable : missing };
  }
}

function notSent(id: string): Gap {
  const place = vendorText("record", { place: clients.place, id });
  return { place, message: vendorText("not_sent", { vendor: clients.vendor }) };
}
