export type TitleBlockModel = { title: string; cells: { label: string; value: string }[] };

/** The head of a drawing sheet: the name large, the facts in a ruled grid below it. */
export function TitleBlock({ block }: { block: TitleBlockModel }) {
  return (
    <header class="title-block">
      <h1>{block.title}</h1>
      <dl>
        {block.cells.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
