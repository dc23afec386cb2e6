// The firm looks at a client's portal as somebody else would see it. It stands above the office, whose people may look, and the
// portal, whose pages they get; neither of these knows the other.
import type { OfficePages } from "../office/routes.tsx";
import { addChoosePreview } from "./choose/route.tsx";
import { addPreviewPages } from "./pages/route.tsx";

/** The office's pages for previews. */
export const previewRoutes: OfficePages = (app, services) => {
  addChoosePreview(app, services);
  addPreviewPages(app, services);
};
