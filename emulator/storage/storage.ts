import type { CloudDefinition } from '../definition';
import type { Files, StoredFile } from './files';
import type { Links } from './links';
import { fileIdOf, isCloudPath, pathOf } from './paths';

/** Seconds that a download link lives when the asker names no age, and at most. */
const DEFAULT_AGE = 7200;
const MAX_AGE = 86_400;
/** Seconds in which an upload must begin. */
const UPLOAD_AGE = 900;

/** One entry of an answer about a file. */
export interface Link {
  readonly code: string;
  readonly fileID: string;
  readonly tempFileURL: string;
  readonly maxAge?: number;
}

export type StorageAnswer = { readonly data: Record<string, unknown> } | { readonly code: string; readonly message: string };

export interface StorageOptions {
  readonly definition: CloudDefinition;
  readonly files: Files;
  readonly links: Links;
  readonly now: () => number;
  /** `http://127.0.0.1:port`, known once the server listens. */
  readonly base: () => string;
}

/** The `storage.*` actions of functions, and links for clients under the private-read rule. */
export class Storage {
  constructor(private readonly options: StorageOptions) {}

  /** Answers one action of a function; functions may do everything. */
  async execute(body: Record<string, unknown>): Promise<StorageAnswer> {
    switch (body['action']) {
      case 'storage.getUploadMetadata':
        return this.#uploadMetadata(body['path']);
      case 'storage.batchGetDownloadUrl':
        return { data: { download_list: this.#downloadList(body['file_list']) } };
      case 'storage.batchDeleteFile':
        return { data: { delete_list: await this.#deleteList(body['fileid_list']) } };
      default:
        return { code: 'INVALID_PARAM', message: `unknown action ${String(body['action'])}` };
    }
  }

  /** A link for a client: only for the person who uploaded the file. */
  linkFor(openid: string, fileId: unknown): Link {
    const file = this.#find(fileId);
    if (file === undefined) return missing(fileId);
    if (openid === '' || file.owner !== openid)
      return { code: 'STORAGE_EXCEED_AUTHORITY', fileID: String(fileId), tempFileURL: '' };
    return this.#link(file, DEFAULT_AGE);
  }

  #uploadMetadata(path: unknown): StorageAnswer {
    if (!isCloudPath(path)) return { code: 'STORAGE_SIGN_PARAM_INVALID', message: 'the cloud path is not allowed' };
    const { definition, links, now, base } = this.options;
    const token = links.sign({ kind: 'put', path, owner: '', expires: now() + UPLOAD_AGE * 1000 });
    const fileId = fileIdOf(definition, path);
    // The SDK sends cosFileId as a header, so it must be ASCII whatever the path is.
    const cosFileId = Buffer.from(path).toString('base64url');
    return { data: { url: `${base()}/storage/put/${token}`, token: 'local', authorization: 'local', fileId, cosFileId } };
  }

  #downloadList(list: unknown): readonly Link[] {
    if (!Array.isArray(list)) return [];
    return (list as readonly { fileid?: unknown; max_age?: unknown }[]).map((entry) => {
      const file = this.#find(entry.fileid);
      if (file === undefined) return missing(entry.fileid);
      const age = typeof entry.max_age === 'number' && entry.max_age > 0 ? Math.min(entry.max_age, MAX_AGE) : DEFAULT_AGE;
      return this.#link(file, age);
    });
  }

  async #deleteList(list: unknown): Promise<readonly { code: string; fileID: string }[]> {
    const answers: { code: string; fileID: string }[] = [];
    for (const fileId of Array.isArray(list) ? (list as readonly unknown[]) : []) {
      const path = pathOf(this.options.definition, fileId);
      const removed = path !== undefined && (await this.options.files.remove(path));
      answers.push({ code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID: String(fileId) });
    }
    return answers;
  }

  #find(fileId: unknown): StoredFile | undefined {
    const path = pathOf(this.options.definition, fileId);
    return path === undefined ? undefined : this.options.files.get(path);
  }

  #link(file: StoredFile, maxAge: number): Link {
    const { definition, links, now, base } = this.options;
    const token = links.sign({ kind: 'get', path: file.path, owner: '', expires: now() + maxAge * 1000 });
    return {
      code: 'SUCCESS',
      fileID: fileIdOf(definition, file.path),
      tempFileURL: `${base()}/storage/get/${token}`,
      maxAge,
    };
  }
}

function missing(fileId: unknown): Link {
  return { code: 'STORAGE_FILE_NONEXIST', fileID: String(fileId), tempFileURL: '' };
}
