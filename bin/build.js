// Bundles the program into dist/cli.js, and beside it the one that draws pictures: our own TypeScript and JSX, and Drizzle. The other
// libraries stay outside the bundles.
// With --if-older it does nothing while dist/ is newer than every source.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundle = join(root, "dist/cli.js");

if (!process.argv.includes("--if-older") || isOlder()) await bundleProgram();
linkProgram();

async function bundleProgram() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: ["src/cli.ts", "src/pictures/drawing-program.ts"],
    entryNames: "[name]",
    outdir: "dist",
    absWorkingDir: root,
    bundle: true,
    external: outside(),
    platform: "node",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: true,
    logLevel: "warning",
    write: false,
  });
  mkdirSync(join(root, "dist"), { recursive: true });
  // Written beside and renamed: somebody may start the program at this very moment.
  for (const { path, contents } of outputFiles) {
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
}

/** Drizzle is hundreds of files, most of them for other databases: read one by one, they are most of what a start costs. */
function outside() {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const libraries = Object.keys(dependencies).filter((name) => name !== "drizzle-orm");
  return libraries.flatMap((name) => [name, `${name}/*`]);
}

function isOlder() {
  if (!existsSync(bundle)) return true;
  const builtAt = statSync(bundle).mtimeMs;
  return ["src", "demo"].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .some((name) => statSync(join(root, folder, name)).mtimeMs > builtAt),
  );
}

/** A plain link, not a "bin" entry: for that `npx` would first install the project into its own cache, at every change. */
function linkProgram() {
  const link = join(root, "node_modules/.bin/prolens");
  if (process.platform !== "win32" && !existsSync(link)) symlinkSync("../../bin/prolens.js", link);
}
