import { Face } from "../../ui/components/face.tsx";
import { Moment } from "../../ui/components/moment.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Pages } from "../../ui/components/pages.tsx";
import { Trend } from "../../ui/components/trend.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { AnswerRow, ClientPulseModel, PulseModel } from "./present.ts";

type PulsePageProps = { assets: Assets; frame: OfficeFrame; model: PulseModel };

/** How happy each client's people are with their projects, how that has moved, and who answered what. */
export function PulsePage({ assets, frame, model }: PulsePageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.range ? <p class="quiet">{model.range}</p> : null}
      <ul class="switches">
        {model.clients.map((client) => (
          <Client key={client.id} client={client} />
        ))}
      </ul>
      {model.pages ? <Pages pages={model.pages} /> : null}
      {model.silentText ? <p class="quiet">{model.silentText}</p> : null}
    </OfficePage>
  );
}

function Client({ client }: { client: ClientPulseModel }) {
  const { companyName, face, average, trendText, trend, pointsText, answers, older } = client;
  return (
    <li>
      <h2>{companyName}</h2>
      <div class="face-line">
        {face === null ? null : <Face score={face} />}
        <div>
          <p>
            <strong>{average}</strong>
          </p>
          {trendText ? <p class="quiet">{trendText}</p> : null}
        </div>
        {trend ? <Trend trend={trend} /> : null}
      </div>
      {pointsText ? <p class="quiet">{pointsText}</p> : null}
      <Answers answers={answers} />
      {older ? (
        <details>
          <summary>{older.summary}</summary>
          <Answers answers={older.answers} />
          {older.moreText ? <p class="quiet">{older.moreText}</p> : null}
        </details>
      ) : null}
    </li>
  );
}

function Answers({ answers }: { answers: AnswerRow[] }) {
  return (
    <>
      {answers.map(({ id, score, comment, about, at }) => (
        <div key={id} class="said">
          <p>
            <strong>{score}</strong>
          </p>
          {comment ? <p class="written">{comment}</p> : null}
          <p class="quiet email">
            {about} <Moment moment={at} />
          </p>
        </div>
      ))}
    </>
  );
}
