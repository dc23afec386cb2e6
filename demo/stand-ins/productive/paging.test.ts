import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { ask, organization, ourIds, token } from "../testing/json-api.ts";
import { smallFirm } from "../testing/small-firm.ts";
import { endlessPages, pageLoop, repeatLastRow } from "./page-faults.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "./stand-in.ts";

const COMPANIES = 250;

let standIn: ProductiveStandIn;

beforeEach(async () => {
  const records = smallFirm();
  records.companies = Array.from({ length: COMPANIES - 1 }, (_, index) => ({
    ...{ id: `c-${index}`, name: `Company ${index}`, archived: "", domains: "" },
  }));
  standIn = await startProductiveStandIn({ records, organization, token });
  onTestFinished(() => standIn.close());
});

const below = (link: string) => link.replace(standIn.baseUrl, "");

describe("by number", () => {
  test("a page has 30 rows when nothing is said, and 200 at most", async () => {
    const { json } = await ask(standIn, "/companies");
    expect(json.data).toHaveLength(30);
    expect(json.meta).toEqual({
      ...{ current_page: 1, total_pages: 9, total_count: COMPANIES, page_size: 30, max_page_size: 200 },
    });
    expect((await ask(standIn, "/companies?page[size]=500")).json.meta.page_size).toBe(200);
    expect((await ask(standIn, "/companies?per_page=40")).json.meta.page_size).toBe(40);
  });

  test("all pages together are all rows, each once", async () => {
    const ids = new Set<string>();
    let path = "/companies?page[size]=100";
    for (let page = 1; page <= 3; page += 1) {
      const { json } = await ask(standIn, path);
      for (const { id } of json.data) ids.add(id);
      path = json.links.next ? below(json.links.next) : "";
    }
    expect([ids.size, path]).toEqual([COMPANIES, ""]);
  });

  test("links are absolute and say again what was asked", async () => {
    const { json } = await ask(standIn, "/companies?page[number]=2&page[size]=100&filter[status]=1&sort=name");
    const link = (page: number) =>
      `${standIn.baseUrl}/companies?filter%5Bstatus%5D=1&page%5Bnumber%5D=${page}&page%5Bsize%5D=100&sort=name`;
    expect(json.links).toEqual({ first: link(1), last: link(3), prev: link(1), next: link(3) });
  });

  test("nothing found has no pages, and page 0 is the last", async () => {
    const { json } = await ask(standIn, "/companies?filter[name]=nobody");
    expect(json.meta).toMatchObject({ current_page: 1, total_pages: 0, total_count: 0 });
    expect(json.links.last).toContain("page%5Bnumber%5D=0");
    expect(json.links.next).toBeUndefined();
  });
});

describe("by cursor", () => {
  test("an empty cursor begins, and next leads on until there is none", async () => {
    const ids = new Set<string>();
    let path = "/companies?page[after]=&page[size]=120";
    let pages = 0;
    while (path !== "") {
      const { json } = await ask(standIn, path);
      expect(json.meta).toEqual({ page_size: 120, max_page_size: 200 });
      for (const { id } of json.data) ids.add(id);
      path = json.links.next ? below(json.links.next) : "";
      pages += 1;
    }
    expect([ids.size, pages]).toEqual([COMPANIES, 3]);
  });

  test.each([
    ["page[after]=&page[number]=1", "keyset_conflict"],
    ["page[after]=&sort=name", "keyset_unsupported_sort"],
    ["page[after]=made-up", "keyset_invalid_cursor"],
  ])("%s is refused with %s", async (params, code) => {
    const { status, json } = await ask(standIn, `/companies?${params}`);
    expect([status, json.errors[0].code]).toEqual([400, code]);
  });

  test("a cursor of another collection is refused", async () => {
    const { json } = await ask(standIn, "/companies?page[after]=&page[size]=1");
    const cursor = new URL(json.links.next).searchParams.get("page[after]");
    expect((await ask(standIn, `/people?page[after]=${cursor}`)).status).toBe(400);
  });
});

describe("sorting", () => {
  test("upwards and downwards, then by the next value", async () => {
    expect(await ourIds(standIn, "/time_entries?sort=date")).toEqual(["t-1", "t-2"]);
    expect(await ourIds(standIn, "/time_entries?sort=-date,updated_at")).toEqual(["t-2", "t-1"]);
  });

  test.each(["created_at", "-created_at", "id"])("time entries by %s are 400 sort_param_unsupported", async (sort) => {
    const { status, json } = await ask(standIn, `/time_entries?sort=${sort}`);
    expect([status, json.errors[0].code]).toEqual([400, "sort_param_unsupported"]);
    expect(json.errors[0]).toMatchObject({ status: "unprocessable_content", source: { parameter: "sort" } });
    expect(json.errors[0].detail).toBe(`Sort by '${sort}' is not supported on this endpoint.`);
  });
});

describe("faults", () => {
  test("pages without end always bring another row and another page", async () => {
    standIn.fail(endlessPages());
    const first = await ask(standIn, "/companies");
    const far = await ask(standIn, "/companies?page[number]=5000");
    expect(far.json.data[0].id).not.toBe(first.json.data[0].id);
    expect(far.json.links.next).toContain("5001");
    expect(far.json.meta.total_pages).toBe(5001);
  });

  test("a loop leads back to the page that was just read", async () => {
    standIn.fail(pageLoop());
    const { json } = await ask(standIn, "/companies?page[number]=3");
    expect(json.links.next).toContain("=3");
    expect(json.meta.current_page).toBeLessThan(json.meta.total_pages);
  });

  test("a row comes on two pages", async () => {
    standIn.fail(repeatLastRow());
    const first = await ask(standIn, "/companies");
    const second = await ask(standIn, "/companies?page[number]=2");
    expect(second.json.data[0]).toEqual(first.json.data.at(-1));
  });
});
