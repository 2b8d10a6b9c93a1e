/**
 * Fields of a `multipart/form-data` body, as bytes. (The platform's FormData decodes a field without a file name as text, which
 * destroys the protobuf message that the SDK sends in one.)
 */
export function parseMultipart(contentType: string, body: Buffer): Map<string, Buffer> | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`--${boundary}`);
  const fields = new Map<string, Buffer>();
  let at = body.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length + 2;
    const next = body.indexOf(delimiter, start);
    if (next < 0) break;
    const headEnd = body.indexOf('\r\n\r\n', start);
    if (headEnd < 0 || headEnd > next) return undefined;
    const name = /[; ]name="([^"]*)"/i.exec(body.toString('utf8', start, headEnd))?.[1];
    // The two bytes before the next delimiter are its line break.
    if (name !== undefined) fields.set(name, body.subarray(headEnd + 4, next - 2));
    at = next;
  }
  return fields;
}
