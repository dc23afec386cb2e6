import type { PagesModel } from "../pages.ts";

/** The ways from one page of a long table to the others, below it. */
export function Pages({ pages: { label, previous, next, all } }: { pages: PagesModel }) {
  return (
    <nav aria-label={label} class="table-pages">
      {previous ? (
        <a href={previous.href} rel="prev">
          {previous.label}
        </a>
      ) : null}
      {next ? (
        <a href={next.href} rel="next">
          {next.label}
        </a>
      ) : null}
      <a href={all.href}>{all.label}</a>
    </nav>
  );
}
