import { expect, test } from "vitest";
import { driftMail } from "./drift-mail.ts";

const lost = {
  email: "jane@acme.example",
  company: "Acme Corp",
  reason: "Im PSA ist Jane Doe archiviert.",
  remedy: "Setzen Sie archived auf false.",
  projectsLost: 2,
};
const about = { to: "a@b.example", firmName: "North", address: "https://office.example/watch" };

test("what the drift watch found is mailed in the language that it is said in", () => {
  const mail = driftMail({ ...about, news: [lost], locale: "de-DE" });
  expect(mail.subject).toBe("Kundenportale: jane@acme.example kommt nicht mehr hinein");
  expect(mail.text).toContain(
    "jane@acme.example, beim Portal für Acme Corp: Im PSA ist Jane Doe archiviert. Die Person sah bisher 2 Projekte. Was zu tun ist: Setzen Sie archived auf false.",
  );
});
