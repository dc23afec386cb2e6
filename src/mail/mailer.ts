import nodemailer from "nodemailer";

/** A mail in both forms; `text` is the one that is written first. `pictures`: what the HTML form shows, carried along. */
export type Mail = {
  to: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
  pictures?: MailedPicture[];
};

/** A picture that the HTML form names as `cid:…`, so that no mail program has to fetch anything to show it. */
export type MailedPicture = { cid: string; fileName: string; type: string; content: Buffer };

/** Why a mail did not go: the receiving server refused the address, or there was nobody to hand it to. */
export type MailResult =
  | { kind: "accepted" }
  | { kind: "address_refused"; words: string }
  | { kind: "failed"; words: string };

export interface Mailer {
  send(mail: Mail): Promise<MailResult>;
}

const TIMEOUT_MS = 10_000;

/** Hands mails to an SMTP server. Never rejects: what the server said comes back as the result. */
export function smtpMailer(options: { smtpUrl: string; from: string; timeoutMs?: number }): Mailer {
  const { timeoutMs = TIMEOUT_MS } = options;
  const transport = nodemailer.createTransport({
    url: options.smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return {
    async send({ fromName, pictures = [], ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          from: { name: fromName, address: options.from },
          attachments: pictures.map(({ fileName, type, ...picture }) => ({
            ...picture,
            filename: fileName,
            contentType: type,
          })),
          textEncoding: "quoted-printable",
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { kind: "accepted" };
      } catch (err) {
        return resultOf(err);
      }
    },
  };
}

/** A permanent refusal of the recipient (RFC 5321, 4.2.1: 5yz) is about the address; anything else is about the way to it. */
function resultOf(err: unknown): MailResult {
  const words = err instanceof Error ? err.message : String(err);
  const isRecipient = typeof err === "object" && err !== null && "command" in err && err.command === "RCPT TO";
  const isPermanent =
    typeof err === "object" && err !== null && "responseCode" in err && Number(err.responseCode) >= 500;
  return isRecipient && isPermanent ? { kind: "address_refused", words } : { kind: "failed", words };
}
