// Questions to a JSON:API server as tests ask them, and its answers as loose as they come.
import type { LooseJson } from "../faults.ts";
import type { ProductiveStandIn } from "../productive/stand-in.ts";

export const organization = { id: "999", name: "Harbor Example" };
export const token = "a-token-of-nora";

export type Asked = { status: number; headers: Headers; json: LooseJson };

/** `path` below the API's address, with its parameters as they are typed into a browser. */
export async function ask(standIn: ProductiveStandIn, path: string, headers: object = {}): Promise<Asked> {
  const all = { "x-auth-token": token, "x-organization-id": organization.id, ...headers };
  const response = await fetch(`${standIn.baseUrl}${path}`, { headers: all });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

/** The ids of the answer's rows as we call them. */
export async function ourIds(standIn: ProductiveStandIn, path: string): Promise<string[]> {
  const { json } = await ask(standIn, path);
  return json.data.map(({ type, id }: { type: string; id: string }) => standIn.ourIdOf(type, id));
}
