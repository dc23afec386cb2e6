import type { Link } from "../frame.ts";

/** That everybody is still being read, and how far, with the link that looks again. */
export function BeingRead({ reading: { text, link } }: { reading: { text: string; link: Link } }) {
  return (
    <p class="being-read">
      {text} <a href={link.href}>{link.label}</a>
    </p>
  );
}
