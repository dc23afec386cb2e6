import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { connectPsa } from "../commands/connect-psa.ts";
import { createFirm } from "../commands/create-firm.ts";
import { PsaFault } from "../connectors/errors.ts";
import { inFirmRead } from "../data/database.ts";
import { findConnection } from "../data/queries/connections.ts";
import { parseEmail } from "../domain/email.ts";
import { isSlug } from "../domain/slug.ts";
import { portalOrigin } from "../tenancy/place.ts";
import { type Answer, columns, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, connectOf, requireFirm } from "./context.ts";

/** A firm and its first admin. */
export async function firmCreate(
  context: CommandContext,
  options: { slug: string; name: string; admin: string },
): Promise<Answer> {
  const { slug } = options;
  const name = options.name.trim();
  const admin = parseEmail(options.admin);
  if (!isSlug(slug))
    throw new WrongUse(`"${slug}" cannot be part of an address: lower-case letters, digits and hyphens`);
  if (name === "" || name.length > 120) throw new WrongUse("--name must be between 1 and 120 characters");
  if (!admin) throw new WrongUse(`"${options.admin}" is no email address`);
  const firm = await createFirm(context.db, { slug, name, admin, now: context.now });
  if (!firm) throw new WrongUse(`a firm with the slug "${slug}" exists already`);
  const { officeUrl } = context.config;
  return {
    json: { firm: { slug, name }, admin, office: officeUrl.href, portals: portalOrigin(slug, context.config) },
    lines: [
      `${name} is set up.`,
      `${admin} signs in at ${officeUrl.href}`,
      `Client portals will stand below ${portalOrigin(slug, context.config)}`,
    ],
  };
}

/** Connects the firm's PSA, in place of the one before. */
export async function connectionAdd(
  context: CommandContext,
  options: { firm: string; kind: string; dir?: string },
): Promise<Answer> {
  if (options.kind !== "csv") throw new WrongUse(`"${options.kind}" is no kind of connection; there is: csv`);
  if (options.dir === undefined) throw new WrongUse("a CSV connection needs --dir, the folder with the files");
  const firm = await requireFirm(context, options.firm);
  const dir = resolve(options.dir);
  const isFolder = await stat(dir).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new WrongUse(`there is no folder ${dir}`);
  await connectPsa(
    context.db,
    { firmId: firm.id, actor: "command line", now: context.now },
    { kind: "csv", settings: { dir } },
  );
  const lines = [`${firm.name} now reads from ${dir}.`, `Check it: prolens connection test --firm ${firm.slug}`];
  return { json: { firm: firm.slug, kind: "csv", dir }, lines };
}

/** Reads the PSA once and reports what is there, what is missing and what could not be understood. */
export async function connectionTest(context: CommandContext, options: { firm: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const connection = await inFirmRead(context.db, firm.id, findConnection);
  if (!connection) throw new WrongUse(`${firm.name} has no connection; \`prolens connection add\` makes one`);
  const { connector } = (await connectOf(context.config))(firm.id, connection);
  try {
    const { counts, notSupplied, gaps } = await connector.inspect({
      signal: AbortSignal.timeout(120_000),
      isUrgent: false,
    });
    const lines = [
      ...columns(counts.map(({ kind, rows }) => [kind, String(rows)])),
      ...(notSupplied.length > 0 ? ["", `Not supplied: ${notSupplied.join(", ")}`] : []),
      "",
      ...(gaps.length === 0
        ? ["Everything could be read."]
        : ["To mend:", ...gaps.map((gap) => `  ${gap.place}: ${gap.message}`)]),
    ];
    const exitCode = gaps.length === 0 ? exitCodes.done : exitCodes.refused;
    return { json: { firm: firm.slug, kind: connection.kind, counts, notSupplied, problems: gaps }, lines, exitCode };
  } catch (err) {
    if (!(err instanceof PsaFault)) throw err;
    const json = { firm: firm.slug, kind: connection.kind, fault: err.code, detail: err.detail };
    return { json, lines: [`No answer: ${err.detail}`], exitCode: exitCodes.cannotTell };
  }
}
