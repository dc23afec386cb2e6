import type { ComponentChildren } from "preact";
import type { FormTarget } from "../frame.ts";

type Look = "primary" | "plain" | "text";

type ButtonProps = { children: ComponentChildren; look?: Look; waitSeconds?: number | undefined };

/** A button that submits the form it stands in. Its label is a verb and says what comes of it. */
export function Button({ children, look = "primary", waitSeconds }: ButtonProps) {
  return (
    <button type="submit" class={`button button-${look}`} data-wait-seconds={waitSeconds}>
      {children}
    </button>
  );
}

type PostButtonProps = ButtonProps & { target: FormTarget; about?: string | undefined };

/** A form of its own around one button. `about` tells a screen reader which row the button belongs to. */
export function PostButton({ target, about, ...button }: PostButtonProps) {
  return (
    <form method="post" action={target.action}>
      <HiddenFields fields={target.fields} />
      <Button {...button}>
        {button.children}
        {about ? <span class="unseen"> {about}</span> : null}
      </Button>
    </form>
  );
}

/** What a form carries along unseen. */
export function HiddenFields({ fields }: { fields: Record<string, string> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
