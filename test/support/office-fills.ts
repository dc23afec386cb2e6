// How every page of the office is asked for, about the things of both firms.
import { connectionFills } from "./connection-fills.ts";
import { emails, projectIds, sides, signInFills } from "./isolation.ts";
import type { TwoFirms } from "./two-firms.ts";
import { updateFills } from "./update-fills.ts";
import type { Fill, Fills } from "./walk.ts";

const REGISTER = "/settings/client-portals";

/** How every page of the office is asked for, with the portals of both firms. */
export function officeFills(firms: TwoFirms): Fills {
  const ids = sides.flatMap((side) => [...firms[side].portals.values()].map(({ id }) => String(id)));
  const queries = (path: string): Fill[] =>
    ["", "?portal=acme-northmark", "?portal=acme-southmark", "?portal=none"].map((query) => ({
      path: `${REGISTER}${path}${query}`,
    }));
  const each = (action: string): Fill[] => [...ids, "none"].map((id) => ({ path: `${REGISTER}/${id}/${action}` }));
  return {
    ...signInFills([REGISTER], emails),
    // First, for what follows pauses the portals.
    ...previewFills(ids),
    "GET /": [{ path: "/" }],
    [`GET ${REGISTER}`]: ["", "?q=acme", "?q=mark", "?firm=south-studio"].map((query) => ({
      path: `${REGISTER}${query}`,
    })),
    [`POST ${REGISTER}/create-missing`]: [{ path: `${REGISTER}/create-missing` }],
    [`POST ${REGISTER}/create`]: ["c-acme", "c-dune", "c-x"].map((company) => ({
      path: `${REGISTER}/create`,
      form: { company },
    })),
    [`POST ${REGISTER}/:id/rotate`]: each("rotate"),
    [`POST ${REGISTER}/:id/pause`]: each("pause"),
    [`POST ${REGISTER}/:id/resume`]: each("resume"),
    [`GET ${REGISTER}/:id/template`]: [...each("template"), ...each("template?left=owner&right=engineer")],
    [`POST ${REGISTER}/:id/template`]: each("template").map((fill) => ({ ...fill, form: { template: "owner" } })),
    [`POST ${REGISTER}/:id/language`]: each("language").map((fill) => ({ ...fill, form: { language: "de" } })),
    [`GET ${REGISTER}/defaults`]: [{ path: `${REGISTER}/defaults` }],
    [`POST ${REGISTER}/defaults`]: [
      { path: `${REGISTER}/defaults`, form: { template: "owner", locale: "browser", pulse: "off" } },
    ],
    [`GET ${REGISTER}/templates`]: [{ path: `${REGISTER}/templates` }],
    [`GET ${REGISTER}/templates/:template`]: ["owner", "boss"].map((name) => ({
      path: `${REGISTER}/templates/${name}`,
    })),
    [`POST ${REGISTER}/templates/:template`]: [
      { path: `${REGISTER}/templates/owner`, form: { block: "team", to: "up" } },
    ],
    [`POST ${REGISTER}/templates/:template/reset`]: [{ path: `${REGISTER}/templates/owner/reset` }],
    [`GET ${REGISTER}/:id/visibility`]: each("visibility"),
    [`GET ${REGISTER}/:id/visibility/:name`]: each("visibility/fee"),
    [`POST ${REGISTER}/:id/visibility`]: each("visibility").map((fill) => ({
      ...fill,
      form: { name: "fee", to: "off" },
    })),
    "GET /settings/data-visibility/:name": [{ path: "/settings/data-visibility/fee" }],
    ...brandingFills(),
    "GET /settings/data-visibility": [{ path: "/settings/data-visibility" }],
    "POST /settings/data-visibility": [{ path: "/settings/data-visibility", form: { name: "fee", to: "off" } }],
    ...updateFills(ids),
    "GET /pulse": [{ path: "/pulse" }],
    [`GET ${REGISTER}/preflight`]: queries("/preflight"),
    [`GET ${REGISTER}/watch`]: [{ path: `${REGISTER}/watch` }],
    [`POST ${REGISTER}/watch/look`]: [{ path: `${REGISTER}/watch/look` }],
    [`POST ${REGISTER}/watch/:id/end`]: [{ path: `${REGISTER}/watch/none/end` }],
    [`GET ${REGISTER}/preflight.csv`]: queries("/preflight.csv"),
    [`GET ${REGISTER}/diagnose/approvals`]: [{ path: `${REGISTER}/diagnose/approvals` }],
    ...approvalFills(),
    [`GET ${REGISTER}/requests`]: [{ path: `${REGISTER}/requests` }],
    [`POST ${REGISTER}/requests/:id/done`]: [{ path: `${REGISTER}/requests/none/done` }],
    [`POST ${REGISTER}/diagnose/code`]: sides
      .flatMap((side) => [`jane@acme.${side}.example`, `who@acme.${side}.example`, "not an email"])
      .map((email) => ({ path: `${REGISTER}/diagnose/code`, form: { email } })),
    ...teamFills(),
    "GET /settings/api-keys": [{ path: "/settings/api-keys" }],
    "POST /settings/api-keys": [{ path: "/settings/api-keys", form: { name: "Help desk" } }],
    "POST /settings/api-keys/:id/revoke": [...ids, "none"].map((id) => ({ path: `/settings/api-keys/${id}/revoke` })),
    ...reviewFills(ids),
    ...diagnoseFills(firms),
    "GET /firms": [{ path: "/firms" }],
    "POST /firms": sides.map((side) => ({ path: "/firms", form: { firm: firms[side].firm.slug } })),
    "GET /*": ["/login", "/acme-northmark", "/acme-southmark/projects/p-1", "/favicon.ico"].map((path) => ({ path })),
    "GET /mailbox": [{ path: "/mailbox" }],
    // Last, for it ends what the other pages read from.
    ...connectionFills(sides.map((side) => firms[side].connectionId)),
  };
}

function brandingFills(): Fills {
  const branding = `${REGISTER}/branding`;
  return {
    [`GET ${branding}`]: ["", "?preview=yes&swatch=other&hex=%23ffd400&welcome=Hello"].map((query) => ({
      path: `${branding}${query}`,
    })),
    [`POST ${branding}`]: [{ path: branding, form: { swatch: "#1d4ed8", welcome: "Hello" } }],
    [`POST ${branding}/logo`]: [{ path: `${branding}/logo` }],
    [`POST ${branding}/favicon`]: [{ path: `${branding}/favicon` }],
    [`POST ${branding}/reset`]: [{ path: `${branding}/reset`, form: { item: "logo" } }],
    [`GET ${branding}/images/:file`]: [{ path: `${branding}/images/none.webp` }],
  };
}

function reviewFills(ids: string[]): Fills {
  const review = "/settings/connections/review";
  const links = [...ids, "none"].map((id) => `${REGISTER}/${id}/link`);
  return {
    [`GET ${review}`]: sides.map((side) => ({ path: `${review}?company.acme-${side}mark=id%3Ac-acme` })),
    [`POST ${review}`]: [{ path: review, form: { seen: "0", "company.acme-northmark": "none" } }],
    [`POST ${review}/keep`]: [{ path: `${review}/keep` }],
    [`GET ${REGISTER}/:id/link`]: links.map((path) => ({ path: `${path}?company.acme-northmark=id%3Ac-acme` })),
    [`POST ${REGISTER}/:id/link`]: links.map((path) => ({ path, form: { seen: "0" } })),
  };
}

/** Nobody is taken in, and nobody leaves: the others below sign in with these roles. */
function teamFills(): Fills {
  const nobody = "/settings/team/00000000-0000-4000-8000-000000000000";
  return {
    "GET /settings/team": [{ path: "/settings/team" }],
    "POST /settings/team": [{ path: "/settings/team", form: { email: "not an email", role: "member" } }],
    "POST /settings/team/contact": [{ path: "/settings/team/contact", form: { contact: "not an email" } }],
    "POST /settings/team/:id/role": [{ path: `${nobody}/role`, form: { role: "admin", before: "viewer" } }],
    "POST /settings/team/:id/remove": [{ path: `${nobody}/remove` }],
  };
}

function previewFills(ids: string[]): Fills {
  const at = (below: string): Fill[] => [...ids, "none"].map((id) => ({ path: `/preview/${id}${below}` }));
  const choose: Fill[] = [...ids, "none"].map((id) => ({ path: `${REGISTER}/${id}/preview` }));
  return {
    [`GET ${REGISTER}/:id/preview`]: choose,
    [`POST ${REGISTER}/:id/preview`]: choose.map((fill) => ({ ...fill, form: { as: "to-come" } })),
    "GET /preview/:id": at(""),
    "GET /preview/:id/invoices.csv": at("/invoices.csv"),
    "GET /preview/:id/projects.csv": at("/projects.csv"),
    "GET /preview/:id/projects": at("/projects"),
    "GET /preview/:id/projects/:project": projectIds.flatMap((id) => at(`/projects/${id}`)),
    "GET /preview/:id/projects/:project/:file": ["p-1", "p-4"].flatMap((id) => at(`/projects/${id}/hours.csv`)),
    "GET /preview/:id/projects/:project/photos/:file": at("/projects/p-1/photos/none.webp"),
    "GET /preview/:id/*": at("/ask"),
    "POST /preview/:id/*": at("/ask"),
    "POST /preview/:id/end": at("/end"),
  };
}

function approvalFills(): Fills {
  const wishes = sides.map((side) => ({
    email: `jane.doe@acme.${side}.example`,
    contactId: "k-1",
    contactEmail: `jane@acme.${side}.example`,
    next: `${REGISTER}/diagnose/approvals`,
  }));
  const each = (action: string) => wishes.map((form) => ({ path: `${REGISTER}/diagnose/${action}`, form }));
  return Object.fromEntries(
    ["approve", "revoke", "send-address"].map((action) => [`POST ${REGISTER}/diagnose/${action}`, each(action)]),
  );
}

/** How the pages of Diagnose are asked for, about the people of both firms. */
function diagnoseFills(firms: TwoFirms): Fills {
  const diagnose = `${REGISTER}/diagnose`;
  const asked = sides.map((side) => ({ email: `jane@acme.${side}.example`, portal: `acme-${side}mark` }));
  const queries = ["", "?q=acme", "?q=mark", "?q=%00", ...asked.map(({ email }) => `?q=${email}`), "?q=PL-7K3M-9Q"];
  const contact = { contact: "k-1", next: diagnose };
  return {
    [`GET ${diagnose}`]: queries.map((query) => ({ path: `${diagnose}${query}` })),
    [`GET ${diagnose}/person`]: asked.map((form) => ({ path: `${diagnose}/person?${new URLSearchParams(form)}` })),
    [`POST ${diagnose}/person`]: asked.map((form) => ({ path: `${diagnose}/person`, form })),
    [`GET ${diagnose}/limits`]: [{ path: `${diagnose}/limits` }],
    [`GET ${diagnose}/references/:code`]: ["PL-7K3M-9Q", "none"].map((code) => ({
      path: `${diagnose}/references/${code}`,
    })),
    [`POST ${diagnose}/limit`]: asked.map((form) => ({
      path: `${diagnose}/limit`,
      form: { ...form, ...contact, block: "yes" },
    })),
    [`POST ${diagnose}/lift`]: sides.map((side) => ({
      path: `${diagnose}/lift`,
      form: { ...contact, portal: String(firms[side].portals.get("c-acme")?.id) },
    })),
  };
}
