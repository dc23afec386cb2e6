import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type SourceFile = { path: string; text: string; imports: string[] };

/** Every TypeScript file below src/, with what it imports: our own files as paths from the root, packages by name. */
export function listSourceFiles(): SourceFile[] {
  return readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join("src", name);
      const text = readFileSync(join(ROOT, path), "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

function importsOf(path: string, text: string): string[] {
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\s[^"';]*?\sfrom\s+["']([^"']+)["']/gm),
    ...text.matchAll(/\bimport\s*\(?\s*["']([^"']+)["']/g),
  ];
  return specifiers
    .map((match) => match[1] ?? "")
    .map((specifier) => (specifier.startsWith(".") ? relative(".", join(dirname(path), specifier)) : specifier));
}
