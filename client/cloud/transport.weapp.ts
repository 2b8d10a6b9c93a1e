import Taro from '@tarojs/taro';
import { CALL_TIMEOUT, type Transport, TransportError, UPLOAD_TIMEOUT, withTimeout } from './transport-contract';

let ready = false;

/** The environment is the one the mini-program was opened with in the cloud console. */
function cloud() {
  if (!ready) {
    Taro.cloud.init({ traceUser: true });
    ready = true;
  }
  return Taro.cloud;
}

function lost(error: unknown): never {
  throw error instanceof TransportError ? error : new TransportError(String((error as { errMsg?: string }).errMsg ?? error));
}

/** WeChat's own way to the cloud; OPENID is added by WeChat. */
export const transport: Transport = {
  async invoke(name, event) {
    const call = Promise.resolve(cloud().callFunction({ name, data: event }));
    const answer = await withTimeout(call, CALL_TIMEOUT).catch(lost);
    return answer.result;
  },
  async upload(cloudPath, filePath) {
    const call = Promise.resolve(cloud().uploadFile({ cloudPath, filePath, config: {} }));
    const answer = await withTimeout(call, UPLOAD_TIMEOUT).catch(lost);
    return answer.fileID;
  },
};
