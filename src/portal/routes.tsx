// The client's pages. What lives here is shown to clients; nothing here reads a PSA but through psa/, after a decision.
import { Hono } from "hono";
import type { App, AppEnv } from "../http/env.ts";
import { addAsk } from "./ask/route.tsx";
import { readBrandingFirst } from "./branding.ts";
import { addChooser } from "./chooser/route.tsx";
import { addHome } from "./home/route.tsx";
import { addImages } from "./images/route.ts";
import { addPulse } from "./project/pulse/route.tsx";
import { addProject } from "./project/route.tsx";
import { addUpdatePhotos } from "./project/updates/route.ts";
import type { PortalServices } from "./services.ts";
import { addPortalSignIn } from "./sign-in/route.tsx";

/** All pages of a firm's portals. The fixed paths come first: no portal may take their names (domain/slug). */
export function portalRoutes(services: PortalServices): App {
  const app = new Hono<AppEnv>({ strict: false });
  app.use(readBrandingFirst(services));
  addPortalSignIn(app, services);
  addAsk(app, services);
  addImages(app, services);
  addChooser(app, services);
  addHome(app, services);
  addPulse(app, services);
  addProject(app, services);
  addUpdatePhotos(app, services);
  return app;
}
