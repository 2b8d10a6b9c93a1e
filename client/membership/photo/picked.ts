/** A picture chosen on the phone, small enough to travel: a local address, its size and kind. */
export interface Picked {
  readonly path: string;
  readonly bytes: number;
  readonly kind: 'jpeg' | 'png';
}

/** Longest side in pixels that a portrait on a printed certificate can use. */
export const LONGEST_SIDE = 1200;

/** The picture can't be used; `code` says why, in the words of `fieldErrorTexts`, or `permission`. */
export class PickError extends Error {
  override readonly name = 'PickError';

  constructor(readonly code: 'file.kind' | 'file.tooLarge' | 'permission') {
    super(code);
  }
}
