import type { Step } from "../decision.ts";
import type { Explained } from "./firm.ts";
import { onNextLoad, unstopped } from "./texts.ts";

/** The PSA behind it all. */
export function explainSources(step: Step, locale: string): Explained<"psa"> {
  const { detail: said, gaps: unread, before, now } = step.evidence;
  const detail = typeof said === "string" && said !== "" ? ` (${unstopped(said)})` : "";
  const gaps = Array.isArray(unread) ? ` First: ${unstopped(String(unread[0]))}.` : "";
  const retry = "Portals ask again on every page load.";
  return {
    "psa.not_connected": {
      reason: "no PSA is connected, so nobody’s company can be looked up.",
      remedy: "Connect it with `prolens connection add`. It counts on the next page load.",
    },
    "psa.down": {
      reason: `the PSA does not answer${detail}.`,
      remedy: `See what \`prolens connection test\` says. ${retry}`,
    },
    "psa.token_revoked": {
      reason: `the PSA refuses the key with which ProLens reads${detail}.`,
      remedy: `Make a new key in the PSA and connect it with \`prolens connection add\`. ${onNextLoad(locale)}`,
    },
    "psa.wrong_org": {
      reason: `the PSA does not let ProLens read this organisation${detail}.`,
      remedy: `Connect it again with the right organisation, with \`prolens connection add\`. ${onNextLoad(locale)}`,
    },
    "psa.rate_limited": { reason: "the PSA asks ProLens to wait.", remedy: `Wait a minute. ${retry}` },
    "psa.partial": {
      reason: `some records of the PSA could not be read${step.verdict === "pass" ? "; they stop nobody here" : `, and ${step.check === "scope" ? "their projects" : "this person"} may be among them`}.${gaps}`,
      remedy: `Mend the records that \`prolens connection test\` lists. ${onNextLoad(locale)}`,
    },
    "psa.bad_answer": {
      reason: `the PSA’s answer could not be understood${detail}.`,
      remedy: `Mend what \`prolens connection test\` lists. ${onNextLoad(locale)}`,
    },
    "psa.token_sees_less": {
      reason: `the PSA suddenly shows far fewer contacts than before (${String(now)} instead of ${String(before)}).`,
      remedy: `Check the rights of the key, or the export, with which ProLens reads. ${onNextLoad(locale)}`,
    },
  };
}
