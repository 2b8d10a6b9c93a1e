import Taro from '@tarojs/taro';
import { CallError } from './call-error';

const isPicture = (url: string) => /\.(jpg|jpeg|png)(\?|$)/i.test(url);

/** Opens a PDF or picture by its short-lived address, in WeChat's own viewer. Throws CallError when it can't be fetched. */
export async function openFile(url: string): Promise<void> {
  try {
    if (isPicture(url)) {
      await Taro.previewImage({ urls: [url] });
      return;
    }
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf' });
  } catch {
    throw new CallError('network', '没能打开文件，请检查网络后再试');
  }
}
