// The catalogue of causes: every reason for which a check may not pass, with its stable code.
// Codes follow where in the chain a person stops: door, proof, who, scope, sess, psa.

export const causes = [
  "door.unknown_url",
  "door.staff_url",
  "door.stale_link",
  "door.paused",
  "door.other_clients_portal",
  "door.no_portal",
  "sess.none",
  "sess.expired",
  "psa.not_connected",
  "psa.down",
  "psa.token_revoked",
  "psa.wrong_org",
  "psa.rate_limited",
  "psa.partial",
  "psa.bad_answer",
  "who.no_contact",
  "who.inactive",
  "who.duplicate_contact",
  "who.no_company",
  "who.company_inactive",
  "who.several_companies",
  "scope.no_projects",
  "scope.status",
  "scope.no_such_project",
  "scope.toggle",
  "scope.no_data",
] as const;
export type Cause = (typeof causes)[number];
