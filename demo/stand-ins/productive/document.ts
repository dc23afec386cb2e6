// How resources are written: relations without `data` unless asked for, sparse fields, included resources.
import { type Refusal, unsupportedInclude } from "./errors.ts";
import type { Library } from "./library.ts";
import { listOf, type ParamTree } from "./query.ts";
import type { Json, Relation, Resource } from "./resource.ts";

/** `include=service.deal` becomes `{ service: { deal: {} } }`. */
export type IncludeTree = { [relation: string]: IncludeTree };

export function includeTreeOf(include: string | null): IncludeTree {
  const tree: IncludeTree = {};
  for (const path of listOf(include)) {
    let branch = tree;
    for (const name of path.split(".")) {
      branch[name] ??= {};
      branch = branch[name];
    }
  }
  return tree;
}

type Written = { data: Json[]; included: Json[] } | { refusal: Refusal };

/** What was asked for, and whatever it includes, each once. */
export function writeResources(
  resources: Resource[],
  { include, fields, library }: { include: IncludeTree; fields: ParamTree; library: Library },
): Written {
  const shown = new Map<string, { resource: Resource; relations: Set<string> }>();
  let unknown: string | null = null;

  function visit(resource: Resource, tree: IncludeTree): void {
    const key = `${resource.type} ${resource.id}`;
    const seen = shown.get(key) ?? { resource, relations: new Set(alwaysShown[resource.type] ?? ["organization"]) };
    shown.set(key, seen);
    for (const [name, below] of Object.entries(tree)) {
      const relation = resource.relations[name];
      if (relation === undefined) unknown = name;
      seen.relations.add(name);
      for (const link of [relation ?? []].flat()) {
        const target = library.find(link);
        if (target) visit(target, below);
      }
    }
  }

  for (const resource of resources) visit(resource, include);
  if (unknown !== null) return { refusal: unsupportedInclude(unknown) };
  const written = [...shown.values()].map(({ resource, relations }) => ({
    isAsked: resources.includes(resource),
    json: writeResource(resource, relations, fieldsOf(fields, resource.type)),
  }));
  return {
    data: written.filter(({ isAsked }) => isAsked).map(({ json }) => json),
    included: written.filter(({ isAsked }) => !isAsked).map(({ json }) => json),
  };
}

/** Relations that carry `data` though nobody asked [R]; everything but a membership names its organization. */
const alwaysShown: Record<string, string[]> = {
  companies: ["organization", "parent_company", "default_document_type"],
  organization_memberships: [],
};

function fieldsOf(fields: ParamTree, type: string): Set<string> | null {
  const list = fields[type];
  return typeof list === "string" ? new Set(listOf(list)) : null;
}

/** Fields that are left out disappear, relations too, though what they include still comes [R]. */
function writeResource(
  { id, type, attributes, relations }: Resource,
  shown: Set<string>,
  fields: Set<string> | null,
): Json {
  const isKept = ([name]: [string, unknown]) => fields === null || fields.has(name);
  const keptAttributes = Object.entries(attributes).filter(isKept);
  const keptRelations = Object.entries(relations)
    .filter(isKept)
    .map(([name, relation]) => [name, writeRelation(relation, shown.has(name))]);
  return {
    id,
    type,
    ...(keptAttributes.length > 0 && { attributes: Object.fromEntries(keptAttributes) }),
    ...(keptRelations.length > 0 && { relationships: Object.fromEntries(keptRelations) }),
  };
}

/** Not asked for: no `data` at all, not even the id [R]. */
function writeRelation(relation: Relation, isShown: boolean): Json {
  return isShown ? { data: relation } : { meta: { included: false } };
}
