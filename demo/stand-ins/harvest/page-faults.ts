// What can go wrong with pages: they never end, they lead back, rows come twice, not all come. What is no listing stays as it is.
import { editJson, type Fault, type LooseJson } from "../faults.ts";

/** Every page has rows and a next page, and every row is another. */
export function endlessPages(): Fault {
  let sample: LooseJson;
  let lastId = 1_900_000_000;
  return editListing((json, name, url) => {
    sample ??= json[name][0];
    const next = new URL(url);
    next.searchParams.set("page", String(lastId));
    return { ...json, [name]: [{ ...sample, id: ++lastId }], links: { ...json.links, next: next.href } };
  });
}

/** The next page is the one that was just read. */
export function pageLoop(): Fault {
  return editListing((json, _name, url) => ({ ...json, links: { ...json.links, next: url.href } }));
}

/** The last row of each page comes twice, as when rows move while somebody reads. */
export function repeatLastRow(): Fault {
  return editListing((json, name) => ({ ...json, [name]: [...json[name], ...json[name].slice(-1)] }));
}

/** The vendor counts more than it sends. */
export function countTooMany(): Fault {
  return editListing((json) => ({ ...json, total_entries: 99 }));
}

function editListing(edit: (json: LooseJson, name: string, url: URL) => LooseJson): Fault {
  return editJson((json, url) => {
    const name = url.pathname.split("/").at(-1) ?? "";
    return Array.isArray(json[name]) ? edit(json, name, url) : json;
  });
}
