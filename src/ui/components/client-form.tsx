import type { FormHTMLAttributes } from "preact";

type ClientFormProps = FormHTMLAttributes<HTMLFormElement> & {
  /** Where the firm looks at the page as somebody else. */
  isInert: boolean;
};

/** A form on a client's page. Where it is inert it stands there and does nothing, in every browser and without a script. */
export function ClientForm({ isInert, ...form }: ClientFormProps) {
  const itself = <form {...form} />;
  return isInert ? (
    <fieldset class="inert" disabled>
      {itself}
    </fieldset>
  ) : (
    itself
  );
}
