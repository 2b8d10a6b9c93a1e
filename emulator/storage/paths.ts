import type { CloudDefinition } from '../definition';

/** Longest cloud path in bytes (object storage's limit on keys). */
const MAX_PATH_BYTES = 850;

/** Whether `path` may name a file: relative, no empty, `.` or `..` segment, no backslash or control character. */
export function isCloudPath(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || Buffer.byteLength(path) > MAX_PATH_BYTES) return false;
  if (path.includes('\\') || [...path].some((char) => char < ' ' || char === '\u007f')) return false;
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

function prefix(definition: CloudDefinition): string {
  return `cloud://${definition.envId}.${bucketOf(definition)}/`;
}

/** Name of the environment's bucket, made like the cloud's. */
export function bucketOf(definition: CloudDefinition): string {
  return `${Buffer.from(definition.envId).toString('hex').slice(0, 4)}-${definition.envId}-1250000000`;
}

export function fileIdOf(definition: CloudDefinition, path: string): string {
  return prefix(definition) + path;
}

/** Path inside the bucket; undefined for a fileID of another environment or a malformed one. */
export function pathOf(definition: CloudDefinition, fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix(definition))) return undefined;
  const path = fileId.slice(prefix(definition).length);
  return isCloudPath(path) ? path : undefined;
}
