// Whether a host of a firm's own leads here: its name, and then an answer of ours under it.
import { lookup } from "node:dns/promises";

export type HostStep = { step: "name" | "answer"; isOk: boolean; found: string; expected: string };

const ANSWER_WITHIN_MS = 5_000;

export type HostProbe = {
  addressesOf: (name: string) => Promise<string[]>;
  fetch: (url: string, signal: AbortSignal) => Promise<{ status: number; text: string }>;
};

/** As the world sees it: the resolver of this machine, and a request like a browser's. */
export const realProbe: HostProbe = {
  addressesOf: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  fetch: async (url, signal) => {
    const response = await fetch(url, { signal, redirect: "manual" });
    return { status: response.status, text: (await response.text()).slice(0, 200) };
  },
};

/** Step by step, the first that fails last. `origin`: how the host is served, such as `https://portal.firm.com`. */
export async function checkHost(origin: string, builtInHost: string, probe: HostProbe): Promise<HostStep[]> {
  const name = await checkName(new URL(origin).hostname, builtInHost, probe);
  return name.isOk ? [name, await checkAnswer(`${origin}/healthz`, probe)] : [name];
}

async function checkName(name: string, builtInHost: string, { addressesOf }: HostProbe): Promise<HostStep> {
  const expected = `an address, as with a CNAME record to ${builtInHost}`;
  try {
    const addresses = await addressesOf(name);
    return { step: "name", isOk: addresses.length > 0, found: addresses.join(", ") || "none", expected };
  } catch (err) {
    return { step: "name", isOk: false, found: `none (${codeOf(err)})`, expected };
  }
}

async function checkAnswer(url: string, probe: HostProbe): Promise<HostStep> {
  const expected = `"ok" from ${url}`;
  try {
    const { status, text } = await probe.fetch(url, AbortSignal.timeout(ANSWER_WITHIN_MS));
    const isOk = status === 200 && text === "ok";
    return { step: "answer", isOk, found: isOk ? '"ok"' : `status ${status}, not from ProLens`, expected };
  } catch (err) {
    return { step: "answer", isOk: false, found: `no answer (${codeOf(err)})`, expected };
  }
}

/** Such as ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED: what whoever looks after the name and the certificate goes by. */
function codeOf(err: unknown): string {
  if (!(err instanceof Error)) return String(err);
  if (err.name === "TimeoutError") return `nothing within ${ANSWER_WITHIN_MS / 1000} seconds`;
  const inner = err.cause instanceof Error ? err.cause : err;
  return "code" in inner && typeof inner.code === "string" ? inner.code : inner.message;
}
