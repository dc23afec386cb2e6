// The shapes of the API's answers: what openapi.json describes, and what tests hold every answer against.
import { z } from "@hono/zod-openapi";
import { checks } from "../access/decision.ts";
import { templates } from "../domain/firm.ts";
import { fieldNames } from "../domain/template.ts";
import { PROBLEM_TYPE } from "../http/problem.ts";

/** Causes may be added, so that a program must take one that it does not know. */
const cause = z
  .string()
  .regex(/^[a-z]+\.[a-z_]+$/)
  .openapi({ description: "Why, as a stable code. New codes may be added.", example: "who.email_differs" });
const outcome = z.enum(["granted", "refused", "unavailable"]);
const moment = z.iso.datetime().openapi({ example: "2026-11-22T10:15:00.000Z" });
const company = z.object({ id: z.string(), name: z.string() });

const step = z
  .object({
    check: z.enum(checks),
    verdict: z.enum(["pass", "fail", "skipped", "unknown"]),
    cause: cause.nullable(),
    reason: z.string().nullable().openapi({ description: "The cause in words, for the firm." }),
    evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
    readAt: moment.nullable().openapi({ description: "When the facts of this check were read." }),
    remedy: z
      .object({ visitor: z.string(), firm: z.string() })
      .nullable()
      .openapi({ description: "What mends it, in words for each side." }),
  })
  .openapi("Step");

const visibility = z.object({ visible: z.boolean(), cause: cause.nullable() }).openapi("Visibility");

/** The one description of `DecisionJson`. */
export const decisionSchema = z
  .object({
    outcome,
    cause: cause.nullable(),
    reference: z.string().nullable().openapi({ example: "PL-7K3M-9Q" }),
    person: z.object({ email: z.string() }).nullable(),
    firm: z.string(),
    portal: z.string().nullable().openapi({ description: "The current address of the portal that was asked for." }),
    asked: z.string().openapi({ description: "The address that was asked for; empty when none was." }),
    company: company.nullable(),
    decidedAt: moment,
    steps: z.array(step),
    projects: z.object({ visible: z.int().min(0), hidden: z.array(z.object({ id: z.string(), cause })) }),
    fields: z.partialRecord(z.enum(fieldNames), visibility),
  })
  .openapi("Decision");

export const referenceSchema = decisionSchema
  .extend({
    now: z.union([decisionSchema, z.null()]).optional().openapi({
      description: "Only with now=true: the decision as it would be now. Null when nobody was signed in then.",
    }),
  })
  .openapi("StoredDecision");

export const portalsSchema = z
  .object({
    portals: z.array(
      z.object({
        company,
        portal: z.string().nullable(),
        address: z.url().nullable(),
        template: z.enum(templates).nullable(),
        state: z.enum(["open", "paused", "none"]),
      }),
    ),
    complete: z.boolean().openapi({
      description: "False when the PSA could not be read completely: companies without a portal may be missing.",
    }),
  })
  .openapi("Portals");

export const preflightSchema = z
  .object({
    portals: z.array(
      z.object({
        portal: z.string(),
        company,
        contacts: z.array(
          z.object({
            email: z.string().nullable(),
            outcome,
            cause: cause.nullable(),
            projects: z.int().min(0),
            contact: company.openapi({ description: "The contact in the PSA." }),
            reason: z.string().nullable(),
            remedy: z.string().nullable(),
            notes: z.array(cause).openapi({ description: "What stops nobody and is good to know." }),
          }),
        ),
      }),
    ),
    withoutPortal: z.array(z.object({ company, contacts: z.int().min(0) })),
    withoutCompany: z.array(z.object({ name: z.string(), email: z.string().nullable() })),
    trouble: z.object({ cause, detail: z.string() }).nullable().openapi({ description: "Why the PSA cannot be read." }),
  })
  .openapi("Preflight");

export const problemSchema = z
  .object({
    type: z.string().openapi({ example: "urn:prolens:problem:no_valid_key" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().openapi({ description: "The request's id, for questions to whoever runs the server." }),
  })
  .openapi("Problem");

/** A response that is a problem, for a route's description. */
export function problemResponse(description: string) {
  return { description, content: { [PROBLEM_TYPE]: { schema: problemSchema } } };
}

/** The answers that every endpoint behind a key may give. */
export const commonProblems = {
  400: problemResponse("The request is not as described."),
  401: problemResponse("No key, or none that is in force."),
  429: problemResponse("Too many requests; Retry-After says when to come back."),
};
