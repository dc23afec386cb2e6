const DISCARDED_BYTES_MAX = 100 * 1024 * 1024;

type Body = ReadableStream<Uint8Array> | null;

/**
 * Takes in what is left of a body and forgets it, one piece at a time. A browser reads no answer before it has sent its form:
 * where nobody takes the rest of it, the connection is cut, and the answer with it. Of more than 100 MB the rest is left to that.
 */
export async function discardBody(body: Body): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  let bytes = 0;
  try {
    while (bytes <= DISCARDED_BYTES_MAX) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.byteLength;
    }
  } catch {
    // Whoever sent it has gone.
  }
}
