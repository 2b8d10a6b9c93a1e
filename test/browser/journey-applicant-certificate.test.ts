import path from 'node:path';
import { build } from 'esbuild';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { Certificate } from '../../client/membership/certificate/draw';
import { launchBrowser } from './chromium';

const certificate: Certificate = {
  memberNumber: 'JSCF-G-2026-00126-4',
  kind: 'individual',
  name: '沈若兰',
  admittedAt: '2026-03-20T06:30:00.000Z',
  issuedAt: '2026-03-23T01:00:00.000Z',
  resolution: '会长办公会 2026年第3次会议议题2：同意吸收申请编号 SQ-2026-00305 的申请人为江苏省慈善总会个人会员。',
  photoUrl: null,
  verifyUrl: 'https://verify.example.org/v/4fWq7ZtK0bNx2LhY9sPdRa',
  validUntil: null,
  why: null,
  standing: 'active',
};

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, '../../client/membership/certificate/print.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'certificateDrawing',
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});
afterAll(() => browser.close());

type Drawing = typeof import('../../client/membership/certificate/print');

/** The certificate as a picture, drawn by the code that phones run. */
async function drawn(data: Certificate, photo?: { readonly width: number; readonly height: number }, scale = 1): Promise<PNG> {
  const address = await page.evaluate(
    ({ data, photo, scale }) => {
      const { drawScaled, sizeOf } = (window as unknown as { certificateDrawing: Drawing }).certificateDrawing;
      const canvas = Object.assign(document.createElement('canvas'), sizeOf(data, scale));
      const portrait = photo && Object.assign(document.createElement('canvas'), photo);
      const inPortrait = portrait?.getContext('2d');
      if (portrait && inPortrait) {
        inPortrait.fillStyle = '#00ff00';
        inPortrait.fillRect(0, 0, portrait.width, portrait.height);
      }
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      drawScaled(context, data, scale, portrait);
      return canvas.toDataURL();
    },
    { data, photo, scale },
  );
  return PNG.sync.read(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
}

const pixel = ({ data, width }: PNG, x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];

/** What a camera reads from it. */
const decode = ({ data, width, height }: PNG) => jsQR(new Uint8ClampedArray(data), width, height)?.data;

describe('the certificate as a picture', () => {
  it('carries a code that a camera reads as the address of its public page', async () => {
    expect(decode(await drawn(certificate))).toBe(certificate.verifyUrl);
  });

  it('shows the photograph, whatever its proportions', async () => {
    for (const photo of [
      { width: 600, height: 200 },
      { width: 200, height: 900 },
    ]) {
      const picture = await drawn(certificate, photo);
      for (const [x, y] of [
        [482, 468],
        [758, 468],
        [620, 647],
        [482, 826],
      ] as const) {
        expect(pixel(picture, x, y)).toEqual([0, 255, 0]);
      }
    }
  });

  it('keeps the longest name and resolution inside its frame', async () => {
    const picture = await drawn({ ...certificate, name: '江苏'.repeat(25), resolution: '决议'.repeat(250) });
    const paper = pixel(picture, 100, 100);
    // Between the frame and the margins of the text there is nothing but paper and the pale flower.
    for (let y = 850; y < 1290; y += 1) {
      for (const x of [70, 90, 1150, 1170]) {
        const far = pixel(picture, x, y).some((value, index) => Math.abs(value - (paper[index] ?? 0)) > 40);
        expect({ x, y, far }).toEqual({ x, y, far: false });
      }
    }
    expect(decode(picture)).toBe(certificate.verifyUrl);
  });

  it('is drawn without a code where no public address is configured', async () => {
    expect(decode(await drawn({ ...certificate, verifyUrl: '' }))).toBeUndefined();
  });

  it('is a lying plaque for a unit, with its code', async () => {
    const picture = await drawn({ ...certificate, kind: 'unit', name: '江苏青禾公益发展有限公司' });
    expect(picture).toMatchObject({ width: 1754, height: 1240 });
    expect(decode(picture)).toBe(certificate.verifyUrl);
  });

  it('is drawn for printing at 300 dots an inch', async () => {
    const { width, height } = await drawn(certificate, undefined, 2);
    expect({ width, height }).toEqual({ width: 2480, height: 3508 });
  });
});
