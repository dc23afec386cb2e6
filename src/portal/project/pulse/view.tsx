import { Button, HiddenFields } from "../../../ui/components/button.tsx";
import { ClientForm } from "../../../ui/components/client-form.tsx";
import { Face } from "../../../ui/components/face.tsx";
import type { CommentModel, PulseModel } from "./present.ts";

/** The satisfaction pulse at the end of a project's page: five faces, or the thanks for one of them. */
export function Pulse({ model, isInert }: { model: PulseModel; isInert: boolean }) {
  if (model.state === "asking") {
    return (
      <section id="pulse" class="pulse">
        <h2>{model.heading}</h2>
        <ClientForm isInert={isInert} method="post" action={model.action} class="faces">
          {model.faces.map(({ score, label }) => (
            <button key={score} type="submit" name="score" value={score} class="face-button">
              <Face score={score} />
              <span>{label}</span>
            </button>
          ))}
        </ClientForm>
        <p class="small">{model.lead}</p>
      </section>
    );
  }
  return (
    <section id="pulse" class="pulse">
      <h2>{model.thanks}</h2>
      <div class="face-line">
        <Face score={model.score} />
        <p>{model.answered}</p>
      </div>
      <Comment comment={model.comment} isInert={isInert} />
    </section>
  );
}

function Comment({ comment, isInert }: { comment: CommentModel; isInert: boolean }) {
  const { said, summary, isOpen, label, hint, problem, value, send, target } = comment;
  return (
    <>
      {said ? <p class="written">{said}</p> : null}
      <details open={isOpen}>
        <summary>{summary}</summary>
        <ClientForm isInert={isInert} method="post" action={target.action}>
          <HiddenFields fields={target.fields} />
          <div class="field">
            <label for="comment">{label}</label>
            <p id="comment-hint" class="hint">
              {hint}
            </p>
            {problem ? (
              <p id="comment-problem" class="problem">
                {problem}
              </p>
            ) : null}
            <textarea
              id="comment"
              name="comment"
              rows={4}
              aria-describedby={problem ? "comment-hint comment-problem" : "comment-hint"}
              aria-invalid={problem ? "true" : undefined}
            >
              {value}
            </textarea>
          </div>
          <Button look="plain">{send}</Button>
        </ClientForm>
      </details>
    </>
  );
}
