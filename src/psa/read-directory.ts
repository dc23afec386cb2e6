// The firm's companies and contacts, as long as whoever asks can wait. `gateway` may be the trouble itself.
import type { PsaTrouble } from "../access/facts.ts";
import type { Directory, Reading } from "../connectors/port.ts";
import type { PsaGateway } from "./gateway.ts";
import type { Listed } from "./patient-listing.ts";

/** The firm's companies and contacts as they are now, or why that is not to be had while a page waits. */
export async function readDirectory(gateway: PsaGateway | PsaTrouble): Promise<Reading<Directory> | PsaTrouble> {
  return "kind" in gateway ? gateway : gateway.listings.directory.now();
}

/** The same for who waits for no page: a program, or a command. */
export async function readWholeDirectory(gateway: PsaGateway | PsaTrouble): Promise<Reading<Directory> | PsaTrouble> {
  return "kind" in gateway ? gateway : gateway.listings.directory.whole();
}

/** For a page that says how old they are: as they were last read, where they are not to be had now. */
export async function listedDirectory(gateway: PsaGateway | PsaTrouble): Promise<Listed<Directory>> {
  return "kind" in gateway ? gateway : gateway.listings.directory.forPage();
}
