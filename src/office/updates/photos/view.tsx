import { Button } from "../../../ui/components/button.tsx";
import { Field } from "../../../ui/components/field.tsx";
import type { PhotosModel } from "./present.ts";

/** The photos of an update, as a part of its form: what else is typed there is saved with them. */
export function Photos({ model: { heading, lead, notice, photos, action, form } }: { model: PhotosModel }) {
  return (
    <section id="photos" class="photos">
      <h2>{heading}</h2>
      {lead ? <p>{lead}</p> : null}
      {notice ? <p class="problem">{notice}</p> : null}
      {photos.map(({ src, caption, width, height, remove }) => (
        <figure key={src}>
          <img src={src} alt={caption} width={width} height={height} loading="lazy" />
          <figcaption class="small" aria-hidden="true">
            {caption}
          </figcaption>
          {remove ? (
            <Button look="text" sends={{ name: "remove_photo", value: remove.id, action }}>
              {remove.label}
              <span class="unseen"> {remove.about}</span>
            </Button>
          ) : null}
        </figure>
      ))}
      {form ? <AddFields form={form} action={action} /> : null}
    </section>
  );
}

function AddFields({
  form: { file, caption, add },
  action,
}: {
  form: NonNullable<PhotosModel["form"]>;
  action: string;
}) {
  return (
    <>
      <div class="field">
        <label for="photo">{file.label}</label>
        <p id="photo-hint" class="hint">
          {file.hint}
        </p>
        {file.problem ? (
          <p id="photo-problem" class="problem">
            {file.problem}
          </p>
        ) : null}
        <input
          id="photo"
          type="file"
          name="photo"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={file.problem ? "photo-hint photo-problem" : "photo-hint"}
          aria-invalid={file.problem ? "true" : undefined}
        />
      </div>
      <Field field={caption} input={{ type: "text", autocomplete: "off" }} />
      <Button look="plain" sends={{ name: "add_photo", value: "yes", action }}>
        {add}
      </Button>
    </>
  );
}
