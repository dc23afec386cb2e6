import type { ComponentChildren } from "preact";
import { Document } from "../document.tsx";
import type { Assets, OfficeFrame } from "../frame.ts";
import { SignedInBar } from "./signed-in-bar.tsx";

/** `partStyles`: a stylesheet for a part of the page that shows what clients see. */
type OfficePageProps = {
  title: string;
  frame: OfficeFrame;
  assets: Assets;
  partStyles?: string | null;
  children: ComponentChildren;
};

/** A page of the firm's own side: the same language, denser. */
export function OfficePage({ title, frame, assets, partStyles = null, children }: OfficePageProps) {
  return (
    <Document
      title={`${title} – ${frame.firmName} – ProLens`}
      lang={frame.lang}
      assets={assets}
      brand={{ styles: partStyles, icon: null, isWhole: false }}
    >
      <a class="skip" href="#main">
        {frame.skipLabel}
      </a>
      <header class="page-head office">
        <span class="firm">{frame.firmName}</span>
        {frame.nav.length > 0 ? <Navigation frame={frame} /> : null}
        {frame.signedIn ? <SignedInBar signedIn={frame.signedIn} /> : null}
      </header>
      <main id="main" class="office" tabindex={-1}>
        {children}
      </main>
      {frame.ownPortals.length > 0 ? (
        <footer class="page-foot office">
          {frame.ownPortals.map(({ label, href }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </footer>
      ) : null}
    </Document>
  );
}

/** On a phone the list opens from a button, which names where one is; it needs no script, and where a browser cannot, it stands open. */
function Navigation({ frame: { nav, navLabel, menuLabel, settingsLabel } }: { frame: OfficeFrame }) {
  const current = nav.find(({ isCurrent }) => isCurrent);
  return (
    <nav aria-label={navLabel}>
      <button type="button" class="menu-button" popovertarget="menu">
        {menuLabel} {current ? <span class="quiet">{current.label}</span> : null}
      </button>
      <ul id="menu" popover="auto">
        <li class="quiet">{settingsLabel} →</li>
        {nav.map(({ label, href, isCurrent }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
