import type { PreviewFrame } from "../frame.ts";
import { PostButton } from "./button.tsx";

/** Above a client's page that the firm looks at: whose page it is, that nothing can be done here, and the way out. */
export function PreviewBanner({ preview }: { preview: PreviewFrame }) {
  return (
    <aside class="preview-bar" aria-label={preview.label} lang={preview.lang}>
      <p>
        <strong>{preview.heading}</strong> {preview.text}
      </p>
      <PostButton target={preview.end.target} look="plain">
        {preview.end.label}
      </PostButton>
    </aside>
  );
}

/** Below it: everything that this person does not see, why not, and where that is settled. */
export function PreviewUnseen({ preview: { unseen, lang } }: { preview: PreviewFrame }) {
  return (
    <aside class="preview-unseen" aria-labelledby="unseen" lang={lang}>
      <h2 id="unseen">{unseen.heading}</h2>
      {unseen.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <dl>
        {unseen.rows.map(({ name, why, setting }) => (
          <div key={name} class="pair-row">
            <dt>{name}</dt>
            <dd>
              {why} {setting ? <a href={setting.href}>{setting.label}</a> : null}
            </dd>
          </div>
        ))}
      </dl>
      {unseen.more ? (
        <p>
          <a href={unseen.more.href}>{unseen.more.label}</a>
        </p>
      ) : null}
    </aside>
  );
}
