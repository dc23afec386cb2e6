import type { ComponentChildren } from "preact";
import type { FormTarget } from "../frame.ts";

type Look = "primary" | "plain" | "text";

/** For how long it is not to be pressed yet, and what it says meanwhile, with "{seconds}" for what is left. */
type Wait = { seconds: number; label: string };

/** What a form carries along when this of its buttons is pressed, and where it is sent then. */
type Sends = { name: string; value: string; action: string };

type ButtonProps = { children: ComponentChildren; look?: Look; wait?: Wait | undefined; sends?: Sends };

/** A button that submits the form it stands in. Its label is a verb and says what comes of it. */
export function Button({ children, look = "primary", wait, sends }: ButtonProps) {
  return (
    <button
      type="submit"
      name={sends?.name}
      value={sends?.value}
      formaction={sends?.action}
      class={`button button-${look}`}
      data-wait-seconds={wait?.seconds}
      data-wait-label={wait?.label}
    >
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
