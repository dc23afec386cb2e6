// An SMTP server that keeps what it is given, so that the program's own mailer is what tests use.
import type { AddressInfo } from "node:net";
import PostalMime, { type Email as ParsedMail } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type CaughtMail = { to: string; raw: string; mail: ParsedMail };

export type MailCatcher = {
  smtpUrl: string;
  mails: readonly CaughtMail[];
  /** The newest mail to an address. */
  newestTo(email: string): CaughtMail;
  stop(): Promise<void>;
};

/** Listens on a free port. A mail is in the list before its sender hears that it was taken. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        const to = session.envelope.rcptTo[0]?.address ?? "";
        PostalMime.parse(raw)
          .then((mail) => void mails.push({ to, raw: raw.toString("latin1"), mail }))
          .then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails,
    newestTo: (email) => {
      const found = mails.findLast(({ to }) => to === email);
      if (!found) throw new Error(`no mail went to ${email}`);
      return found;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The six digits in a text, however they are grouped. */
export function codeIn(text: string): string {
  const found = /(?<!\d)(\d{3})[ \u00a0]?(\d{3})(?!\d)/.exec(text);
  if (!found) throw new Error(`no code in: ${text}`);
  return `${found[1]}${found[2]}`;
}

/** The one address in a text. */
export function linkIn(text: string): string {
  const [link, ...more] = text.match(/https?:\/\/\S+/g) ?? [];
  if (link === undefined || more.length > 0) throw new Error(`not one link in: ${text}`);
  return link;
}
