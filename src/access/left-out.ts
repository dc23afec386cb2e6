// Causes of a lockout that are known from other products and have no cause of their own here, and why.

export type LeftOut = {
  code: string;
  what: string;
  why: "told as another cause" | "cannot happen here" | "not yet";
  because: string;
  /** The test that shows it, for what cannot happen. */
  shownBy?: string;
};

export const leftOut: LeftOut[] = [
  toldAs(
    "door.reused_invite",
    "somebody keeps using an old mail to come in",
    "A spent link is `proof.already_used`; its page offers a new code.",
  ),
  prevented(
    "door.path_404",
    "an obvious path is a blank page",
    "Guessed paths lead to the chooser or the sign-in.",
    "test/routes/wrong-doors.test.ts",
  ),
  prevented(
    "door.wrong_host_in_mail",
    "a mail names a host that is not live",
    "A mail is written with the host that is live at that moment.",
    "test/routes/custom-hosts.test.ts",
  ),
  prevented(
    "door.superseded_link",
    "a newer mail makes the older one useless",
    "The newest two codes are valid side by side.",
    "test/routes/sign-in.test.ts",
  ),
  prevented(
    "door.other_company_item",
    "a link leads to a project of the person’s other company",
    "It leads on to the portal where the project is theirs to see.",
    "test/routes/several-companies.test.ts",
  ),
  toldAs(
    "mail.never_sent",
    "a contact was saved and never invited",
    "There are no invitations: Diagnose shows “never came”, and a contact without an email is `who.no_email`.",
  ),
  toldAs(
    "mail.typo",
    "the address was mistyped",
    "`who.email_differs` names the likely contact; the page shows which address was typed.",
  ),
  later(
    "mail.quarantined",
    "the mail lies in a filter or in junk",
    "Only the receiving side knows. Diagnose shows that it was accepted and never used.",
  ),
  later(
    "mail.suppressed",
    "the mail provider drops later mails after a bounce",
    "Needs the delivery reports of a mail provider.",
  ),
  prevented(
    "mail.delayed",
    "the mail arrives after the code has run out",
    "15 minutes, the newest two codes valid, a code by phone for the rest.",
    "test/routes/sign-in.test.ts",
  ),
  prevented(
    "mail.link_rewritten",
    "a filter rewrites the link until it breaks",
    "The code stands in the mail as text; nothing is tracked.",
    "src/mail/code-mail.test.ts",
  ),
  prevented(
    "mail.plus_mangled",
    "a plus in an address is lost on the way",
    "Plus-addresses are kept as they are, in forms and in links.",
    "src/domain/email.test.ts",
  ),
  toldAs(
    "mail.dead_mailbox",
    "the company renamed its mail domain",
    "`mail.refused` with the server’s words; the firm approves the new address or changes it in the PSA.",
  ),
  toldAs(
    "mail.forwarded",
    "a colleague uses a forwarded link",
    "`proof.other_browser` at the sign-in, `sess.wrong_account` at a portal.",
  ),
  prevented(
    "proof.scanner",
    "a mail filter opens the link first",
    "Opening a link uses nothing up.",
    "test/routes/sign-in-links.test.ts",
  ),
  prevented(
    "proof.scanner_js",
    "a mail filter clicks like a person",
    "The link works in the browser that asked; elsewhere it shows a code.",
    "test/routes/sign-in-links.test.ts",
  ),
  prevented(
    "proof.case_space",
    "a capital letter or a blank in the email",
    "Both sides are brought to one form before they are compared.",
    "src/domain/email.test.ts",
  ),
  later("proof.idp_email", "a company’s sign-in service reports another email", "Belongs to single sign-on."),
  later("proof.idp_consent", "the client’s IT must first allow the sign-in", "Belongs to single sign-on."),
  later("proof.sso_forced", "a company demands its own sign-in service", "Belongs to single sign-on."),
  later(
    "proof.second_factor_lost",
    "the phone with the second factor is gone",
    "Belongs to second factors; clients have none.",
  ),
  prevented(
    "proof.clock",
    "the clock of a device is wrong",
    "Only the server’s clock counts.",
    "test/routes/sign-in.test.ts",
  ),
  prevented(
    "proof.race",
    "a sign-in comes before the account is everywhere",
    "The account is made by the sign-in itself, in one transaction.",
    "test/routes/sign-in.test.ts",
  ),
  toldAs(
    "proof.misleading_error",
    "the page names the wrong reason",
    "The page is neutral for outsiders; the reason is behind the reference.",
  ),
  prevented(
    "who.domain_rule",
    "a mail domain is mapped to the wrong company",
    "No domain is mapped: only a contact’s email counts.",
    "src/access/decide.test.ts",
  ),
  prevented(
    "who.shared_domain",
    "one mail domain serves several clients",
    "The same mail domain proves nothing.",
    "src/access/decide.test.ts",
  ),
  prevented(
    "who.excluded",
    "a synchronisation leaves people out",
    "Nothing is synchronised: the PSA is asked on every load.",
    "test/routes/live-mapping.test.ts",
  ),
  toldAs(
    "who.invite_other_email",
    "they signed in with another email than the one that was invited",
    "`sess.wrong_account` where the link says so, else `who.no_contact` or `who.email_differs`.",
  ),
  later(
    "who.privacy_flag",
    "a “do not process” mark on the person",
    "No PSA that is connected so far has such a mark.",
  ),
  later(
    "who.psa_replaced",
    "the firm moved to another PSA with other ids",
    "Belongs to a second kind of PSA. Until then `who.merged` names the portals whose company is gone.",
  ),
  prevented(
    "scope.follower_needed",
    "one must follow a thing to see it",
    "Nobody follows anything here.",
    "src/access/decide.test.ts",
  ),
  toldAs(
    "scope.switch_off",
    "the project’s own switch for clients is off",
    "The firm’s switches are `scope.toggle`, its limits `scope.contact_limit`.",
  ),
  toldAs(
    "scope.plan",
    "the firm’s plan at the PSA lacks a feature",
    "What the PSA does not supply is `scope.no_data`.",
  ),
  later("scope.per_document", "only the addressed contact sees a document", "Portals show no documents yet."),
  prevented(
    "scope.rule_conflict",
    "two rules contradict each other",
    "One rule: the narrower wins, and a switch that is off beats a template.",
    "src/access/decide-properties.test.ts",
  ),
  prevented(
    "scope.stale_rights",
    "a change counts only after signing in again",
    "Everything is decided anew on every load.",
    "test/routes/live-mapping.test.ts",
  ),
  prevented(
    "scope.membership_reset",
    "an upgrade drops people",
    "No list of members is kept that could be dropped.",
    "test/routes/live-mapping.test.ts",
  ),
  prevented(
    "scope.leak",
    "everybody sees everything",
    "Closed unless every check passes; no proof, no data.",
    "test/isolation.test.ts",
  ),
  prevented(
    "sess.several_portals",
    "portals overwrite each other’s cookies",
    "The address decides the portal; a cookie belongs to one host.",
    "test/journeys/browser-state.test.ts",
  ),
  prevented(
    "sess.samesite",
    "a strict cookie is missing when one comes from a webmail",
    "The cookie is sent on every visit by a link.",
    "test/routes/sessions.test.ts",
  ),
  prevented(
    "sess.third_party",
    "the portal is shown inside another page",
    "It refuses to be framed, and is always a page of its own.",
    "test/routes/requests.test.ts",
  ),
  prevented(
    "sess.cached_rights",
    "the next person at a computer sees the last one’s pages",
    "No page is kept by a browser after signing out.",
    "test/routes/requests.test.ts",
  ),
  prevented(
    "sess.unsupported",
    "the browser is too old",
    "Every client page works without script.",
    "test/journeys/browser-state.test.ts",
  ),
  toldAs(
    "psa.token_owner_gone",
    "the token belonged to somebody who left",
    "The PSA then refuses the token: `psa.token_revoked`.",
  ),
  prevented(
    "psa.lag",
    "a change in the PSA takes a while to count",
    "Who belongs where is never kept; figures are at most 15 minutes old and say so.",
    "test/routes/live-mapping.test.ts",
  ),
  toldAs(
    "psa.bad_link",
    "contact and company are linked on one side only",
    "What is linked is read where the contact stands: `who.no_company`.",
  ),
  later(
    "net.cname",
    "the name of a firm’s own host leads nowhere",
    "Belongs to firms’ own hosts; the built-in address works beside it.",
  ),
  later(
    "net.caa",
    "the firm’s domain forbids the certificate",
    "Belongs to certificates, which are the operator’s so far.",
  ),
  later(
    "net.tls",
    "a certificate is pending or has run out",
    "Belongs to certificates, which are the operator’s so far.",
  ),
  prevented(
    "net.domain_login",
    "signing in fails on a firm’s own host alone",
    "Both hosts run the same pages and the same sign-in.",
    "test/routes/custom-hosts.test.ts",
  ),
  later("net.ip_rule", "only some networks are allowed", "There is no such rule here."),
  later(
    "net.corporate_proxy",
    "the client’s network blocks the address",
    "Nobody but their network can tell. Diagnose shows a mail that was accepted and no visit.",
  ),
];

function toldAs(code: string, what: string, because: string): LeftOut {
  return { code, what, why: "told as another cause", because };
}

function prevented(code: string, what: string, because: string, shownBy: string): LeftOut {
  return { code, what, why: "cannot happen here", because, shownBy };
}

function later(code: string, what: string, because: string): LeftOut {
  return { code, what, why: "not yet", because };
}
