import { domainToASCII } from "node:url";
import type { Brand } from "../lib/brand.ts";

/** An email address in the one form in which ProLens compares it: trimmed, NFC, lower case, domain in IDNA ASCII. */
export type Email = Brand<"Email">;

/** Twice the longest address: blanks around it and decomposed letters are put right below. */
const TYPED_LENGTH_MAX = 508;
const LENGTH_MAX = 254; // RFC 5321, 4.5.3.1.3: a path of 256 octets less its angle brackets
const LOCAL_LENGTH_MAX = 64; // RFC 5321, 4.5.3.1.1
/** Besides what mail forbids: letters that nobody sees, or that turn those after them around, would show another address. */
const LOCAL_FORBIDDEN = /[\s"(),:;<>@[\\\]\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const DOMAIN_SHAPE = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Returns the comparable form, or null when the text is no address that mail could be sent to.
 * Plus-addresses stay as they are: they are different addresses. Quoted local parts are not accepted.
 */
export function parseEmail(text: string): Email | null {
  // Checked first: normalising a long text costs the square of its length.
  if (text.length > TYPED_LENGTH_MAX) return null;
  const trimmed = text.normalize("NFC").trim();
  const at = trimmed.lastIndexOf("@");
  const local = trimmed.slice(0, at).toLowerCase();
  const domain = domainToASCII(trimmed.slice(at + 1).toLowerCase());
  const isLocal =
    at > 0 && local.length <= LOCAL_LENGTH_MAX && !LOCAL_FORBIDDEN.test(local) && !/^\.|\.$|\.\./.test(local);
  const email = `${local}@${domain}`;
  return isLocal && DOMAIN_SHAPE.test(domain) && email.length <= LENGTH_MAX ? (email as Email) : null;
}

const SHARED_MAILBOXES = new Set(
  "info office admin contact hello mail team reception accounts accounting billing invoices ap projects sales support".split(
    " ",
  ),
);

/** Whether the mailbox is by its name several people's: whoever reads it can sign in. */
export function isSharedMailbox(email: Email): boolean {
  const [local = ""] = email.split("@");
  return SHARED_MAILBOXES.has(local.split("+")[0] ?? "");
}
