import Taro from '@tarojs/taro';

export const canScan = true;

/** What the camera read; undefined when the person went back without scanning. */
export async function scan(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result;
  } catch {
    return undefined;
  }
}
