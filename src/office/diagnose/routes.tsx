// Settings → Client Portals → Diagnose: who cannot get in, why, and the one change that mends it.
import type { App } from "../../http/env.ts";
import type { OfficeServices } from "../services.ts";
import { addLimits } from "./limits/route.tsx";
import { addPerson } from "./person/route.tsx";
import { addReference } from "./reference/route.tsx";
import { addSearch } from "./search/route.tsx";

/** "My client can't get in": every page at or below Diagnose. */
export function addDiagnose(app: App, services: OfficeServices): void {
  addSearch(app, services);
  addPerson(app, services);
  addLimits(app, services);
  addReference(app, services);
}
