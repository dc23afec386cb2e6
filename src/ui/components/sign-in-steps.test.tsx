import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { SignInSteps } from "./sign-in-steps.tsx";

test("the code step is one field that phones can fill, with its problem tied to it and what was typed escaped", () => {
  const html = renderToString(
    <SignInSteps
      model={{
        step: "code",
        title: "Type the code",
        heading: "Type the 6-digit code",
        lead: [`Sent to "><script>@acme.com.`],
        form: { action: "/sign-in/code", fields: { email: `"><b>` } },
        field: { name: "code", label: "Code", hint: null, problem: "This code does not match.", value: "" },
        submit: "Open my projects",
        resend: { target: { action: "/sign-in/resend", fields: {} }, label: "Send a new code", waitSeconds: 30 },
        otherEmail: { label: "Use another email", href: "/sign-in" },
      }}
    />,
  );
  expect(html).toContain('autocomplete="one-time-code"');
  expect(html).toContain('inputmode="numeric"');
  expect(html).toContain('aria-describedby="code-problem"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('data-wait-seconds="30"');
  expect(html).not.toContain("<script>");
  expect(html).not.toContain("<b>");
});
