import { Canvas } from '@tarojs/components';
import Taro, { useReady } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import type { Certificate } from './draw';
import type { Paper, Picture } from './paper';
import { drawScaled, printScales, sizeOf } from './print';
import type { Save, SaveResult } from './save';

interface SheetCanvasProps {
  certificate: Certificate;
  /** Receives the way to save the picture once it is drawn. */
  onDrawn: (save: Save) => void;
}

/** WeChat's canvas node of type 2d; Taro's own type leaves its pictures out. */
interface CanvasNode {
  width: number;
  height: number;
  getContext(type: '2d'): Paper;
  createImage(): Picture & { src: string; onload: () => void; onerror: () => void };
}

const ID = 'certificate';

function findCanvas(): Promise<CanvasNode | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${ID}`)
      .fields({ node: true, size: true })
      .exec((found: readonly ({ readonly node?: CanvasNode } | null)[]) => resolve(found[0]?.node));
  });
}

function loadPicture(canvas: CanvasNode, address: string): Promise<Picture | undefined> {
  return new Promise((resolve) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    // Without its photograph the certificate shows the first character of the name.
    image.onerror = () => resolve(undefined);
    image.src = address;
  });
}

/** What one canvas shows, at a size. */
type Draw = (scale: number) => void;

const drawer =
  (canvas: CanvasNode, certificate: Certificate, photo: Picture | undefined): Draw =>
  (scale) => {
    // Also empties it.
    Object.assign(canvas, sizeOf(certificate, scale));
    drawScaled(canvas.getContext('2d'), certificate, scale, photo);
  };

/** The picture as a file, in the largest size for printing that this phone's canvas takes; afterwards it is drawn for the page again. */
async function pictureFile(canvas: CanvasNode, certificate: Certificate, draw: Draw): Promise<string | undefined> {
  for (const scale of printScales) {
    try {
      draw(scale);
      const { width: destWidth, height: destHeight } = sizeOf(certificate, scale);
      const wanted = { canvas: canvas as unknown as Taro.Canvas, fileType: 'png', destWidth, destHeight } as const;
      const { tempFilePath } = await Taro.canvasToTempFilePath(wanted);
      if (scale > 1) draw(1);
      return tempFilePath;
    } catch {
      // Too large for it: the next size.
    }
  }
  return undefined;
}

/** Into the album; when that is refused, the picture is opened large, where a long press saves or forwards it. */
function saver(picture: () => Promise<string | undefined>): Save {
  return async (): Promise<SaveResult> => {
    const filePath = await picture();
    if (!filePath) return 'failed';
    try {
      await Taro.saveImageToPhotosAlbum({ filePath });
      return 'saved';
    } catch (error) {
      const message = String((error as { errMsg?: string }).errMsg ?? error);
      if (message.includes('cancel')) return 'cancelled';
      await Taro.previewImage({ urls: [filePath] }).catch(() => undefined);
      return /auth|privacy|deny/.test(message) ? 'refused' : 'failed';
    }
  };
}

/** The certificate as a picture, scaled to the page; saved at print size. */
export function SheetCanvas({ certificate, onDrawn }: SheetCanvasProps) {
  const [ready, setReady] = useState(false);
  useReady(() => setReady(true));
  const draw = useCallback(async () => {
    const canvas = await findCanvas();
    if (!canvas) return;
    const photo = certificate.photoUrl ? await loadPicture(canvas, certificate.photoUrl) : undefined;
    const redraw = drawer(canvas, certificate, photo);
    redraw(1);
    onDrawn(saver(() => pictureFile(canvas, certificate, redraw)));
  }, [certificate, onDrawn]);
  useEffect(() => {
    // The node exists only after the data of this render has reached the view.
    if (ready) Taro.nextTick(() => void draw());
    else setReady(true);
  }, [ready, draw]);
  return <Canvas type="2d" id={ID} canvasId={ID} className="certificate-canvas" />;
}
