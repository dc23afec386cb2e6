import { Markdown } from "../../../ui/components/markdown.tsx";
import { Progress } from "../../../ui/components/progress.tsx";
import type { UpdateModel, UpdatesModel } from "./present.ts";

/** Some of what the firm has written about the project, and the ways to what is newer and older. */
export function Updates({ model }: { model: UpdatesModel }) {
  const others = [model.newer, model.earlier].filter((link) => link !== null);
  return (
    <section id="updates">
      <h2>{model.heading}</h2>
      {model.updates.map((update) => (
        <Update key={update.id} update={update} />
      ))}
      {others.length > 0 ? (
        <div class="update not-printed">
          {others.map(({ label, href }) => (
            <p key={href}>
              <a href={href}>{label}</a>
            </p>
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** The newest update among those shown, for the sheet of paper alone. */
export function PrintedUpdate({ model: { heading, updates } }: { model: UpdatesModel }) {
  const [newest] = updates;
  return newest ? (
    <section class="printed-only">
      <h2>{heading}</h2>
      <Update update={{ ...newest, photos: [] }} />
    </section>
  ) : null;
}

function Update({ update }: { update: UpdateModel }) {
  const { day, isoDay, by, body, percents, photos } = update;
  return (
    <article class="update">
      <h3>
        <time dateTime={isoDay}>{day}</time>
      </h3>
      <p class="small">{by}</p>
      <Markdown text={body} heading="h4" />
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
