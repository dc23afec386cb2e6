const LENGTH_MAX = 512;

/** A path of this host to go on to, or "/" when the text is anything else: never another host, never a scheme. */
export function localPath(text: unknown): string {
  if (typeof text !== "string" || text.length > LENGTH_MAX || !/^\/(?![/\\])/.test(text)) return "/";
  const base = "http://here.invalid";
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  // Resolving "/..//evil.example" leaves "//evil.example", which a browser takes for another host.
  return url?.origin === base && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : "/";
}
