import type { FormTarget, Link } from "../frame.ts";
import { PostButton } from "./button.tsx";

/** `isInert`: it stands there and does nothing, as in a preview. */
export type NoticeAction =
  | { label: string; href: string }
  | { label: string; formAction: FormTarget }
  | { label: string; isInert: true };

/** What the firm can look the page up by. */
export type ReferenceModel = { label: string; code: string };

/** A page that says what happened, what to do now and whom to ask. The first action is the one that we recommend. */
export type NoticeModel = {
  heading: string;
  paragraphs: string[];
  /** The email in use, shown whenever it might be the reason. */
  signedInAs: { lead: string; email: string } | null;
  actions: NoticeAction[];
  contact: Link | null;
  reference: ReferenceModel | null;
};

/** The composition of every page that cannot show what was asked for. */
export function Notice({ notice }: { notice: NoticeModel }) {
  return (
    <div class="notice">
      <h1>{notice.heading}</h1>
      {notice.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {notice.signedInAs ? (
        <p>
          {notice.signedInAs.lead} <strong class="email">{notice.signedInAs.email}</strong>
        </p>
      ) : null}
      <div class="actions">
        {notice.actions.map((action, index) => (
          <Action key={action.label} action={action} isFirst={index === 0} />
        ))}
        {notice.contact ? <a href={notice.contact.href}>{notice.contact.label}</a> : null}
      </div>
      {notice.reference ? <Reference reference={notice.reference} /> : null}
    </div>
  );
}

/** Small, and selectable at one click. */
export function Reference({ reference: { label, code } }: { reference: ReferenceModel }) {
  return (
    <p class="reference">
      {label} <code>{code}</code>
    </p>
  );
}

function Action({ action, isFirst }: { action: NoticeAction; isFirst: boolean }) {
  const look = isFirst ? "primary" : "plain";
  if ("formAction" in action) {
    return (
      <PostButton target={action.formAction} look={look}>
        {action.label}
      </PostButton>
    );
  }
  if ("isInert" in action) {
    return (
      <button type="button" class={`button button-${look}`} disabled>
        {action.label}
      </button>
    );
  }
  return (
    <a class={`button button-${look}`} href={action.href}>
      {action.label}
    </a>
  );
}
