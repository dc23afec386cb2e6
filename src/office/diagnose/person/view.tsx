import { Button, HiddenFields, PostButton } from "../../../ui/components/button.tsx";
import { Flag } from "../../../ui/components/flag.tsx";
import { Moment } from "../../../ui/components/moment.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import type { Action, Assets, OfficeFrame } from "../../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { Comparison } from "../comparison.tsx";
import { AdviceBlock, StepList } from "../parts.tsx";
import type { EventModel } from "../present-events.ts";
import type { DoorModel, LimitModel, PersonLabels, PersonModel } from "./present.ts";
import type { SightModel } from "./present-sight.ts";

type PersonPageProps = { assets: Assets; frame: OfficeFrame; model: PersonModel };

/** The answer first, then the one change that mends it, then what it rests on; what happened stands at the side. */
export function PersonPage({ assets, frame, model }: PersonPageProps) {
  const { actions, comparison, labels } = model;
  return (
    <OfficePage title={model.title} frame={frame} assets={assets}>
      <p class="back">
        <a href={DIAGNOSE_PATH}>{labels.allPeople}</a>
      </p>
      <header class={`answer answer-${model.outcome}`}>
        <h1>{model.summary}</h1>
        <div class="answer-line">
          <span class="quiet">{model.askedText}</span>
          {actions ? <ActionButton action={actions.checkAgain} /> : null}
          {model.preview ? <ActionButton action={model.preview} /> : null}
        </div>
      </header>
      {model.mailText ? <p>{model.mailText}</p> : null}
      {comparison ? <Comparison comparison={comparison} id="changed" /> : null}
      <AdviceBlock advice={model.advice} />
      <div class="columns">
        <div>
          <section aria-labelledby="steps">
            <h2 id="steps">{labels.steps}</h2>
            <StepList steps={model.steps} />
          </section>
          {model.sight ? <Sight sight={model.sight} /> : null}
        </div>
        <aside>
          <section aria-labelledby="door">
            <h2 id="door">{model.door.heading}</h2>
            <DoorForms door={model.door} />
          </section>
          {actions && hasAny(actions) ? <Actions actions={actions} heading={labels.more} /> : null}
          {model.settled.length > 0 ? <Settled settled={model.settled} heading={labels.inForce} /> : null}
          <Events events={model.events} labels={labels} />
        </aside>
      </div>
    </OfficePage>
  );
}

function ActionButton({ action }: { action: Action }) {
  return (
    <PostButton target={action.target} look="plain">
      {action.label}
    </PostButton>
  );
}

function DoorForms({ door }: { door: DoorModel }) {
  return (
    <>
      <form method="get" action={door.action} class="line-form">
        <input type="hidden" name="email" value={door.email} />
        <label for="portal">{door.portalLabel}</label>
        <select id="portal" name="portal">
          {door.options.map(({ value, label, isChosen }) => (
            <option key={value} value={value} selected={isChosen}>
              {label}
            </option>
          ))}
        </select>
        <Button look="plain">{door.button}</Button>
      </form>
      <form method="get" action={door.action} class="line-form">
        <input type="hidden" name="email" value={door.email} />
        <label for="url">{door.urlLabel}</label>
        <input id="url" name="url" type="url" value={door.url} autocomplete="off" placeholder="https://" required />
        <Button look="plain">{door.button}</Button>
      </form>
    </>
  );
}

type ActionsProps = { actions: NonNullable<PersonModel["actions"]>; heading: string };

function Actions({ actions, heading }: ActionsProps) {
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{heading}</h2>
      {actions.noneText ? <p class="quiet">{actions.noneText}</p> : null}
      <ul class="action-list">
        {actions.others.map((action) => (
          <li key={action.label}>
            <ActionButton action={action} />
          </li>
        ))}
        {actions.limit ? (
          <li>
            <LimitForm limit={actions.limit} />
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function hasAny({ others, noneText, limit }: NonNullable<PersonModel["actions"]>): boolean {
  return others.length > 0 || noneText !== null || limit !== null;
}

function LimitForm({ limit }: { limit: LimitModel }) {
  return (
    <details class="limit">
      <summary>{limit.summary}</summary>
      <form method="post" action={limit.target.action}>
        <HiddenFields fields={limit.target.fields} />
        <fieldset>
          <legend>{limit.legend}</legend>
          {limit.projects.map(({ id, name, isChosen }) => (
            <label key={id} class="check">
              <input type="checkbox" name="project" value={id} checked={isChosen} /> {name}
            </label>
          ))}
        </fieldset>
        <Button look="plain">{limit.button}</Button>
      </form>
      <PostButton target={limit.block} look="text">
        {limit.blockLabel}
      </PostButton>
      <p class="quiet">{limit.countsText}</p>
    </details>
  );
}

function Settled({ settled, heading }: { settled: PersonModel["settled"]; heading: string }) {
  return (
    <section aria-labelledby="settled">
      <h2 id="settled">{heading}</h2>
      <ul class="lines">
        {settled.map(({ text, action }) => (
          <li key={text} class="line">
            <span>{text}</span>
            {action ? (
              <PostButton target={action.target} look="text" about={text}>
                {action.label}
              </PostButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Events({ events, labels }: { events: EventModel[]; labels: PersonLabels }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">{labels.events}</h2>
      {events.length === 0 ? <p>{labels.noEvents}</p> : null}
      <ol class="lines">
        {events.map(({ key, when, what, result, detail, reference }) => (
          <li key={key} class="line">
            <div>
              <strong>{what}</strong> <span class="quiet">{<Moment moment={when} />}</span>
            </div>
            <div>{result.isTrouble ? <Flag kind="trouble" text={result.text} /> : result.text}</div>
            {detail ? <div class="quiet">{detail}</div> : null}
            {reference ? <a href={reference.href}>{reference.text}</a> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sight({ sight }: { sight: SightModel }) {
  const { labels, shown, hidden, fields } = sight;
  return (
    <section aria-labelledby="sight">
      <h2 id="sight">{labels.heading}</h2>
      <dl>
        <div class="pair-row">
          <dt>{labels.projects}</dt>
          <dd>{shown.length > 0 ? shown.map(({ name }) => name).join(", ") : labels.none}</dd>
        </div>
        {hidden.map(({ id, label, why, setting }) => (
          <div key={id} class="pair-row">
            <dt>{label}</dt>
            <dd>
              {why} {setting ? <a href={setting.href}>{setting.label}</a> : null}
            </dd>
          </div>
        ))}
        <div class="pair-row">
          <dt>{labels.fields}</dt>
          <dd>{fields.shown.join(", ")}</dd>
        </div>
        {fields.hidden.map(({ label, name, why, change, setting }) => (
          <div key={name} class="pair-row">
            <dt>{label}</dt>
            <dd>
              {why} {setting ? <a href={setting.href}>{setting.label}</a> : null}
              {change ? <ActionButton action={change} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
