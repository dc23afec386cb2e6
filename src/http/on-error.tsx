import { AppError } from "../lib/app-error.ts";
import { Notice, type NoticeModel } from "../ui/components/notice.tsx";
import { Document } from "../ui/document.tsx";
import type { Assets } from "../ui/frame.ts";
import type { AppContext } from "./env.ts";
import { renderPage } from "./render-page.ts";
import { httpWords } from "./words.ts";

/** What the page says about each fault of the catalogue, by its code. */
const said = {
  cross_site: ["refused", "cross_site"],
  body_too_large: ["too_long", "body_too_large"],
  upload_too_large: ["file_too_large", "upload_too_large"],
  nothing_here: ["not_found", "nothing_here"],
  broken: ["broken", "broken_text"],
} as const;

type Answering = {
  /** On a host of ours, to whose start the page leads on. */
  hasStart: boolean;
  localeOf: (c: AppContext) => string;
};

/** Turns any fault into a page that shows its public half and the request's id, and writes the rest into the log. */
export function onError(assets: Assets, { hasStart, localeOf }: Answering) {
  return (err: Error, c: AppContext): Response | Promise<Response> => {
    const fault = err instanceof AppError ? err : null;
    const { requestId, log, firm } = c.env;
    if (fault) log.info({ code: fault.code, detail: fault.message }, "request refused");
    else log.error({ err }, "request failed");
    const status = (fault?.status ?? 500) as 403 | 404 | 413 | 500;
    const lang = localeOf(c);
    const say = httpWords(lang);
    const code = codeOf(fault);
    const [heading, text] = said[code];
    const notice = {
      heading: say(heading),
      paragraphs: [fault && code === "broken" ? fault.publicMessage : say(text)],
      signedInAs: null,
      actions: hasStart ? [{ label: say("to_start"), href: "/" }] : [],
      contact: null,
      reference: fault ? null : { label: say("reference"), code: requestId },
    };
    return renderPage(c, <ErrorPage {...{ assets, lang, notice }} firmName={firm?.name ?? null} />, status);
  };
}

function codeOf(fault: AppError | null): keyof typeof said {
  const codes = Object.keys(said) as (keyof typeof said)[];
  return codes.find((code) => code === fault?.code) ?? "broken";
}

type ErrorPageProps = { assets: Assets; lang: string; firmName: string | null; notice: NoticeModel };

function ErrorPage({ assets, lang, firmName, notice }: ErrorPageProps) {
  return (
    <Document title={notice.heading} lang={lang} assets={assets}>
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
