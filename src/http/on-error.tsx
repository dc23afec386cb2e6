import type { Context } from "hono";
import { AppError } from "../lib/app-error.ts";
import { Notice, type NoticeModel } from "../ui/components/notice.tsx";
import { Document } from "../ui/document.tsx";
import type { Assets } from "../ui/frame.ts";
import { LOCALE } from "../ui/locale.ts";
import type { AppEnv } from "./env.ts";
import { renderPage } from "./render-page.ts";

const headings: Record<string, string> = {
  403: "That did not work",
  404: "Nothing at this address",
  413: "That was too long",
  upload_too_large: "That file is too large",
};

/**
 * Turns any fault into a page that shows its public half and the request's id, and writes the rest into the log. On a host
 * of ours (`hasStart`) the page leads on to the start of it.
 */
export function onError(assets: Assets, { hasStart }: { hasStart: boolean }) {
  return (err: Error, c: Context<AppEnv>): Response | Promise<Response> => {
    const fault = err instanceof AppError ? err : null;
    const { requestId, log, firm } = c.env;
    if (fault) log.info({ code: fault.code, detail: fault.message }, "request refused");
    else log.error({ err }, "request failed");
    const status = (fault?.status ?? 500) as 403 | 404 | 413 | 500;
    const notice = {
      heading: headings[fault?.code ?? ""] ?? headings[status] ?? "Something broke on our side",
      paragraphs: [fault?.publicMessage ?? brokenText],
      signedInAs: null,
      actions: hasStart ? [{ label: "Go to the start", href: "/" }] : [],
      contact: null,
      reference: fault ? null : requestId,
    };
    return renderPage(c, <ErrorPage assets={assets} firmName={firm?.name ?? null} notice={notice} />, status);
  };
}

const brokenText = "Nothing was lost. Load the page again; if it stays like this, pass on the reference below.";

type ErrorPageProps = { assets: Assets; firmName: string | null; notice: NoticeModel };

function ErrorPage({ assets, firmName, notice }: ErrorPageProps) {
  return (
    <Document title={notice.heading} lang={LOCALE} assets={assets}>
      {firmName === null ? null : (
        <header class="page-head">
          <a class="firm" href="/">
            {firmName}
          </a>
        </header>
      )}
      <main id="main">
        <Notice notice={notice} />
      </main>
    </Document>
  );
}
