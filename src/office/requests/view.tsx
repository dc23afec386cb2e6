import { PostButton } from "../../ui/components/button.tsx";
import { Moment } from "../../ui/components/moment.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register, RegisterCell } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import { AdviceBlock } from "../diagnose/parts.tsx";
import type { ClosedModel, RequestLabels, RequestModel, RequestsModel } from "./present.ts";

type RequestsPageProps = { assets: Assets; frame: OfficeFrame; model: RequestsModel };

/** Who asked for help, what stops them, and the one thing to do about it. */
export function RequestsPage({ assets, frame, model }: RequestsPageProps) {
  return (
    <OfficePage title={model.title} frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      {model.open.length === 0 ? <p>{model.emptyText}</p> : null}
      <ol class="requests">
        {model.open.map((request) => (
          <Request key={request.id} request={request} labels={model.labels} />
        ))}
      </ol>
      {model.closed ? <Closed closed={model.closed} /> : null}
    </OfficePage>
  );
}

function Request({ request, labels }: { request: RequestModel; labels: RequestLabels }) {
  const { id, person, asked, where, reference, summary, mailText, advice, done } = request;
  return (
    <li id={id} class="request">
      <h2>
        <a href={person.href} class="email">
          {person.label}
        </a>
      </h2>
      <p class="quiet">
        {labels.asked} <Moment moment={asked} /> {labels.at} <span class="email">{where}</span>
        {reference ? (
          <>
            , {labels.reference} <a href={reference.href}>{reference.label}</a>
          </>
        ) : null}
      </p>
      <p class="email">{summary}</p>
      {mailText ? <p>{mailText}</p> : null}
      <AdviceBlock advice={advice} id={`advice-${id}`} />
      {done ? (
        <PostButton target={done.target} look="text" about={done.about}>
          {labels.done}
        </PostButton>
      ) : null}
    </li>
  );
}

function Closed({ closed }: { closed: ClosedModel }) {
  const { who, asked: askedLabel, closed: closedLabel, how: howLabel } = closed.labels;
  return (
    <details class="closed-requests">
      <summary>{closed.label}</summary>
      <Register label={closed.title} columns={[who, askedLabel, closedLabel, howLabel]}>
        {closed.rows.map(({ id, email, asked, closed: at, how }) => (
          <tr key={id}>
            <th scope="row" class="email">
              {email}
            </th>
            <td data-label={askedLabel}>
              <Moment moment={asked} />
            </td>
            <RegisterCell label={closedLabel}>{at ? <Moment moment={at} /> : null}</RegisterCell>
            <td data-label={howLabel}>{how}</td>
          </tr>
        ))}
      </Register>
    </details>
  );
}
