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
        resend: {
          target: { action: "/sign-in/resend", fields: {} },
          label: "Send a new code",
          waitSeconds: 30,
          waitLabel: "In {seconds} s",
        },
        reference: { label: "Reference", code: "PL-7K3M-9Q" },
        otherEmail: { label: "Use another email", href: "/sign-in" },
      }}
    />,
  );
  expect(html).toContain('autocomplete="one-time-code"');
  expect(html).toContain('inputmode="numeric"');
  expect(html).toContain('aria-describedby="code-problem"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('data-wait-seconds="30"');
  expect(html).toContain('data-wait-label="In {seconds} s"');
  expect(html).not.toContain("<script>");
  expect(html).not.toContain("<b>");
  expect(html).toContain("<code>PL-7K3M-9Q</code>");
});

test("the page behind a link is one button, with the code in large where it is to be typed elsewhere", () => {
  const target = { action: "/sign-in/link", fields: { t: `"><b>` } };
  const page = { title: "Sign in", heading: "Sign in", lead: [], reference: null };
  const render = (code: string | null) =>
    renderToString(<SignInSteps model={{ ...page, step: "link", code, action: { label: "Go", target } }} />);
  expect(render("123 456")).toContain('<p class="big-code">123 456</p>');
  expect(render(null)).not.toContain("big-code");
  expect(render(null).match(/<button/g)).toHaveLength(1);
  expect(render(null)).toContain('value="&quot;>&lt;b>"');
});
