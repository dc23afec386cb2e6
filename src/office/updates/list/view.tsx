import { OfficePage } from "../../../ui/components/office-page.tsx";
import { Register } from "../../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import type { UpdatesModel } from "./present.ts";

type UpdatesPageProps = { assets: Assets; frame: OfficeFrame; model: UpdatesModel };

const columns = ["Project", "Client", "Date", "Author", "State"];

/** The updates of the firm, and the way to write one. */
export function UpdatesPage({ assets, frame, model }: UpdatesPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <div class="office-head">
        <h1>{model.heading}</h1>
        {model.write ? (
          <a class="button button-primary" href={model.write.href}>
            {model.write.label}
          </a>
        ) : null}
      </div>
      <p class="quiet">{model.lead}</p>
      {model.rows.length === 0 ? (
        <p>No update has been written yet.</p>
      ) : (
        <Register label="Updates" columns={columns}>
          {model.rows.map(({ id, project, company, day, author, state }) => (
            <tr key={id}>
              <th scope="row">
                <a href={project.href}>{project.label}</a>
              </th>
              <td data-label="Client">{company}</td>
              <td data-label="Date">{day}</td>
              <td data-label="Author">{author}</td>
              <td data-label="State">{state}</td>
            </tr>
          ))}
        </Register>
      )}
    </OfficePage>
  );
}
