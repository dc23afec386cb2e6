import type { App } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { browserLocale } from "../../http/visitor-locale.ts";
import type { Mailbox } from "../../mail/mailbox.ts";
import { openFrame } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { presentMailbox } from "./present.ts";
import { MailboxPage } from "./view.tsx";
import { mailboxWords } from "./words.ts";

/** `/mailbox`: what the demo would have mailed. It shows codes, so it answers this machine only and exists in the demo only. */
export function addMailbox(app: App, { assets, clock }: OfficeServices, mailbox: Mailbox): void {
  app.get("/mailbox", (c) => {
    if (!c.env.isLoopback) return c.notFound();
    const mails = mailbox.list().map((mail, index) => ({ ...mail, id: String(index), sentAt: mail.at }));
    const locale = browserLocale(c);
    const frame = openFrame(mailboxWords(locale)("demo"), locale);
    const model = presentMailbox({ mails, now: clock.now(), locale });
    return renderPage(c, <MailboxPage assets={assets} frame={frame} model={model} />);
  });
}
