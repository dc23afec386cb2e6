// The description of Harvest's API that others have published (jolicode/harvest-php-api, Resources/harvest-openapi.yaml), and
// what is held against it. The file is no part of this project.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv, type ValidateFunction } from "ajv";
import ajvFormats from "ajv-formats";
import { parse } from "yaml";
import { invariant } from "../../src/lib/invariant.ts";

/**
 * Where the published file is plainly wrong against what was recorded or what the vendor's own pages say:
 * - `page` is an integer in it, but the vendor documents null for the pages between the first and the last of a cursor;
 * - two links to assignments may be `type: "null"`, which is a word of OpenAPI 3.1 in a document of 3.0;
 * - `invoice_recipient_status` of contacts is on the vendor's page and not yet in it. Further fields are allowed by it.
 *
 * Of refusals it says little: no status of its own, no header, and one `Error {code, message}` for all, which the program that
 * wrote the file made up and of which it demands no field. What a refusal carries is not documented; it does not contradict this.
 */
const nullablePage = { type: "integer", nullable: true };
const onlyNull = { nullable: true, enum: [null] };

type Schema = { [keyword: string]: unknown };
type Parameter = { in: string; name: string; required?: boolean; schema: Schema };
type Operation = {
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
};
type Description = { paths: Record<string, { get?: Operation }>; components: { schemas: Record<string, Schema> } };

/** The path of the published file, from `HARVEST_OPENAPI` or beside the checkout; null where it is not there. */
export function findDescription(): string | null {
  const beside = join(import.meta.dirname, "../../../shared/reference/psa/harvest-contract/harvest-openapi.yaml");
  const path = process.env.HARVEST_OPENAPI ?? beside;
  return existsSync(path) ? path : null;
}

/** The file with what is plainly wrong put right. */
function readDescription(path: string): Description {
  return corrected(parse(readFileSync(path, "utf8"))) as Description;
}

function corrected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(corrected);
  if (typeof value !== "object" || value === null) return value;
  if ("type" in value && value.type === "null") return onlyNull;
  const isEnvelope = "page" in value && "links" in value;
  const parts = isEnvelope ? { ...value, page: nullablePage } : value;
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, name === "example" ? part : corrected(part)]),
  );
}

/** What is wrong with the corrected file as an OpenAPI document; null where nothing is. */
export async function faultsOfDescription(path: string): Promise<unknown> {
  const { valid, errors } = await new Validator().validate(readDescription(path));
  return valid ? null : errors;
}

export type Answered = { url: URL; status: number; body: unknown };
export type Exchanged = Answered & { headers: Record<string, string> };

/** What does not fit, in a list: of a question and its answer, or of an answer alone. An answer of 200 is held against another schema than a refusal. */
export type Check = { faultsOf(exchanged: Exchanged): string[]; faultsOfAnswer(answered: Answered): string[] };

/** Opens the file. Throws where it has a path that we ask for, but no schema of its answers. */
export function openDescription(path: string): Check {
  const described = readDescription(path);
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  ajvFormats.default(ajv);
  // The library's own `url` refuses every address of this machine.
  ajv.addFormat("url", URL.canParse);
  ajv.addSchema({ $id: "harvest", components: withNulls(described.components) as object });
  const compiled = new Map<Schema, ValidateFunction>();
  const faultsIn = (schema: Schema, value: unknown, what: string) => {
    const validate = compiled.get(schema) ?? ajv.compile(pointed(withNulls(schema)) as object);
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${what}${instancePath}: ${message}`);
  };
  const faultsOfAnswer = ({ url, status, body }: Answered) => {
    const operation = operationFor(described, url.pathname);
    if (!operation) return [`${url.pathname} is not described`];
    const answer = operation.responses[status === 200 ? "200" : "default"]?.content?.["application/json"]?.schema;
    invariant(answer, `${url.pathname} is described with an answer of ${status}`);
    return faultsIn(answer, body, url.pathname);
  };
  const faultsOfQuestion = ({ url, headers }: Exchanged) => [
    ...missingHeaders(headers),
    ...[...url.searchParams].flatMap(([name, value]) =>
      checkParameter(operationFor(described, url.pathname), { name, value }, faultsIn),
    ),
  ];
  return {
    faultsOf: (exchanged) => [...faultsOfQuestion(exchanged), ...faultsOfAnswer(exchanged)],
    faultsOfAnswer,
  };
}

function operationFor({ paths }: Description, pathname: string): Operation | undefined {
  const asked = pathname.replace(/^\/v2/, "").split("/");
  const fits = (path: string) => {
    const parts = path.split("/");
    return parts.length === asked.length && parts.every((part, at) => part === asked[at] || part.startsWith("{"));
  };
  return paths[asked.join("/")]?.get ?? Object.entries(paths).find(([path]) => fits(path))?.[1].get;
}

function missingHeaders(headers: Record<string, string>): string[] {
  return ["authorization", "harvest-account-id", "user-agent"].filter((name) => !headers[name]);
}

type FaultsIn = (schema: Schema, value: unknown, what: string) => string[];

/** `ref` stands in the vendor's own links. */
function checkParameter(
  operation: Operation | undefined,
  asked: { name: string; value: string },
  faultsIn: FaultsIn,
): string[] {
  if (asked.name === "ref") return [];
  const known = operation?.parameters?.find((parameter) => parameter.in === "query" && parameter.name === asked.name);
  if (!known) return [`${asked.name} is not described`];
  return faultsIn(known.schema, typed(asked.value, known.schema), asked.name);
}

function typed(value: string, { type }: Schema): unknown {
  return type === "integer" || type === "boolean" ? JSON.parse(value) : value;
}

/** `nullable` of OpenAPI 3.0, in words of JSON Schema: the file has it beside `allOf` too. */
function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== "object" || value === null) return value;
  const { nullable, ...rest } = value as Schema;
  const inner = Object.fromEntries(Object.entries(rest).map(([keyword, part]) => [keyword, withNulls(part)]));
  return nullable === true ? { anyOf: [{ type: "null" }, inner] } : inner;
}

/** References lead into the file, from wherever they stand. */
function pointed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/components/', '"harvest#/components/'));
}
