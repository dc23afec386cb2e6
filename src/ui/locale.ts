/** The language of the pages, and how they write numbers and dates. */
export const LOCALE = "en-GB";
