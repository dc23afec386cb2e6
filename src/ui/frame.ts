/** Hashed addresses of the four files that every page uses. */
export type Assets = { styles: string; script: string; font: string; icon: string };

export type Link = { label: string; href: string };

/** Where a plain form posts to and what it carries along. */
export type FormTarget = { action: string; fields: Record<string, string> };

/** A button that sends a form. */
export type Action = { label: string; target: FormTarget };

/** Who is at the door, and the two ways to stop being them, both POST forms; in the words of the page's language. */
export type SignedIn = {
  lead: string;
  email: string;
  switchAction: FormTarget;
  switchLabel: string;
  signOutAction: FormTarget;
  signOutLabel: string;
};

/** What a firm has settled about how its portals look. */
export type Look = {
  /** The stylesheet of its accent; null: the sheet’s own. */
  styles: string | null;
  icon: { href: string; type: string } | null;
  logo: { src: string; width: number; height: number } | null;
  /** Where clients get help: shown to everybody. */
  support: Link[];
};

/** What stands around every page of a client's portal: the firm's name, never ours. */
export type PortalFrame = {
  lang: string;
  skipLabel: string;
  firmName: string;
  /** The client's own company; null before they have proved who they are. */
  companyName: string | null;
  /** The way to the portals of the person's other companies. */
  companies: Link[];
  companiesLabel: string;
  /** The firm's own side, for who works there too. */
  office: Link | null;
  homeHref: string;
  signedIn: SignedIn | null;
  /** Whom to ask at the firm; on paper, by the address alone. */
  contact: (Link & { email: string }) | null;
  /** Absent: the program’s own look. */
  look?: Look;
  /** Around the same page when the firm only looks at it as somebody else would. */
  preview?: PreviewFrame;
};

/** What the firm's preview of a client's page says about it: above, whose page it is; below, what is missing from it and why. */
export type PreviewFrame = {
  /** Of the firm's words, whatever language the client's page between them is in. */
  lang: string;
  label: string;
  heading: string;
  text: string;
  end: Action;
  unseen: {
    heading: string;
    /** Why the whole page is another one; empty where it is not. */
    paragraphs: string[];
    rows: { name: string; why: string; setting: Link | null }[];
    more: Link | null;
  };
};

/** What stands around every page of the firm's own side. */
export type OfficeFrame = {
  lang: string;
  skipLabel: string;
  navLabel: string;
  menuLabel: string;
  settingsLabel: string;
  firmName: string;
  nav: (Link & { isCurrent: boolean })[];
  /** Portals at which this person is a client. */
  ownPortals: Link[];
  signedIn: SignedIn | null;
};
