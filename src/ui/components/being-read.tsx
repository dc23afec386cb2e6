import type { Link } from "../frame.ts";

type BeingReadProps = { reading: { text: string; link: Link; untilTyped: { text: string; afterS: number } | null } };

/** That everybody is still being read, and how far, with the link that looks again. A script shows what it then does itself. */
export function BeingRead({ reading: { text, link, untilTyped } }: BeingReadProps) {
  return (
    <p class="being-read">
      {text}{" "}
      {untilTyped ? (
        <span data-reload-seconds={untilTyped.afterS} hidden>
          {untilTyped.text}{" "}
        </span>
      ) : null}
      <a href={link.href}>{link.label}</a>
    </p>
  );
}
