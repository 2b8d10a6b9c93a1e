import type { IncomingMessage } from 'node:http';
import { DRAIN } from '../drain';

/**
 * Reads a request body. What is over the cap is thrown away as it comes, so that the sender can still read the answer.
 *
 * @returns undefined when the body is larger than `cap` bytes.
 */
export async function readBody(request: IncomingMessage, cap: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= cap) chunks.push(chunk);
    else chunks.length = 0;
    if (size > cap + DRAIN) {
      request.destroy();
      break;
    }
  }
  return size > cap ? undefined : Buffer.concat(chunks);
}

/** JSON object in a body; undefined when it is anything else. */
export function parseObject(body: Buffer): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
