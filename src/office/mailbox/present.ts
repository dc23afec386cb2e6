import { formatAge } from "../../ui/format/age.ts";
import { mailboxWords } from "./words.ts";

export type MailboxModel = { heading: string; mails: MailModel[]; emptyText: string };

export type MailModel = {
  id: string;
  subject: string;
  about: string;
  code: string | null;
  link: { label: string; href: string } | null;
  text: string;
};

type Mail = { id: string; to: string; subject: string; text: string; sentAt: Date };

type MailboxInput = { mails: Mail[]; now: Date; locale: string };

/** The mails that a development server would have sent, newest first, with the code of each lifted out. */
export function presentMailbox({ mails, now, locale }: MailboxInput): MailboxModel {
  const say = mailboxWords(locale);
  return {
    heading: say("heading"),
    mails: [...mails]
      .sort((a, b) => b.sentAt.getTime() - a.sentAt.getTime())
      .map(({ id, to, subject, text, sentAt }) => {
        const [href] = /https?:\/\/\S+/.exec(text) ?? [];
        return {
          id,
          subject,
          text,
          about: say("to", { email: to, when: formatAge(sentAt, now, locale) }),
          code: codeIn(text),
          link: href ? { label: say("open_link"), href } : null,
        };
      }),
    emptyText: say("empty"),
  };
}

function codeIn(text: string): string | null {
  return /(?<!\d)\d{3} \d{3}(?!\d)/.exec(text)?.[0] ?? null;
}
