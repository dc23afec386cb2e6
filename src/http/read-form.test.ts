import { Hono } from "hono";
import { expect, test } from "vitest";
import type { AppEnv } from "./env.ts";
import { readForm, readUpload } from "./read-form.ts";

async function readBack(body: FormData | string) {
  const app = new Hono<AppEnv>();
  app.post("/", async (c) => {
    const { fields, filesOf } = await readUpload(c);
    const files = await filesOf("picture");
    return c.json({ fields, files: files.map((file) => Buffer.from(file).toString()) });
  });
  return (await app.request("/", { method: "POST", body })).json();
}

test("a form with files has its texts and the files of a field, in order; a field left empty has none", async () => {
  const form = new FormData();
  form.append("note", "as typed");
  form.append("note", "again");
  for (const text of ["one", "", "two"]) form.append("picture", new File([text], "a.png"));
  form.append("other", new File(["three"], "b.png"));
  expect(await readBack(form)).toEqual({ fields: { note: "as typed" }, files: ["one", "two"] });
});

test("signs that turn text round are taken out of every text that is typed, and letters of every script stay", async () => {
  const form = new FormData();
  form.append("name", "\u202Egpj.\u2066Anna\u2069 \u05D0\u0628\u202C");
  expect((await readBack(form)).fields).toEqual({ name: "gpj.Anna \u05D0\u0628" });
  const app = new Hono<AppEnv>();
  app.post("/", async (c) => c.json(await readForm(c)));
  expect(await (await app.request("/", { method: "POST", body: form })).json()).toEqual({
    name: "gpj.Anna \u05D0\u0628",
  });
});

test("a text in place of a file is no file, and a body that is no form is an empty one", async () => {
  const form = new FormData();
  form.append("picture", "words");
  expect(await readBack(form)).toEqual({ fields: { picture: "words" }, files: [] });
  expect(await readBack("nonsense")).toEqual({ fields: {}, files: [] });
});
