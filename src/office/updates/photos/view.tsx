import { Button, PostButton } from "../../../ui/components/button.tsx";
import { Field } from "../../../ui/components/field.tsx";
import type { PhotosModel } from "./present.ts";

/** The photos of an update, and the form that adds one. */
export function Photos({ model: { heading, lead, notice, photos, form } }: { model: PhotosModel }) {
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
            <PostButton target={remove} look="text" about={`“${caption}”`}>
              Remove the photo
            </PostButton>
          ) : null}
        </figure>
      ))}
      {form ? <AddForm form={form} /> : null}
    </section>
  );
}

function AddForm({ form: { action, file, caption } }: { form: NonNullable<PhotosModel["form"]> }) {
  return (
    <form method="post" action={action} enctype="multipart/form-data" novalidate>
      <div class="field">
        <label for="photo">Photo</label>
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
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          aria-describedby={file.problem ? "photo-hint photo-problem" : "photo-hint"}
          aria-invalid={file.problem ? "true" : undefined}
        />
      </div>
      <Field field={caption} input={{ type: "text", required: true, autocomplete: "off" }} />
      <Button look="plain">Add the photo</Button>
    </form>
  );
}
