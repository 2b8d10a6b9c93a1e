import { Canvas } from '@tarojs/components';
import Taro, { useReady } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { type Certificate, drawCertificate, sheet } from './draw';
import type { Paper, Picture } from './paper';
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

async function pictureFile(canvas: CanvasNode): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
    destWidth: sheet.width,
    destHeight: sheet.height,
  });
  return tempFilePath;
}

/** Into the album; when that is refused, the picture is opened large, where a long press saves or forwards it. */
function saver(canvas: CanvasNode): Save {
  return async (): Promise<SaveResult> => {
    const filePath = await pictureFile(canvas).catch(() => undefined);
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

/** The certificate as a picture of print size, scaled to the page. */
export function SheetCanvas({ certificate, onDrawn }: SheetCanvasProps) {
  const [ready, setReady] = useState(false);
  useReady(() => setReady(true));
  const draw = useCallback(async () => {
    const canvas = await findCanvas();
    if (!canvas) return;
    canvas.width = sheet.width;
    canvas.height = sheet.height;
    const photo = certificate.photoUrl ? await loadPicture(canvas, certificate.photoUrl) : undefined;
    drawCertificate(canvas.getContext('2d'), certificate, photo);
    onDrawn(saver(canvas));
  }, [certificate, onDrawn]);
  useEffect(() => {
    // The node exists only after the data of this render has reached the view.
    if (ready) Taro.nextTick(() => void draw());
    else setReady(true);
  }, [ready, draw]);
  return <Canvas type="2d" id={ID} canvasId={ID} className="certificate-canvas" />;
}
