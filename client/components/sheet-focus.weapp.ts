/** WeChat moves its reader by itself; nothing to do. */
export function openSheet(_close: () => void): () => void {
  return () => undefined;
}
