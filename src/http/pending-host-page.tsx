import { Notice } from "../ui/components/notice.tsx";
import { Document } from "../ui/document.tsx";
import type { Assets } from "../ui/frame.ts";
import { askedPath } from "./asked-path.ts";
import type { AppContext } from "./env.ts";
import { renderPage } from "./render-page.ts";
import { visitorLocale } from "./visitor-locale.ts";
import { httpWords } from "./words.ts";

/**
 * At a host that a firm means to use and does not yet: the same path at the host where its portals stand, `origin`. Nothing
 * of the request but its path goes into the link, so that it leads to us and nowhere else.
 */
export function pendingHostPage(
  c: AppContext,
  { origin, assets, portalLocale }: { origin: string; assets: Assets; portalLocale: string | null },
) {
  const locale = visitorLocale(c, portalLocale);
  const say = httpWords(locale);
  const notice = {
    heading: say("pending"),
    paragraphs: [say("pending_text")],
    signedInAs: null,
    actions: [{ label: say("continue_at", { host: new URL(origin).host }), href: `${origin}${askedPath(c)}` }],
    contact: null,
    reference: null,
  };
  const page = (
    <Document title={notice.heading} lang={locale} assets={assets}>
      <main id="main">
        <Notice notice={notice} />
      </main>
    </Document>
  );
  return renderPage(c, page, 404);
}
