import type { ComponentChildren } from "preact";
import { Document } from "../document.tsx";
import type { Assets, Link, PortalFrame } from "../frame.ts";
import { PreviewBanner, PreviewUnseen } from "./preview.tsx";
import { SignedInBar } from "./signed-in-bar.tsx";

type PortalPageProps = { title: string; frame: PortalFrame; assets: Assets; children: ComponentChildren };

/** A page of a client's portal. The client meets the firm here: its name at the head, its person at the foot. */
export function PortalPage({ title, frame, assets, children }: PortalPageProps) {
  return (
    <Document
      title={`${title} – ${frame.firmName}`}
      lang={frame.lang}
      assets={assets}
      brand={frame.look && { ...frame.look, isWhole: true }}
    >
      <a class="skip" href="#main">
        {frame.skipLabel}
      </a>
      {frame.preview ? <PreviewBanner preview={frame.preview} /> : null}
      <PortalHead frame={frame} />
      <main id="main" tabindex={-1}>
        {children}
      </main>
      {frame.preview ? <PreviewUnseen preview={frame.preview} /> : null}
      <PortalFoot frame={frame} />
    </Document>
  );
}

/** Whose portal this is, and who is in it. */
function PortalHead({ frame }: { frame: PortalFrame }) {
  return (
    <header class="page-head">
      <FirmMark frame={frame} />
      {frame.companyName ? <span class="company">{frame.companyName}</span> : null}
      {frame.companies.length > 0 ? <OtherCompanies label={frame.companiesLabel} links={frame.companies} /> : null}
      {frame.signedIn ? <SignedInBar signedIn={frame.signedIn} /> : null}
    </header>
  );
}

/** The firm, by its logo where it has one, else by its name. */
export function FirmMark({ frame }: { frame: Pick<PortalFrame, "firmName" | "homeHref" | "look"> }) {
  const logo = frame.look?.logo;
  return (
    <a class="firm" href={frame.homeHref}>
      {logo ? <img class="logo" {...logo} alt={frame.firmName} /> : frame.firmName}
    </a>
  );
}

/** Whom to ask. */
export function PortalFoot({ frame }: { frame: Pick<PortalFrame, "firmName" | "office" | "contact" | "look"> }) {
  return (
    <footer class="page-foot">
      <span>{frame.firmName}</span>
      {frame.office ? (
        <a class="not-printed" href={frame.office.href}>
          {frame.office.label}
        </a>
      ) : null}
      {frame.contact ? <FirmContact contact={frame.contact} /> : null}
      {frame.look?.support.map(({ label, href }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </footer>
  );
}

/** A link on a screen, an address on paper. */
function FirmContact({ contact: { label, href, email } }: { contact: NonNullable<PortalFrame["contact"]> }) {
  return (
    <>
      <a class="not-printed" href={href}>
        {label}
      </a>
      <span class="printed-only">{email}</span>
    </>
  );
}

/** For people of several companies: one click to each of the others. */
function OtherCompanies({ label: ofAll, links }: { label: string; links: Link[] }) {
  return (
    <nav class="companies" aria-label={ofAll}>
      <ul>
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
