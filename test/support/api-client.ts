import { createApiKey } from "../../src/commands/create-api-key.ts";
import { drawApiKey } from "../../src/identity/api-key.ts";
import { OFFICE_HOST, type TestApp, type TestFirm } from "./test-app.ts";
import { type Answer, type Sending, Visitor } from "./visitor.ts";

/** Makes a key of the firm, as an admin does. */
export async function addApiKey(app: TestApp, { firm }: Pick<TestFirm, "firm">): Promise<{ id: string; key: string }> {
  const { key, keyHash } = drawApiKey(firm.id);
  const doer = { firmId: firm.id, actor: "test", now: app.clock.now() };
  return { id: await createApiKey(app.database.db, doer, { name: "test", keyHash }), key };
}

/** A program that asks the API; null: one that shows no key. */
export class ApiClient extends Visitor {
  readonly #key: string | null;

  constructor(app: TestApp, key: string | null) {
    super({ app: app.app, mailbox: app.mailbox }, OFFICE_HOST);
    this.#key = key;
  }

  override send(method: string, path: string, init: Sending = {}): Promise<Answer> {
    const shown = this.#key === null ? {} : { authorization: `Bearer ${this.#key}` };
    return super.send(method, path, { ...init, headers: { ...shown, ...init.headers } });
  }
}
