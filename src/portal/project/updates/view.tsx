import { Markdown } from "../../../ui/components/markdown.tsx";
import { Progress } from "../../../ui/components/progress.tsx";
import type { OnPaper } from "../on-paper.ts";
import { printedClass, Unprinted } from "../view-paper.tsx";
import type { UpdateModel, UpdatesModel } from "./present.ts";

/** Some of what the firm has written about the project, and the ways to what is newer and older. */
export function Updates({ model, paper }: { model: UpdatesModel; paper: OnPaper }) {
  const others = [model.newer, model.earlier].filter((link) => link !== null);
  return (
    <section id="updates">
      <h2>{model.heading}</h2>
      {model.updates.map((update, index) => (
        <Update key={update.id} update={update} isPrinted={paper.printed.includes(index)} />
      ))}
      <Unprinted paper={paper} />
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

function Update({ update, isPrinted }: { update: UpdateModel; isPrinted: boolean }) {
  const { day, isoDay, by, body, percents, paper, photos } = update;
  return (
    <article class={isPrinted ? "update" : "update not-printed"}>
      <h3>
        <time dateTime={isoDay}>{day}</time>
      </h3>
      <p class="small">{by}</p>
      <Markdown text={body} heading="h4" />
      {percents.length > 0 ? (
        <ul class="bars">
          {percents.map(({ text, percent }, index) => (
            <li key={text} class={printedClass(paper, index)}>
              <span>{text}</span>
              <Progress percent={percent} />
            </li>
          ))}
        </ul>
      ) : null}
      <Unprinted paper={paper} />
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
