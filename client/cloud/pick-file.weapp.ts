import Taro from '@tarojs/taro';
import { type FileSource, MAX_FILE_BYTES, PickError, type PickedFile, type PickOptions, wrongKind } from './picked-file';

interface Chosen {
  readonly path: string;
  readonly name: string;
}

function cancelled(error: unknown): undefined {
  const message = String((error as { errMsg?: string }).errMsg ?? error);
  if (message.includes('cancel')) return undefined;
  throw new PickError('permission');
}

/** The picture chosen or taken, or the file of a chat; undefined when the person thought better of it. */
async function choose(source: FileSource, camera: PickOptions['camera']): Promise<Chosen | undefined> {
  if (source === 'file') {
    const extension = ['pdf', 'jpg', 'jpeg', 'png'];
    const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension }).catch(cancelled);
    const file = chosen?.tempFiles[0];
    return file && { path: file.path, name: file.name };
  }
  const chosen = await Taro.chooseMedia({
    count: 1,
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: [source],
    camera,
  }).catch(cancelled);
  const path = chosen?.tempFiles[0]?.tempFilePath;
  return path === undefined ? undefined : { path, name: '' };
}

function sizeOf(filePath: string, source: FileSource): Promise<number> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size ?? 0),
      fail: () => reject(wrongKind(source)),
    });
  });
}

/** The picture, scaled down by WeChat to what is needed of it. */
async function scaled(path: string, source: FileSource, longestSide: number): Promise<Pick<PickedFile, 'path' | 'kind'>> {
  const { type, width, height } = await Taro.getImageInfo({ src: path }).catch(() => {
    throw wrongKind(source);
  });
  if (type !== 'jpeg' && type !== 'png') throw wrongKind(source);
  const side = width >= height ? { compressedWidth: longestSide } : { compressedHeight: longestSide };
  // An older WeChat that can't scale leaves the picture as it is; the limit of the upload still holds.
  const smaller =
    Math.max(width, height) > longestSide
      ? await Taro.compressImage({ src: path, quality: 80, ...side }).catch(() => undefined)
      : undefined;
  return smaller ? { path: smaller.tempFilePath, kind: 'jpeg' } : { path, kind: type };
}

/**
 * Lets the person choose or take a picture, or (source `file`) a PDF or picture out of a chat; undefined when they thought
 * better of it. Pictures are scaled down. Throws PickError.
 */
export async function pickFile(source: FileSource, options: PickOptions): Promise<PickedFile | undefined> {
  const chosen = await choose(source, options.camera);
  if (!chosen) return undefined;
  const isDocument = source === 'file' && /\.pdf$/i.test(chosen.name);
  const file = isDocument ? { path: chosen.path, kind: 'pdf' as const } : await scaled(chosen.path, source, options.longestSide);
  const bytes = await sizeOf(file.path, source);
  if (bytes > MAX_FILE_BYTES) throw new PickError('file.tooLarge');
  return { ...file, name: chosen.name, bytes };
}
