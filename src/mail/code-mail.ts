import type { Mail } from "./mailer.ts";

/** The mail that carries a sign-in code. The code stands in the subject, so that a phone's notification is enough. */
export function codeMail({
  to,
  firmName,
  code,
  host,
}: {
  to: string;
  firmName: string;
  code: string;
  host: string;
}): Mail {
  const grouped = `${code.slice(0, 3)} ${code.slice(3)}`;
  const lines = [
    `Your code for ${firmName}: ${grouped}`,
    `Type it on the page you have open at ${host}. It is valid for 15 minutes.`,
    "If you did not ask for it, do nothing: without the code nobody gets in.",
  ];
  return {
    to,
    fromName: firmName,
    subject: `${grouped} is your code for ${firmName}`,
    text: `${lines.join("\n\n")}\n`,
    html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n"),
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
