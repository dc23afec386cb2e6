import { formatAge } from "../../ui/format/age.ts";

export type MailboxModel = { heading: string; mails: MailModel[]; emptyText: string };

export type MailModel = {
  id: string;
  to: string;
  subject: string;
  when: string;
  code: string | null;
  link: string | null;
  text: string;
};

type Mail = { id: string; to: string; subject: string; text: string; sentAt: Date };

type MailboxInput = { mails: Mail[]; now: Date; locale: string };

/** The mails that a development server would have sent, newest first, with the code of each lifted out. */
export function presentMailbox({ mails, now, locale }: MailboxInput): MailboxModel {
  return {
    heading: "Development mailbox",
    mails: [...mails]
      .sort((a, b) => b.sentAt.getTime() - a.sentAt.getTime())
      .map(({ id, to, subject, text, sentAt }) => ({
        id,
        to,
        subject,
        text,
        when: formatAge(sentAt, now, locale),
        code: codeIn(text),
        link: /https?:\/\/\S+/.exec(text)?.[0] ?? null,
      })),
    emptyText: "No mail yet. Ask for a code at a portal; the mail shows up here instead of being sent.",
  };
}

function codeIn(text: string): string | null {
  return /(?<!\d)\d{3} \d{3}(?!\d)/.exec(text)?.[0] ?? null;
}
