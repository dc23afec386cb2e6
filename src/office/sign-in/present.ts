import type { NoticeModel } from "../../ui/components/notice.tsx";
import type { Link } from "../../ui/frame.ts";

/** For somebody at the office who is in no team: their portals, or whom to ask when none is known. */
export function presentNoTeam(email: string, portals: Link[]): NoticeModel {
  const switchEmail = { label: "Use another email", href: "/sign-in" };
  const common = { signedInAs: null, contact: null, reference: null, actions: [...portals, switchEmail] };
  if (portals.length === 0) {
    return {
      ...common,
      heading: "This email is in no firm’s team",
      paragraphs: [
        `${email} is not in the team of a firm here. Ask an admin of your firm to add it. If you are a client, open the portal address that the firm sent you.`,
      ],
    };
  }
  return {
    ...common,
    heading: "Your projects have their own address",
    paragraphs: [
      `This is the office of the firm’s own team, and ${email} is a client’s email. Open your projects below and keep that address. You prove your email there once more.`,
    ],
  };
}
