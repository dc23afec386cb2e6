import type { AppContext } from "../http/env.ts";
import { renderPage } from "../http/render-page.ts";
import { Notice, type NoticeAction } from "../ui/components/notice.tsx";
import { OfficePage } from "../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../ui/frame.ts";
import { frameWords } from "./frame-words.ts";

export type OfficeNotice = { heading: string; text: string; actions: NoticeAction[]; reference?: string | null };

type Around = { assets: Assets; frame: OfficeFrame; status: 200 | 403 | 404 | 422 | 503 };

/** A page of the office that only says what happened and where to go on. */
export function noticePage(
  c: AppContext,
  { assets, frame, status }: Around,
  { heading, text, actions, reference = null }: OfficeNotice,
): Response | Promise<Response> {
  const shown = reference === null ? null : { label: frameWords(frame.lang)("reference"), code: reference };
  const notice = { heading, paragraphs: [text], signedInAs: null, actions, contact: null, reference: shown };
  return renderPage(
    c,
    <OfficePage title={heading} frame={frame} assets={assets}>
      <Notice notice={notice} />
    </OfficePage>,
    status,
  );
}
