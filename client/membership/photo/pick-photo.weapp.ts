import Taro from '@tarojs/taro';
import { LONGEST_SIDE, PickError, type Picked } from './picked';

const MAX_BYTES = 5 * 1024 * 1024;

/** The picture chosen or taken; undefined when the person thought better of it. */
async function choose(source: 'album' | 'camera'): Promise<string | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: [source],
      camera: 'front',
    });
    return tempFiles[0]?.tempFilePath;
  } catch (error) {
    const message = String((error as { errMsg?: string }).errMsg ?? error);
    if (message.includes('cancel')) return undefined;
    throw new PickError('permission');
  }
}

function sizeOf(filePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size ?? 0),
      fail: () => reject(new PickError('file.kind')),
    });
  });
}

/** Lets the person choose or take a picture; undefined when they thought better of it. Scaled down by WeChat. */
export async function pickPhoto(source: 'album' | 'camera'): Promise<Picked | undefined> {
  const chosen = await choose(source);
  if (!chosen) return undefined;
  const facts = await Taro.getImageInfo({ src: chosen }).catch(() => {
    throw new PickError('file.kind');
  });
  if (facts.type !== 'jpeg' && facts.type !== 'png') throw new PickError('file.kind');
  const tooLong = Math.max(facts.width, facts.height) > LONGEST_SIDE;
  const side = facts.width >= facts.height ? { compressedWidth: LONGEST_SIDE } : { compressedHeight: LONGEST_SIDE };
  // An older WeChat that can't scale leaves the picture as it is; the limit of the upload still holds.
  const smaller = tooLong ? await Taro.compressImage({ src: chosen, quality: 80, ...side }).catch(() => undefined) : undefined;
  const path = smaller?.tempFilePath ?? chosen;
  const bytes = await sizeOf(path);
  if (bytes > MAX_BYTES) throw new PickError('file.tooLarge');
  return { path, bytes, kind: smaller ? 'jpeg' : facts.type };
}
