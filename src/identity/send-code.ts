import type { Proof } from "../data/queries/proofs.ts";
import type { Email } from "../domain/email.ts";
import { networkOf } from "../http/client-ip.ts";
import type { AppContext } from "../http/env.ts";
import { codeMail } from "../mail/code-mail.ts";
import type { MailResult } from "../mail/mailer.ts";
import { linkOf } from "./prove-email.ts";
import { LINK_PATH, sealLink } from "./sign-in-link.ts";
import type { SignInParts } from "./sign-in-parts.ts";

/** Mails a proof's newest code and its link. The link's host is our own configured one, whatever a request claims. */
export async function sendCode(
  c: AppContext,
  parts: SignInParts,
  { proof, code }: { proof: Proof; code: string },
): Promise<MailResult> {
  const { origin, scope } = parts.door(c);
  const link = new URL(LINK_PATH, origin);
  link.searchParams.set("t", sealLink(parts.linkKey, scope, linkOf(proof, code)));
  const firmName = parts.senderName(c);
  const mail = codeMail({
    to: proof.email,
    firmName,
    code,
    host: link.host,
    link: link.href,
    look: await parts.look?.(c),
    locale: parts.locale(c),
  });
  const result = await parts.sendMail(c, { ...mail, to: proof.email });
  // That a server knows no such mailbox is for the firm alone: the page would tell strangers which mailboxes there are.
  if (result.kind !== "accepted")
    c.env.log.error({ result: result.kind, words: result.words }, "a sign-in mail did not go");
  return result;
}

/** The narrowest allowance is asked first: what is refused there uses up nothing of the wider ones. */
export async function mailWait(c: AppContext, { limits, door }: SignInParts, email: Email): Promise<number> {
  const network = networkOf(c.env.ip);
  const address = `${door(c).scope} ${email}`;
  return (
    (await limits.take("mails_to_email_from_network", `${network} ${address}`)) ||
    (await limits.take("mails_from_network", network)) ||
    limits.take("mails_to_email", address)
  );
}
