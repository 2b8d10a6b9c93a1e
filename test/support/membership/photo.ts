import type { Phone, TestCloud } from '../cloud';

/** The smallest JPEG that a picture viewer opens as such: what counts here are its first bytes. */
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0xff, 0xd9]);
export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]);

/** Uploads a file as the browser build does. @returns its file id */
export async function uploadTo(
  cloud: TestCloud,
  phone: Phone,
  cloudPath: string,
  body: Buffer,
  type = 'image/jpeg',
): Promise<string> {
  const address = `${cloud.emulator.url}/storage/upload?path=${encodeURIComponent(cloudPath)}`;
  const headers = { 'x-wx-openid': phone.openid, 'content-type': type };
  const response = await fetch(address, { method: 'POST', headers, body: new Uint8Array(body) });
  const { fileID } = (await response.json()) as { readonly fileID?: string };
  if (fileID === undefined) throw new Error('the upload was refused');
  return fileID;
}

/** Asks where to put a picture and puts it there. @returns its file id */
export async function uploadPhoto(cloud: TestCloud, phone: Phone, body: Buffer = jpeg): Promise<string> {
  const { cloudPath } = await phone.call('account.prepareUpload', {
    kind: 'jpeg',
    bytes: Math.min(body.length, 5 * 1024 * 1024),
  });
  return uploadTo(cloud, phone, cloudPath, body);
}
