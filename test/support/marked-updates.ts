// A published update with a photo on each of the marked projects.
import { randomUUID } from "node:crypto";
import { inFirmWrite } from "../../src/data/database.ts";
import { image, projectUpdate, updatePhoto } from "../../src/data/schema/content-tables.ts";
import type { CompanyId, ProjectId } from "../../src/domain/ids.ts";
import type { ProjectNumber } from "./marked-firm.ts";
import type { TestApp, TestFirm } from "./test-app.ts";

/** Publishes one on each project, and returns the ids of their photos. */
export async function addMarkedUpdates(app: TestApp, { firm }: TestFirm): Promise<Record<ProjectNumber, string>> {
  const photos = { 1: randomUUID(), 2: randomUUID(), 3: randomUUID(), 4: randomUUID() };
  for (const n of [1, 2, 3, 4] as const) await addUpdate(app, firm.id, { n, imageId: photos[n] });
  return photos;
}

async function addUpdate(
  { database, clock }: TestApp,
  firmId: TestFirm["firm"]["id"],
  { n, imageId }: { n: ProjectNumber; imageId: string },
): Promise<void> {
  const [id, now] = [randomUUID(), clock.now()];
  const about = { companyId: (n === 4 ? "c-birch" : "c-acme") as CompanyId, projectId: `p-${n}` as ProjectId };
  const written = {
    authorName: `Authorfirst${n} Authorlast${n}`,
    body: `Updatemark${n}`,
    percents: [],
    datedOn: `205${n}-03-04`,
  };
  const picture = { type: "image/webp", width: 4, height: 3, content: Buffer.from(`Pixelmark${n}`) };
  await inFirmWrite(database.db, firmId, async (tx) => {
    await tx.insert(projectUpdate).values({
      ...{ firmId, id, ...about, ...written, projectName: `Projectmark${n}` },
      ...{ state: "published", version: 1, createdAt: now, publishedAt: now },
    });
    await tx.insert(image).values({ firmId, id: imageId, ...picture, createdAt: now, createdBy: "test" });
    await tx.insert(updatePhoto).values({ firmId, updateId: id, imageId, position: 0, caption: `Photomark${n}` });
  });
}
