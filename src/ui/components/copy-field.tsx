import type { CopyLabels } from "./copy-words.ts";

type CopyFieldProps = { id: string; label: string; value: string; labels: CopyLabels };

/** An address to copy: selectable text everywhere, one click where script runs. */
export function CopyField({ id, label, value, labels }: CopyFieldProps) {
  return (
    <div class="copy">
      <input id={id} type="text" readonly size={Math.ceil(value.length * 0.8)} value={value} aria-label={label} />
      <button type="button" class="button button-text" data-copy={id} data-copied={labels.copied} hidden>
        {labels.copy}
        <span class="unseen"> {label}</span>
      </button>
    </div>
  );
}

type CopyLinkProps = { id: string; about: string; link: { label: string; href: string }; labels: CopyLabels };

/** An address in a row, shortened to what tells it apart; all of it is copied. `about`: whose it is, for a screen reader. */
export function CopyLink({ id, about, link, labels }: CopyLinkProps) {
  return (
    <div class="copy">
      <a id={id} href={link.href}>
        {link.label}
        <span class="unseen"> {about}</span>
      </a>
      <button type="button" class="button button-text" data-copy={id} data-copied={labels.copied} hidden>
        {labels.copy}
        <span class="unseen"> {about}</span>
      </button>
    </div>
  );
}
