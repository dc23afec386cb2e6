// The parameters of a request: `filter[a][b]=c` as a tree, lists by comma.

/** `filter[email][eq]=x` becomes `{ email: { eq: "x" } }`. */
export type ParamTree = { [name: string]: string | ParamTree };

/** Everything below `name[…]`. */
export function treeOf(params: URLSearchParams, name: string): ParamTree {
  const tree: ParamTree = {};
  for (const [key, value] of params) {
    if (!key.startsWith(`${name}[`)) continue;
    const path = [...key.slice(name.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? "");
    plant(tree, path, value);
  }
  return tree;
}

function plant(tree: ParamTree, [head = "", ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    tree[head] = value;
    return;
  }
  const below = tree[head];
  const branch = typeof below === "object" ? below : {};
  tree[head] = branch;
  plant(branch, rest, value);
}

export function listOf(text: string | null): string[] {
  return text ? text.split(",") : [];
}
