import { type FileSource, MAX_FILE_BYTES, PickError, type PickedFile, type PickOptions, wrongKind } from './picked-file';

const pictures = 'image/jpeg,image/png';

function chooseFile(source: FileSource, camera: PickOptions['camera']): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = source === 'file' ? `application/pdf,${pictures}` : pictures;
    if (source === 'camera') input.setAttribute('capture', camera === 'front' ? 'user' : 'environment');
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

async function decoded(file: File, source: FileSource): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } catch {
    throw wrongKind(source);
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** The picture as JPEG, scaled down to what is needed of it. */
async function scaled(file: File, source: FileSource, longestSide: number): Promise<Blob> {
  const image = await decoded(file, source);
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86));
  if (!blob) throw wrongKind(source);
  return blob;
}

/**
 * Lets the person choose or take a picture, or (source `file`) a PDF or picture; undefined when they thought better of it.
 * Pictures are scaled down. Throws PickError.
 */
export async function pickFile(source: FileSource, options: PickOptions): Promise<PickedFile | undefined> {
  const file = await chooseFile(source, options.camera);
  if (!file) return undefined;
  const isDocument = source === 'file' && file.type === 'application/pdf';
  const content = isDocument ? file : await scaled(file, source, options.longestSide);
  if (content.size > MAX_FILE_BYTES) throw new PickError('file.tooLarge');
  return { path: URL.createObjectURL(content), name: file.name, bytes: content.size, kind: isDocument ? 'pdf' : 'jpeg' };
}
