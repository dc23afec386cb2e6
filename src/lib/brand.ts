/** A string that has been through a parser or came from our own storage; plain strings are not accepted in its place. */
export type Brand<Name extends string> = string & { readonly __brand: Name };
