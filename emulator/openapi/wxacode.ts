import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { jsonResponse, type OpenapiArguments, type OpenapiResponse } from './wire';

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

/**
 * `wxacode.getUnlimited`: checks the arguments as WeChat does and returns a picture. The picture is a QR code of `page?scene`, not
 * WeChat's round code, which only WeChat can make.
 */
export function wxacode(args: OpenapiArguments): OpenapiResponse {
  const { scene, page, width = 430 } = args;
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return jsonResponse({ errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' });
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))) {
    return jsonResponse({ errcode: 41030, errmsg: 'invalid page' });
  }
  if (typeof width !== 'number' || width < 280 || width > 1280)
    return jsonResponse({ errcode: 40097, errmsg: 'invalid args: width' });
  return { body: draw(`${page ?? ''}?${scene}`, width), contentType: 'image/png' };
}

function draw(content: string, width: number): Buffer {
  const { data, size } = encode(content, { border: 4 });
  const picture = new PNG({ width, height: width, colorType: 0 });
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dark = data[Math.floor((y * size) / width)]?.[Math.floor((x * size) / width)] === true;
      picture.data.fill(dark ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 3);
      picture.data[(y * width + x) * 4 + 3] = 255;
    }
  }
  return PNG.sync.write(picture, { colorType: 0 });
}
