// The firm's own pages. What lives here is for the team; a client's session counts for nothing on this host.
import { Hono } from "hono";
import type { App, AppEnv } from "../http/env.ts";
import { addApiKeys } from "./api-keys/route.tsx";
import { addApprovals } from "./approvals/route.tsx";
import { addBranding } from "./branding/route.tsx";
import { addConnections } from "./connections/route.tsx";
import { addDefaults } from "./defaults/route.tsx";
import { addDiagnose } from "./diagnose/routes.tsx";
import { addFirms } from "./firms/route.tsx";
import { addLink } from "./link/route.tsx";
import { addMailbox } from "./mailbox/route.tsx";
import { addPortalLanguage } from "./portal-language/route.ts";
import { addPortalVisibility } from "./portal-visibility/route.tsx";
import { addPortals } from "./portals/route.tsx";
import { addPreflight } from "./preflight/route.tsx";
import { addPulse } from "./pulse/route.tsx";
import { addRequests } from "./requests/route.tsx";
import { addRescueCode } from "./rescue-code/route.tsx";
import { addReview } from "./review/route.tsx";
import type { OfficeServices } from "./services.ts";
import { addOfficeSignIn } from "./sign-in/route.tsx";
import { addTeam } from "./team/route.tsx";
import { addTemplate } from "./template/route.tsx";
import { addTemplates } from "./templates/route.tsx";
import { addUpdateHistory } from "./updates/history/route.tsx";
import { addUpdates } from "./updates/list/route.tsx";
import { addUpdatePhotos } from "./updates/photos/route.ts";
import { addWriteUpdate } from "./updates/write/route.tsx";
import { addVisibility } from "./visibility/route.tsx";
import { addWatch } from "./watch/route.tsx";
import { addWrongPaths } from "./wrong-paths/route.tsx";

/** Pages at the office that stand outside of this folder. */
export type OfficePages = (app: App, services: OfficeServices) => void;

/** All pages of the office, and `more`; what is left over comes last. */
export function officeRoutes(services: OfficeServices, more: OfficePages): App {
  const app = new Hono<AppEnv>({ strict: false });
  addOfficeSignIn(app, services);
  addPortals(app, services);
  addDefaults(app, services);
  addTemplates(app, services);
  addTemplate(app, services);
  addVisibility(app, services);
  addUpdates(app, services);
  addUpdateHistory(app, services);
  addWriteUpdate(app, services);
  addUpdatePhotos(app, services);
  addPulse(app, services);
  addPortalVisibility(app, services);
  addPortalLanguage(app, services);
  addBranding(app, services);
  addApprovals(app, services);
  addRescueCode(app, services);
  addPreflight(app, services);
  addConnections(app, services);
  addTeam(app, services);
  addApiKeys(app, services);
  addDiagnose(app, services);
  addRequests(app, services);
  addWatch(app, services);
  addReview(app, services);
  addLink(app, services);
  addFirms(app, services);
  if (services.mailbox) addMailbox(app, services, services.mailbox);
  more(app, services);
  addWrongPaths(app, services);
  return app;
}
