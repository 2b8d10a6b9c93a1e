import { readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { selectorQuery } from './canvas';
import type { CloudCallRecord, OpenInput, WxCall } from './protocol';

interface Options {
  readonly success?: (result: unknown) => void;
  readonly fail?: (error: unknown) => void;
  readonly complete?: (result: unknown) => void;
  readonly [name: string]: unknown;
}

/** Calls whose trace tests look at. */
const traced = [
  'navigateTo',
  'redirectTo',
  'switchTab',
  'reLaunch',
  'navigateBack',
  'showToast',
  'showModal',
  'setNavigationBarTitle',
  'hideShareMenu',
  'pageScrollTo',
  'makePhoneCall',
  'setClipboardData',
  'saveImageToPhotosAlbum',
  'previewImage',
  'showActionSheet',
  'requestSubscribeMessage',
  'scanCode',
  'openSetting',
  'canvasToTempFilePath',
  'getImageInfo',
  'downloadFile',
  'openDocument',
] as const;

const answers: Readonly<Record<string, object>> = {
  showModal: { confirm: true, cancel: false },
  showActionSheet: { tapIndex: 0 },
  canvasToTempFilePath: { tempFilePath: 'wxfile://certificate.png' },
  getImageInfo: { type: 'png', width: 150, height: 210 },
  downloadFile: { tempFilePath: 'wxfile://paper.pdf', statusCode: 200 },
};

const contentTypes: Readonly<Record<string, string>> = { '.png': 'image/png', '.pdf': 'application/pdf' };

/** WeChat's `wx`, as far as it matters: records what pages ask for and carries cloud calls to the emulator. */
export class WxStandIn {
  readonly calls: WxCall[] = [];
  readonly cloudCalls: CloudCallRecord[] = [];
  pending = 0;
  readonly #stored: Map<string, unknown>;

  constructor(private readonly input: OpenInput) {
    this.#stored = new Map(Object.entries(input.storage));
  }

  /** The functions to lay over the container's own `wx`. */
  api(): Readonly<Record<string, unknown>> {
    const recorded = traced.map((api) => [api, (options: Options = {}) => this.#trace(api, options)] as const);
    const file = { tempFilePath: this.input.chosenFile, size: 1024, fileType: 'image' };
    return {
      ...Object.fromEntries(recorded),
      ...this.#storage(),
      createSelectorQuery: selectorQuery,
      getFileSystemManager: () => ({ getFileInfo: fileInfo }),
      chooseMedia: (options: Options = {}) =>
        settle(options, Promise.resolve({ errMsg: 'ok', type: 'image', tempFiles: [file] })),
      chooseMessageFile: (options: Options = {}) => {
        const path = this.input.chosenFile ?? '';
        const sent = { path, name: path.slice(path.lastIndexOf('/') + 1), size: 1024, type: 'file', time: 0 };
        return settle(options, Promise.resolve({ errMsg: 'ok', tempFiles: [sent] }));
      },
      cloud: {
        init: () => undefined,
        callFunction: (options: Options) => settle(options, this.#busy(this.#callFunction(options))),
        uploadFile: (options: Options) => settle(options, this.#busy(this.#upload(options))),
      },
    };
  }

  #trace(api: string, options: Options): unknown {
    this.calls.push({ api, options: plain(options) });
    const { fail, ...answer } = { ...answers[api], ...this.input.answers[api] };
    if (fail !== undefined) return settle(options, Promise.reject({ errMsg: `${api}:fail ${String(fail)}` }));
    return settle(options, Promise.resolve({ errMsg: `${api}:ok`, ...answer }));
  }

  get stored(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#stored);
  }

  #storage(): Readonly<Record<string, unknown>> {
    const stored = this.#stored;
    return {
      getStorageSync: (key: string) => stored.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
      removeStorageSync: (key: string) => void stored.delete(key),
      clearStorageSync: () => stored.clear(),
      getStorageInfoSync: () => ({ keys: [...stored.keys()], currentSize: 1, limitSize: 10240 }),
      setStorage: (options: Options) => {
        stored.set(String(options.key), options.data);
        return settle(options, Promise.resolve({ errMsg: 'setStorage:ok' }));
      },
      getStorage: (options: Options) => {
        const found = stored.has(String(options.key));
        const result = {
          errMsg: found ? 'getStorage:ok' : 'getStorage:fail data not found',
          data: stored.get(String(options.key)),
        };
        return settle(options, found ? Promise.resolve(result) : Promise.reject(result));
      },
    };
  }

  async #callFunction({ name, data }: Options): Promise<unknown> {
    const address = `/functions/${String(name)}`;
    const answer = await this.#post(address, JSON.stringify(data), 'application/json').catch((error: unknown) => ({
      errMsg: String(error),
    }));
    this.cloudCalls.push({ name: String(name), event: data, answer });
    if (!Object.hasOwn(answer, 'result')) throw answer;
    return { errMsg: 'cloud.callFunction:ok', requestID: '', ...answer };
  }

  async #upload({ cloudPath, filePath }: Options): Promise<unknown> {
    const type = contentTypes[path.extname(String(cloudPath))] ?? 'image/jpeg';
    const answer = await this.#post(
      `/storage/upload?path=${encodeURIComponent(String(cloudPath))}`,
      await readFile(String(filePath)),
      type,
    );
    if (!Object.hasOwn(answer, 'fileID')) throw answer;
    return { errMsg: 'cloud.uploadFile:ok', statusCode: 200, ...answer };
  }

  async #post(address: string, body: string | Buffer, type: string): Promise<object> {
    const { gateway, openid } = this.input;
    if (gateway === undefined) throw { errCode: -1, errMsg: 'cloud call failed: no network' };
    return post(`${gateway}${address}`, body, { 'content-type': type, ...(openid ? { 'x-wx-openid': openid } : {}) });
  }

  async #busy<T>(work: Promise<T>): Promise<T> {
    this.pending += 1;
    try {
      return await work;
    } finally {
      this.pending -= 1;
    }
  }
}

function fileInfo(options: Options): void {
  settle(
    options,
    stat(String(options.filePath)).then(({ size }) => ({ errMsg: 'getFileInfo:ok', size })),
  );
}

/** A POST without `fetch`, which leans on globals that pages must not find here. */
function post(address: string, body: string | Buffer, headers: Readonly<Record<string, string>>): Promise<object> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', headers }, (response) => {
      (json(response) as Promise<object>).then(resolve, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** WeChat's manners: call-backs when there are any, otherwise a promise. */
function settle({ success, fail, complete }: Options, work: Promise<unknown>): unknown {
  if (!success && !fail && !complete) return work;
  work.then(
    (result) => {
      success?.(result);
      complete?.(result);
    },
    (error: unknown) => {
      fail?.(error);
      complete?.(error);
    },
  );
  return undefined;
}

/** The options without call-backs. */
function plain(options: Options): unknown {
  return JSON.parse(JSON.stringify(options)) as unknown;
}
