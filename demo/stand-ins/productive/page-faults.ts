// What can go wrong with pages: they never end, they lead back, rows come twice.
import { editJson, type Fault, type LooseJson } from "../faults.ts";

/** Every page has rows and a next page, and every row is another. */
export function endlessPages(): Fault {
  let sample: LooseJson;
  let lastId = 900_000_000_000;
  return editJson((json, url) => {
    sample ??= json.data[0];
    const number = Number(url.searchParams.get("page[number]") ?? 1);
    const data = [{ ...sample, id: String(++lastId) }];
    const next = withParam(url, "page[number]", String(number + 1));
    return { ...json, data, links: { ...json.links, next }, meta: { ...json.meta, total_pages: number + 1 } };
  });
}

/** The next page is the one that was just read, by its link and by its numbers. */
export function pageLoop(): Fault {
  return editJson((json, url) => ({
    ...json,
    links: { ...json.links, next: url.href },
    meta: { ...json.meta, current_page: 1, total_pages: 2 },
  }));
}

/** Each page begins with the last row of the page before, as when rows move while somebody reads. */
export function repeatLastRow(): Fault {
  let last: LooseJson;
  return editJson((json) => {
    const data = last ? [last, ...json.data] : json.data;
    last = json.data.at(-1);
    return { ...json, data };
  });
}

/** The vendor counts more than it sends. */
export function countTooMany(): Fault {
  return editJson((json) => ({ ...json, meta: { ...json.meta, total_count: 99 } }));
}

function withParam(url: URL, name: string, value: string): string {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed.href;
}
