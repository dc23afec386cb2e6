import type { Brand } from "../lib/brand.ts";

export type FirmId = Brand<"FirmId">;
export type PortalId = Brand<"PortalId">;
/** Ids that the PSA gives; opaque, any non-empty string. */
export type CompanyId = Brand<"CompanyId">;
export type ContactId = Brand<"ContactId">;
export type ProjectId = Brand<"ProjectId">;
