import type { ComponentChildren } from "preact";
import type { Assets, Look } from "./frame.ts";

/** `isWhole`: the page itself looks so, and not only a part of it. */
type Brand = Pick<Look, "styles" | "icon"> & { isWhole: boolean };

type DocumentProps = {
  title: string;
  lang: string;
  assets: Assets;
  brand?: Brand | undefined;
  children: ComponentChildren;
};

/** The whole HTML document, without the doctype. Nothing in it is inline, so that the policy may forbid inline altogether. */
export function Document({ title, lang, assets, brand, children }: DocumentProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.styles} />
        {brand?.styles ? <link rel="stylesheet" href={brand.styles} /> : null}
        <link rel="icon" {...(brand?.icon ?? { href: assets.icon, type: "image/svg+xml" })} />
        <script type="module" src={assets.script} />
      </head>
      <body class={brand?.isWhole ? "branded" : undefined}>{children}</body>
    </html>
  );
}
