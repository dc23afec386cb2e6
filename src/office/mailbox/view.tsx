import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { MailboxModel, MailModel } from "./present.ts";

type MailboxPageProps = { assets: Assets; frame: OfficeFrame; model: MailboxModel };

/** What a development server caught instead of sending. */
export function MailboxPage({ assets, frame, model }: MailboxPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      {model.mails.length === 0 ? <p>{model.emptyText}</p> : null}
      <ol class="mails">
        {model.mails.map((mail) => (
          <MailEntry key={mail.id} mail={mail} />
        ))}
      </ol>
    </OfficePage>
  );
}

function MailEntry({ mail }: { mail: MailModel }) {
  return (
    <li>
      <h2>{mail.subject}</h2>
      <p class="small">{mail.about}</p>
      {mail.code ? <p class="big-code">{mail.code}</p> : null}
      <pre>{mail.text}</pre>
      {mail.link ? <a href={mail.link.href}>{mail.link.label}</a> : null}
    </li>
  );
}
