// A page that stands in somebody's browser, asked for once more in another language, without their browser noticing.
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import type { BrowserContext, Page, Request } from "playwright-core";

export type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** Notes how the pages of some contexts are asked for: by an address, or by a form that is sent. */
export function noteRequests() {
  const newest = new WeakMap<Page, Request>();
  return {
    follow: (context: BrowserContext) => {
      context.on("page", (page) => {
        page.on("request", (sent) => void (sent.isNavigationRequest() && newest.set(page, sent)));
      });
    },
    /** What was asked for last in a page. */
    of: (page: Page): Request => {
      const sent = newest.get(page);
      if (!sent) throw new Error("nothing was asked for in this page");
      return sent;
    },
  };
}

/**
 * The HTML of what was asked for, in the language of this locale. What comes back sets no cookie in the person's browser; a form is
 * sent a second time. Throws when the answer leads elsewhere.
 */
export async function askAgain(sent: Request, cookies: Cookies, locale: string): Promise<string> {
  const url = new URL(sent.url());
  const type = sent.headers()["content-type"];
  // The name of a host need not resolve here; what decides is the Host header.
  const again = request({
    host: "127.0.0.1",
    port: url.port,
    path: `${url.pathname}${url.search}`,
    method: sent.method(),
    headers: {
      host: url.host,
      "accept-language": locale,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      ...(type && { "content-type": type }),
    },
  });
  again.end(sent.postDataBuffer() ?? undefined);
  const [answer] = (await once(again, "response")) as [IncomingMessage];
  const html = await text(answer);
  if (answer.headers.location) throw new Error(`${sent.method()} ${url.pathname} leads to ${answer.headers.location}`);
  return html;
}
