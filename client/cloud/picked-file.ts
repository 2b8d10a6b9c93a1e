/** Where a file comes from: the phone's pictures, its camera, or (WeChat) a file somebody sent in a chat. */
export type FileSource = 'album' | 'camera' | 'file';

/** A file chosen on the phone: a local address, the name it has there (empty for a picture just taken), its size and kind. */
export interface PickedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: 'jpeg' | 'png' | 'pdf';
}

export interface PickOptions {
  /** Pictures are scaled down to this many pixels on their longest side. */
  readonly longestSide: number;
  readonly camera: 'front' | 'back';
}

/** What the server takes: see `account.prepareUpload`. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** The file can't be used; `code` says why, in the words of `fieldErrorTexts`, or `permission`. */
export class PickError extends Error {
  override readonly name = 'PickError';

  constructor(readonly code: 'file.kind' | 'document.kind' | 'file.tooLarge' | 'permission') {
    super(code);
  }
}

/** The refusal of a file of another kind: from the files also documents are taken. */
export const wrongKind = (source: FileSource) => new PickError(source === 'file' ? 'document.kind' : 'file.kind');
