import type { Invocation } from '../functions/invocation';

/** `gateway` is the way of a client's request to a function; the others are what functions ask of the cloud. */
export type Service = 'gateway' | 'database' | 'storage' | 'openapi' | 'functions';

/** One request on its way through the emulator. */
export interface CloudCall {
  readonly service: Service;
  /** As on the wire: `database.modifyDocument`, `storage.getUploadMetadata`, `wx.openApi`, `functions.invokeFunction`; a client's call is `gateway.call`. */
  readonly action: string;
  readonly collection?: string | undefined;
  /** Name of the openapi, e.g. `subscribeMessage.send`. */
  readonly api?: string | undefined;
  /** The function that asks, or (gateway) is asked for. */
  readonly functionName?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly tag?: string | undefined;
  readonly invocation?: Invocation | undefined;
}

/** Which calls are meant; every field that is given must be equal. `action` may leave out the part before the dot. */
export interface CallFilter {
  readonly service?: Service | undefined;
  readonly action?: string | undefined;
  readonly collection?: string | undefined;
  readonly api?: string | undefined;
  readonly function?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly tag?: string | undefined;
}

export function matches(filter: CallFilter, call: CloudCall): boolean {
  const same = (wanted: string | undefined, actual: string | undefined): boolean => wanted === undefined || wanted === actual;
  return (
    same(filter.service, call.service) &&
    (same(filter.action, call.action) || call.action.endsWith(`.${filter.action}`)) &&
    same(filter.collection, call.collection) &&
    same(filter.api, call.api) &&
    same(filter.function, call.functionName) &&
    same(filter.endpoint, call.endpoint) &&
    same(filter.tag, call.tag)
  );
}
