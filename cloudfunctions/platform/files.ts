import { AppError } from './errors';
import { cloud } from './sdk';
import type { Files } from './types';

export type FileKind = 'jpeg' | 'png' | 'pdf';

const magic: Readonly<Record<FileKind, readonly number[]>> = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** The kind of a file by its first bytes, whatever its name says; undefined for any other kind. */
export function kindOf(bytes: Uint8Array): FileKind | undefined {
  return (Object.keys(magic) as FileKind[]).find((kind) => magic[kind].every((byte, index) => bytes[index] === byte));
}

/**
 * Tells whether a file id points into this person's own folder of uploads: `cloud://<env>/uploads/<account>/<name>`, with one
 * plain name and no way out of the folder.
 */
export function isOwnUpload(fileId: string, accountId: string): boolean {
  const path = /^cloud:\/\/[^/]+\/uploads\/([0-9A-Za-z_-]+)\/[0-9A-Za-z_-]+\.[a-z]+$/.exec(fileId);
  return path?.[1] === accountId;
}

/** Reads a response body until it is whole, or larger than allowed. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > maxBytes) throw new AppError('file.refused');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Cloud storage. Files are addressed by id; only short-lived addresses leave the function. */
export const cloudFiles: Files = {
  async download(fileId, maxBytes) {
    const [url] = await this.urls([fileId]);
    if (url === undefined) throw new AppError('file.refused');
    const response = await fetch(encodeURI(url));
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > maxBytes) {
      await response.body?.cancel();
      throw new AppError('file.refused');
    }
    return readBody(response, maxBytes);
  },

  async urls(fileIds) {
    if (fileIds.length === 0) return [];
    const answer = (await cloud.getTempFileURL({ fileList: [...fileIds] })) as {
      readonly fileList: readonly { readonly fileID: string; readonly tempFileURL?: string }[];
    };
    const byId = new Map(answer.fileList.map((file) => [file.fileID, file.tempFileURL]));
    return fileIds.map((fileId) => byId.get(fileId) || undefined);
  },

  async remove(fileIds) {
    if (fileIds.length > 0) await cloud.deleteFile({ fileList: [...fileIds] });
  },
};
