// A browser without a screen: keeps the cookies of one host, follows redirects on it, posts forms as a browser does.
import type { BuiltApp } from "../../src/app.tsx";
import type { Mailbox } from "../../src/mail/mailbox.ts";

export type Answer = { status: number; text: string; headers: Headers; path: string };

type Parts = { app: BuiltApp; mailbox: Mailbox };

export class Visitor {
  readonly #parts: Parts;
  readonly #host: string;
  readonly #cookies = new Map<string, string>();
  /** The network address the app sees. */
  address = "203.0.113.7";

  constructor(parts: Parts, host: string) {
    this.#parts = parts;
    this.#host = host;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("GET", path, { headers });
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams(form).toString();
    const formHeaders = { "content-type": "application/x-www-form-urlencoded", origin: `http://${this.#host}` };
    return this.send("POST", path, { body, headers: { ...formHeaders, ...headers } });
  }

  /** Types an email and the code from the mail; ends where the sign-in leads. */
  async signIn(email: string, next = "/"): Promise<Answer> {
    await this.post("/sign-in", { email, next });
    return this.post("/sign-in/code", { code: this.newestCode(email) });
  }

  /** The newest code mailed to an address. */
  newestCode(email: string): string {
    const mail = this.#parts.mailbox.list().find(({ to }) => to === email.trim().toLowerCase());
    const digits = mail?.subject.replace(/\D/g, "").slice(0, 6) ?? "";
    if (digits.length !== 6) throw new Error(`no code was mailed to ${email}`);
    return digits;
  }

  async send(
    method: string,
    path: string,
    init: { body?: string; headers?: Record<string, string>; follow?: boolean } = {},
  ): Promise<Answer> {
    const headers = new Headers({ host: this.#host, ...init.headers });
    if (this.#cookies.size > 0)
      headers.set("cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const request = new Request(`http://${this.#host}${path}`, {
      method,
      headers,
      ...(init.body !== undefined && { body: init.body }),
    });
    const response = await this.#parts.app.fetch(request, { address: this.address });
    this.#keepCookies(response);
    const location = response.headers.get("location");
    if (location !== null && init.follow !== false) {
      const url = new URL(location, `http://${this.#host}`);
      if (url.host !== this.#host) throw new Error(`redirected to another host: ${location}`);
      return this.get(`${url.pathname}${url.search}`);
    }
    return { status: response.status, text: await response.text(), headers: response.headers, path };
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
