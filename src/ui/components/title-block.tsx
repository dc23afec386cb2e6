/** `isAgeing`: true of the moment alone, so that it is left out on paper. */
export type TitleBlockModel = { title: string; cells: { label: string; value: string; isAgeing?: boolean }[] };

/** The head of a drawing sheet: the name large, the facts in a ruled grid below it. */
export function TitleBlock({ block }: { block: TitleBlockModel }) {
  return (
    <header class="title-block">
      <h1>{block.title}</h1>
      <dl>
        {block.cells.map(({ label, value, isAgeing }) => (
          <div key={label} class={isAgeing ? "not-printed" : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
