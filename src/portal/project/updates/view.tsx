import { Markdown } from "../../../ui/components/markdown.tsx";
import { Progress } from "../../../ui/components/progress.tsx";
import type { UpdateModel, UpdatesModel } from "./present.ts";

/** What the firm has written about the project; what is older is folded. */
export function Updates({ model }: { model: UpdatesModel }) {
  return (
    <section id="updates">
      <h2>{model.heading}</h2>
      {model.open.map((update) => (
        <Update key={update.id} update={update} />
      ))}
      {model.earlier ? (
        <details class="update">
          <summary>{model.earlier.summary}</summary>
          {model.earlier.updates.map((update) => (
            <Update key={update.id} update={update} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function Update({ update }: { update: UpdateModel }) {
  const { day, isoDay, by, body, percents, photos } = update;
  return (
    <article class="update">
      <h3>
        <time dateTime={isoDay}>{day}</time>
      </h3>
      <p class="small">{by}</p>
      <Markdown text={body} />
      {percents.length > 0 ? (
        <ul class="bars">
          {percents.map(({ text, percent }) => (
            <li key={text}>
              <span>{text}</span>
              <Progress percent={percent} />
            </li>
          ))}
        </ul>
      ) : null}
      {photos.map(({ src, caption, width, height }) => (
        <figure key={src}>
          <img src={src} alt={caption} width={width} height={height} loading="lazy" />
          <figcaption class="small" aria-hidden="true">
            {caption}
          </figcaption>
        </figure>
      ))}
    </article>
  );
}
