import { inFirmWrite } from "../../src/data/database.ts";
import { startPortalSession } from "../../src/data/queries/sessions.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Firm } from "../../src/domain/firm.ts";
import { drawToken, tokenId } from "../../src/identity/secrets.ts";
import type { TestApp } from "./test-app.ts";
import type { Visitor } from "./visitor.ts";

const A_DAY_MS = 86_400_000;

/** Somebody is signed in at the firm's portals. The code of the sign-in has tests of its own: here the session is simply there. */
export async function openSession({ database, clock }: TestApp, firm: Firm, as: { visitor: Visitor; email: Email }) {
  const token = drawToken();
  const now = clock.now();
  const session = { firmId: firm.id, id: tokenId(token), now, expiresAt: new Date(now.getTime() + A_DAY_MS) };
  await inFirmWrite(database.db, firm.id, (tx) => startPortalSession(tx, as.email, session));
  as.visitor.setCookie("prolens_portal", token);
}
