import { LONGEST_SIDE, PickError, type Picked } from './picked';

function chooseFile(source: 'album' | 'camera'): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png';
    if (source === 'camera') input.setAttribute('capture', 'user');
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

async function decoded(file: File): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } catch {
    throw new PickError('file.kind');
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Lets the person choose or take a picture; undefined when they thought better of it. Scaled down and saved as JPEG. */
export async function pickPhoto(source: 'album' | 'camera'): Promise<Picked | undefined> {
  const file = await chooseFile(source);
  if (!file) return undefined;
  const image = await decoded(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86));
  if (!blob) throw new PickError('file.kind');
  return { path: URL.createObjectURL(blob), bytes: blob.size, kind: 'jpeg' };
}
