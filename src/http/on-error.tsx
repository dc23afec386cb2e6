import type { Branding } from "../domain/branding.ts";
import type { Firm } from "../domain/firm.ts";
import type { AppError } from "../lib/app-error.ts";
import { Notice, type NoticeModel } from "../ui/components/notice.tsx";
import { FirmMark, PortalFoot } from "../ui/components/portal-page.tsx";
import { Document } from "../ui/document.tsx";
import type { Assets } from "../ui/frame.ts";
import type { AppContext } from "./env.ts";
import { faultOf } from "./fault-of.ts";
import { lookOf } from "./look-of.ts";
import { RETRY_AFTER_S } from "./problem.ts";
import { renderPage } from "./render-page.ts";
import { httpWords } from "./words.ts";

/** What the page says about each fault of the catalogue, by its code. */
const said = {
  cross_site: ["refused", "cross_site"],
  body_too_large: ["too_long", "body_too_large"],
  upload_too_large: ["file_too_large", "upload_too_large"],
  loaded_too_often: ["wait", "loaded_too_often"],
  nothing_here: ["not_found", "nothing_here"],
  storage_away: ["away", "away_text"],
  broken: ["broken", "broken_text"],
} as const;

/** `firm`: null where the page is nobody's portal. `hasStart`: on a host of ours, to whose start the page leads on. */
export type Surroundings = { firm: Firm | null; branding: Branding; locale: string; hasStart: boolean };

type FindSurroundings = (c: AppContext, fault: AppError | null) => Promise<Surroundings>;

/** Turns any fault into a page that shows its public half and the request's id, and writes the rest into the log. */
export function onError(assets: Assets, findSurroundings: FindSurroundings) {
  return async (err: Error, c: AppContext): Promise<Response> => {
    const fault = faultOf(err);
    const { requestId, log } = c.env;
    const status = (fault?.status ?? 500) as 403 | 404 | 413 | 429 | 500 | 503;
    const isOurs = status >= 500;
    if (fault && !isOurs) log.info({ code: fault.code, detail: fault.message }, "request refused");
    else log.error({ err }, "request failed");
    if (status === 503) c.header("Retry-After", RETRY_AFTER_S);
    const around = await findSurroundings(c, fault);
    const say = httpWords(around.locale);
    const code = codeOf(fault);
    const [heading, text] = said[code];
    const notice = {
      heading: say(heading),
      paragraphs: [fault && code === "broken" ? fault.publicMessage : say(text)],
      signedInAs: null,
      actions: around.hasStart ? [{ label: say("to_start"), href: "/" }] : [],
      contact: null,
      reference: isOurs ? { label: say("reference"), code: requestId } : null,
    };
    return renderPage(c, <ErrorPage {...{ assets, around, notice }} />, status);
  };
}

function codeOf(fault: AppError | null): keyof typeof said {
  const codes = Object.keys(said) as (keyof typeof said)[];
  return codes.find((code) => code === fault?.code) ?? "broken";
}

type ErrorPageProps = { assets: Assets; around: Surroundings; notice: NoticeModel };

function ErrorPage({ assets, around: { firm, branding, locale }, notice }: ErrorPageProps) {
  if (firm === null) {
    return (
      <Document title={notice.heading} lang={locale} assets={assets}>
        <main id="main">
          <Notice notice={notice} />
        </main>
      </Document>
    );
  }
  const look = lookOf(branding);
  const frame = { firmName: firm.name, homeHref: "/", office: null, contact: null, look };
  return (
    <Document
      title={`${notice.heading} – ${firm.name}`}
      lang={locale}
      assets={assets}
      brand={{ ...look, isWhole: true }}
    >
      <header class="page-head">
        <FirmMark frame={frame} />
      </header>
      <main id="main">
        <Notice notice={notice} />
      </main>
      <PortalFoot frame={frame} />
    </Document>
  );
}
