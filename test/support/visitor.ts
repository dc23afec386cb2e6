// A browser without a screen: keeps the cookies of one host, follows redirects on it, posts forms as a browser does.
import type { BuiltApp } from "../../src/app.tsx";
import type { Mailbox } from "../../src/mail/mailbox.ts";

export type Answer = {
  status: number;
  text: string;
  headers: Headers;
  path: string;
  /** Where the answer leads, when it was asked for without following. */
  location: string | null;
};

type Parts = { app: BuiltApp; mailbox: Mailbox };

export type Sending = {
  body?: string | FormData | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  follow?: boolean;
};

let visitors = 0;

export class Visitor {
  readonly #parts: Parts;
  readonly host: string;
  readonly #cookies = new Map<string, string>();
  /** The network address the app sees; every visitor has one of their own (RFC 2544 range), unless a test says otherwise. */
  address: string;
  /** What the browser prefers to read; null where it does not say. */
  language: string | null = null;

  constructor(parts: Parts, host: string) {
    this.#parts = parts;
    this.host = host;
    visitors++;
    this.address = `198.18.${visitors >> 8}.${visitors & 255}`;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** As if the cookies of another browser had been copied here. */
  stealCookies(other: Visitor): void {
    for (const [name, value] of other.cookies) this.#cookies.set(name, value);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("GET", path, { headers });
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("POST", path, { body: new URLSearchParams(form).toString(), headers: formHeaders(headers) });
  }

  /** Posts a form and stays where the answer is, without going where it leads. */
  postOnly(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams(form).toString();
    return this.send("POST", path, { body, headers: formHeaders(headers), follow: false });
  }

  /** Posts a form with files as a browser does, which says beforehand how long it is. Stays where the answer is. */
  async upload(path: string, fields: Record<string, string | Uint8Array<ArrayBuffer>>): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      form.append(name, typeof value === "string" ? value : new File([value], `${name}.png`));
    const packed = new Response(form);
    const body = new Uint8Array(await packed.arrayBuffer());
    const type = packed.headers.get("content-type") ?? "";
    const headers = { "content-type": type, "content-length": String(body.byteLength) };
    return this.send("POST", path, { body, headers, follow: false });
  }

  /** Types an email and the code from the mail; ends where the sign-in leads. Throws when no code was sent. */
  async signIn(email: string, next = "/"): Promise<Answer> {
    const { status } = await this.post("/sign-in", { email, next });
    if (status !== 200) throw new Error(`no code was sent to ${email}: ${status}`);
    return this.post("/sign-in/code", { code: this.newestCode(email) });
  }

  /** The newest code mailed to an address. */
  newestCode(email: string): string {
    const [newest] = this.codes(email);
    if (newest === undefined) throw new Error(`no code was mailed to ${email}`);
    return newest;
  }

  /** Every code mailed to an address, the newest first. */
  codes(email: string): string[] {
    const mails = this.#parts.mailbox.list().filter(({ to }) => to === email.trim().toLowerCase());
    return mails.map(({ subject }) => subject.replace(/\D/g, "").slice(0, 6));
  }

  /** The path of the link in the newest mail to an address. Throws when it leads to another host than this one. */
  newestLink(email: string): string {
    const mail = this.#parts.mailbox.list().find(({ to }) => to === email);
    const [link] = /https?:\/\/\S+/.exec(mail?.text ?? "") ?? [];
    if (link === undefined) throw new Error(`no link was mailed to ${email}`);
    const { host, pathname, search } = new URL(link);
    if (host !== this.host) throw new Error(`the link leads to another host: ${host}`);
    return `${pathname}${search}`;
  }

  async send(method: string, path: string, init: Sending = {}): Promise<Answer> {
    const origin = method === "GET" || method === "HEAD" ? {} : { origin: `http://${this.host}` };
    const language = this.language === null ? {} : { "accept-language": this.language };
    const headers = new Headers({ host: this.host, ...origin, ...language, ...init.headers });
    if (this.#cookies.size > 0 && !headers.has("cookie"))
      headers.set("cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const request = new Request(`http://${this.host}${path}`, {
      method,
      headers,
      ...(init.body !== undefined && { body: init.body }),
    });
    const response = await this.#parts.app.fetch(request, { address: this.address });
    this.#keepCookies(response);
    const location = response.headers.get("location");
    if (location !== null && init.follow !== false) {
      const url = new URL(location, `http://${this.host}`);
      if (url.host !== this.host) throw new Error(`redirected to another host: ${location}`);
      return this.get(`${url.pathname}${url.search}`);
    }
    return { status: response.status, text: await response.text(), headers: response.headers, path, location };
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value.join("="));
    }
  }
}

function formHeaders(headers: Record<string, string>): Record<string, string> {
  return { "content-type": "application/x-www-form-urlencoded", ...headers };
}
