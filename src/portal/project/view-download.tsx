import type { DownloadModel } from "./present-download.ts";

/** A link to the table above it, as a file. */
export function Download({ model }: { model: DownloadModel }) {
  return (
    <p class="download">
      <a href={model.href}>
        {model.label}
        <span class="unseen">: {model.about}</span>
      </a>
    </p>
  );
}
