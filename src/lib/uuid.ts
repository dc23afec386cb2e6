const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be asked for as an id of ours; the database takes no other as one. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
