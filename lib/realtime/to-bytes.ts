const encoder = new TextEncoder();

/** Text as bytes of the stream. */
export function toBytes(text: string): Uint8Array {
  return encoder.encode(text);
}
