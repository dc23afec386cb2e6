import type { Context } from "hono";
import { AppError } from "../lib/app-error.ts";
import { Notice } from "../ui/components/notice.tsx";
import { Document } from "../ui/document.tsx";
import type { Assets } from "../ui/frame.ts";
import { LOCALE } from "../ui/locale.ts";
import type { AppEnv } from "./env.ts";
import { renderPage } from "./render-page.ts";

const headings: Record<number, string> = {
  403: "That did not work",
  404: "Nothing at this address",
  413: "That was too long",
};

/** Turns any fault into a page that shows its public half and the request's id, and writes the rest into the log. */
export function onError(assets: Assets) {
  return (err: Error, c: Context<AppEnv>): Response | Promise<Response> => {
    const fault = err instanceof AppError ? err : null;
    const { requestId, log } = c.env;
    if (fault) log.info({ code: fault.code, detail: fault.message }, "request refused");
    else log.error({ err }, "request failed");
    const status = (fault?.status ?? 500) as 403 | 404 | 413 | 500;
    const notice = {
      heading: headings[status] ?? "Something broke on our side",
      paragraphs: [
        fault?.publicMessage ??
          "Nothing was lost. Load the page again; if it stays like this, pass on the reference below.",
      ],
      signedInAs: null,
      actions: [],
      portals: [],
      contact: null,
      reference: fault ? null : requestId,
    };
    return renderPage(
      c,
      <Document title={notice.heading} lang={LOCALE} assets={assets}>
        <main id="main">
          <Notice notice={notice} />
        </main>
      </Document>,
      status,
    );
  };
}
