/** Bytes beyond its cap that a request may still send before its connection is cut. */
export const DRAIN = 32 * 1024 * 1024;
