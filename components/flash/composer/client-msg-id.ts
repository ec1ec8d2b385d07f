/**
 * A random name for one message, so that sending it twice sends it once. 32 hexadecimal digits.
 * Not `crypto.randomUUID`: on a plain-http host other than localhost browsers do not have it.
 */
export function newClientMsgId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
