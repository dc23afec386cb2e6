// The sign-in: nobody is signed in, and why; and what is on record about the way of somebody whose email the firm asks about.
import type { NobodyCause } from "../causes.ts";
import { contact } from "./people.ts";
import { granted, refused, row, type Scenario } from "./scenario.ts";
import { nobody, portalFor, psaWith, signedIn, type WorldRecord } from "./world.ts";

const signedOut = {
  diagnose: "nobody is signed in: there is no email for the firm to ask about",
  preflight: "nobody is signed in, so it is nobody’s contact",
};
const signInPage = { page: "the pages of the sign-in have tests of their own: test/routes/sign-in" };

function stopped(title: string, cause: NobodyCause, hasPage = false): Scenario {
  const except = hasPage ? signedOut : { ...signedOut, ...signInPage };
  const claimed = cause.startsWith("sess.") && cause !== "sess.cookies_off" ? null : "jane@acme.example";
  return row(title, { visitor: nobody(cause, claimed) }, refused(cause, "sign_in"), { except });
}

const byContact = {
  diagnose: "there is no email that anybody could ask about: the pre-flight finds it",
  page: "there is no email that anybody could sign in with",
};

const silent = contact("k-sam", [], ["acme"]);
const misspelt = { ...silent, unusableEmails: ["sam@@acme"] };

const signedOutRows: Scenario[] = [
  stopped("nobody is signed in", "sess.none", true),
  stopped("the sign-in has run out", "sess.expired", true),
  stopped("the browser keeps no cookies", "sess.cookies_off"),
  stopped("the code has run out", "proof.expired"),
  stopped("the link has been used before", "proof.already_used"),
  stopped("the link is opened in another browser", "proof.other_browser"),
  stopped("five codes did not match", "proof.no_tries_left"),
  stopped("too many codes were asked for", "proof.throttled"),
  stopped("the mail with the code did not leave", "mail.not_sent"),
  row(
    "a contact has no email",
    { visitor: { kind: "addressless", contact: silent }, psa: psaWith({ contacts: [silent] }) },
    refused("who.no_email", "sign_in"),
    { except: byContact },
  ),
  row(
    "the email of a contact is no address",
    { visitor: { kind: "addressless", contact: misspelt }, psa: psaWith({ contacts: [misspelt] }) },
    refused("who.bad_email", "sign_in"),
    { except: byContact },
  ),
];

const otherLinkExcept = {
  diagnose: "by which link somebody came is known on their own load alone",
};

function recorded(title: string, records: WorldRecord[], expected = granted()): Scenario {
  return row(title, { records }, expected);
}

const noMailbox = "550 5.1.1 no such mailbox";

const recordedRows: Scenario[] = [
  row(
    "they came by a link that was mailed to somebody else",
    { visitor: signedIn("jane@acme.example", { isLinkForOther: true }) },
    granted("sess.wrong_account"),
    { except: otherLinkExcept },
  ),
  row(
    "they came by somebody else's link, and are unknown by their own email",
    { visitor: signedIn("procurement@acme.example", { isLinkForOther: true }) },
    refused("who.no_contact", "link_of_other", "sess.wrong_account"),
    { except: otherLinkExcept },
  ),
  row(
    "they came by somebody else's link, and have a portal of their own elsewhere",
    { visitor: signedIn("bo@birch.example", { isLinkForOther: true }) },
    refused("door.other_clients_portal", "link_of_other", "sess.wrong_account"),
    { except: otherLinkExcept },
  ),
  recorded(
    "the receiving server refused the mail with the code",
    [{ kind: "mail", state: "refused", words: noMailbox }],
    granted("mail.refused"),
  ),
  recorded(
    "the firm's mail server did not take the mail with the code",
    [{ kind: "mail", state: "failed", words: "connection refused" }],
    granted("mail.not_sent"),
  ),
  recorded("a mail that was taken after a refusal ends the trouble", [
    { kind: "mail", state: "refused", words: noMailbox },
    { kind: "mail", state: "accepted", words: "" },
  ]),
  recorded("the last code had run out", [{ kind: "stopped", cause: "proof.expired" }], granted("proof.expired")),
  recorded(
    "the last link had been used before",
    [{ kind: "stopped", cause: "proof.already_used" }],
    granted("proof.already_used"),
  ),
  recorded(
    "the last link was opened in another browser",
    [{ kind: "stopped", cause: "proof.other_browser" }],
    granted("proof.other_browser"),
  ),
  recorded(
    "the last five codes did not match",
    [{ kind: "stopped", cause: "proof.no_tries_left" }],
    granted("proof.no_tries_left"),
  ),
  recorded(
    "they were made to wait for a code",
    [{ kind: "stopped", cause: "proof.throttled" }],
    granted("proof.throttled"),
  ),
  recorded(
    "their browser kept no cookies",
    [{ kind: "stopped", cause: "sess.cookies_off" }],
    granted("sess.cookies_off"),
  ),
  recorded("a sign-in that worked ends the trouble with codes", [
    { kind: "stopped", cause: "proof.expired" },
    { kind: "got_in", companyId: portalFor("acme").companyId },
  ]),
  recorded(
    "a refused mail goes before a code that had run out",
    [
      { kind: "stopped", cause: "proof.expired" },
      { kind: "mail", state: "refused", words: noMailbox },
    ],
    granted("mail.refused"),
  ),
  row(
    "the mail was refused, and no contact carries the email either",
    { visitor: signedIn("procurement@acme.example"), records: [{ kind: "mail", state: "refused", words: noMailbox }] },
    refused("who.no_contact", "no_projects", "mail.refused"),
  ),
  row(
    "the code had run out, and the portal is paused",
    {
      portals: [portalFor("acme", { state: "paused" })],
      records: [{ kind: "stopped", cause: "proof.expired" }],
    },
    refused("door.paused", "paused", "proof.expired"),
  ),
];

export const signInScenarios: Scenario[] = [...signedOutRows, ...recordedRows];
