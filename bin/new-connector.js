// Writes what a connector to another vendor begins with: the files of connector-skeleton/, under the vendor's name. It replaces nothing.
// What it writes compiles, and its contract fails until everything about the vendor has been found out and written.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const skeleton = join(root, "bin/connector-skeleton");

/** The skeleton's vendor is called this, in every way in which a name is written. */
const spellings = { kebab: "new-vendor", camel: "newVendor", pascal: "NewVendor", title: "New Vendor" };

const [name, ...others] = process.argv.slice(2);
const refusal = refusalOf(name, others);
if (refusal === null) writeConnector(name);
else {
  console.error(`connector: ${refusal}`);
  process.exitCode = 2;
}

/** Why nothing is written; null where nothing speaks against it. */
function refusalOf(given, more) {
  if (given === undefined || more.length > 0) return "give one name: npm run connector -- bqe-core";
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(given) || given.length > 40) {
    return `"${given}" is no name for a folder here: small letters and digits, words joined by "-", a letter first, such as bqe-core`;
  }
  const taken = [...folders(given), ...files(given).map(({ path }) => path)].find((path) =>
    existsSync(join(root, path)),
  );
  return taken === undefined ? null : `"${given}" is taken: ${taken} is there already. Nothing was written`;
}

function folders(given) {
  return [`src/connectors/${given}`, `demo/stand-ins/${given}`];
}

/** Every file of the skeleton, with its place and its text under the given name. */
function files(given) {
  return readdirSync(skeleton, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(skeleton.length + 1))
    .map((path) => ({ path: called(given, path), text: called(given, readFileSync(join(skeleton, path), "utf8")) }));
}

function called(given, text) {
  const words = given.split("-");
  const capitals = words.map((word) => word[0].toUpperCase() + word.slice(1));
  const pascal = capitals.join("");
  return text
    .replaceAll(spellings.kebab, given)
    .replaceAll(spellings.camel, pascal[0].toLowerCase() + pascal.slice(1))
    .replaceAll(spellings.pascal, pascal)
    .replaceAll(spellings.title, capitals.join(" "));
}

function writeConnector(given) {
  const written = files(given);
  for (const { path, text } of written) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: "wx" });
  }
  format(written.map(({ path }) => path).filter((path) => path.endsWith(".ts")));
  console.log(words(given, written).join("\n"));
}

/** Another name sorts imports and breaks lines in other places. */
function format(paths) {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { status, stderr } = spawnSync(process.execPath, [biome, "check", "--write", ...paths], { cwd: root });
  if (status !== 0) {
    console.error(`connector: the files are written, and not formatted: ${stderr ?? "biome is missing, run npm ci"}`);
    process.exitCode = 1;
  }
}

function words(given, written) {
  return [
    "Written:",
    ...written.map(({ path }) => `  ${path}`),
    "",
    "Nobody can connect it yet, and its contract fails, each time by what is to be written next:",
    `  npx vitest run test/contracts/${given}.test.ts --bail 1`,
    "What is still open:",
    `  grep -rn -A1 "notWritten(" --exclude=not-written.ts src/connectors/${given} demo/stand-ins/${given}`,
    "",
    "When the contract holds, the kind opens the connector to firms. Begin here; then `npm run types` names place after place:",
    `  src/domain/psa-connection.ts   | { kind: "${given}"; settings: { accountId: string } }`,
    "",
    "The whole road, hour by hour: docs/guides/new-connector.md",
  ];
}
