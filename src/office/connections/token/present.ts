import type { PsaFaultCode } from "../../../connectors/errors.ts";
import { type VendorKind, vendorNames } from "../../../domain/psa-connection.ts";
import { retell } from "../../../domain/psa-texts/retell.ts";
import type { FieldModel } from "../../../ui/components/field.tsx";
import type { Link } from "../../../ui/frame.ts";
import { CONNECTIONS_PATH } from "../../frame.ts";
import { connectPath, RECONNECT_PATH, TOKEN_PATH } from "../paths.ts";
import { tokenWords } from "./words.ts";

/** What the token is asked for. */
export type Purpose = "connect" | "rotate" | "reconnect";

/** Why it was not taken: what was typed cannot be one, or the PSA has answered so. */
export type Refusal =
  | { kind: "typed"; isAccountWrong: boolean; isTokenWrong: boolean }
  | { kind: "answer"; code: PsaFaultCode; detail: string };

export type TokenModel = {
  heading: string;
  lead: string;
  warning: string | null;
  problem: { heading: string; text: string; said: string } | null;
  action: string;
  /** What the form carries along: the connection that it was shown for. */
  fields: Record<string, string>;
  account: FieldModel | null;
  token: FieldModel;
  button: string;
  back: Link;
};

export type TokenInput = {
  purpose: Purpose;
  kind: VendorKind;
  /** For which a token is asked; null for one that is new. */
  connectionId: string | null;
  /** What was typed as the id, to be typed no second time. */
  account: string;
  refusal: Refusal | null;
  /** Portals are linked to another source, so a switch will be reviewed first. */
  isReviewed: boolean;
  locale: string;
};

/** The form that takes a token. INVARIANT: nothing of a token is in the model, so that no page can show it. */
export function presentToken(input: TokenInput): TokenModel {
  const { purpose, kind, connectionId, account, refusal, isReviewed, locale } = input;
  const say = tokenWords(locale);
  const vendor = vendorNames[kind];
  const typed = refusal?.kind === "typed" ? refusal : null;
  const idWords = kind === "productive" ? "organization" : "account";
  return {
    heading: say(`${purpose}_heading`, { vendor }),
    lead: say(`${purpose}_lead`, { vendor }),
    warning: isReviewed ? say("reviewed") : null,
    problem: refusal?.kind === "answer" ? presentAnswer(refusal, kind, locale) : null,
    action: { connect: connectPath(kind), rotate: TOKEN_PATH, reconnect: RECONNECT_PATH }[purpose],
    fields: connectionId === null ? {} : { connection: connectionId },
    account:
      purpose === "connect"
        ? {
            name: "account",
            label: say(idWords),
            hint: say(`account_hint_${kind}`),
            problem: typed?.isAccountWrong ? say("account_problem") : null,
            value: account,
          }
        : null,
    token: {
      name: "token",
      label: say("token"),
      hint: say("token_once", { hint: say(`token_hint_${kind}`) }),
      problem: typed?.isTokenWrong ? say("token_problem") : null,
      value: "",
    },
    button: say(purpose),
    back: { label: say("back"), href: CONNECTIONS_PATH },
  };
}

const wordsOf = {
  auth_expired: "auth_expired",
  token_sealed: "sealed",
  forbidden: "forbidden",
  not_found: "not_found",
  rate_limited: "rate_limited",
  unavailable: "unavailable",
  invalid_response: "unreadable",
  partial: "unreadable",
} as const satisfies Record<PsaFaultCode, string>;

function presentAnswer(answer: Answer, kind: VendorKind, locale: string) {
  return { heading: tokenWords(locale)("not_done"), ...sayAnswer(answer, kind, locale) };
}

type Answer = { code: PsaFaultCode; detail: string };

/** What is wrong and what to do, and what the vendor said; a token that was just typed is looked at again. */
export function sayAnswer({ code, detail }: Answer, kind: VendorKind, locale: string) {
  return {
    text: sayFault(wordsOf[code], kind, locale),
    said: tokenWords(locale)("said", { detail: retell(detail, locale) }),
  };
}

type InUse = "expired_in_use" | "forbidden_in_use";

const inUse: Partial<Record<PsaFaultCode, InUse>> = { auth_expired: "expired_in_use", forbidden: "forbidden_in_use" };

/** The same about a token that is in use: it and the number were right once, so it is made anew. */
export function sayAnswerInUse(answer: Answer, kind: VendorKind, locale: string) {
  const said = sayAnswer(answer, kind, locale);
  const words = inUse[answer.code];
  return words ? { ...said, text: sayFault(words, kind, locale) } : said;
}

function sayFault(words: (typeof wordsOf)[PsaFaultCode] | InUse, kind: VendorKind, locale: string): string {
  const say = tokenWords(locale);
  const account = say(kind === "productive" ? "organization_named" : "account_named");
  return say(words, { vendor: vendorNames[kind], account });
}
