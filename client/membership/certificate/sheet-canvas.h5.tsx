import { useEffect, useRef, useState } from 'react';
import type { Certificate } from './draw';
import type { Picture } from './paper';
import { drawScaled, printScales, sizeOf } from './print';
import type { Save } from './save';

interface SheetCanvasProps {
  certificate: Certificate;
  /** Receives the way to save the picture once it is drawn. */
  onDrawn: (save: Save) => void;
}

function loadPicture(address: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = address;
  // Without its photograph the certificate shows the first character of the name.
  return image.decode().then(
    () => image,
    () => undefined,
  );
}

/** The picture as a file's address, or undefined where the browser has no canvas of this size. */
function pictureOf(certificate: Certificate, scale: number, photo: Picture | undefined): string | undefined {
  const canvas = Object.assign(document.createElement('canvas'), sizeOf(certificate, scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  drawScaled(context, certificate, scale, photo);
  const address = canvas.toDataURL('image/png');
  // A canvas that is too large is not refused: it has no picture.
  return address.startsWith('data:image/png') ? address : undefined;
}

function download(certificate: Certificate, photo: Picture | undefined): Save {
  return async () => {
    for (const scale of printScales) {
      const address = pictureOf(certificate, scale, photo);
      if (!address) continue;
      const link = document.createElement('a');
      link.download = `会员证书-${certificate.memberNumber}.png`;
      link.href = address;
      link.click();
      return 'saved';
    }
    return 'failed';
  };
}

/** The certificate as a picture, scaled to the page; saved at print size. */
export function SheetCanvas({ certificate, onDrawn }: SheetCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const draw = async () => {
      const photo = certificate.photoUrl ? await loadPicture(certificate.photoUrl) : undefined;
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      drawScaled(context, certificate, 1, photo);
      setDrawn(true);
      onDrawn(download(certificate, photo));
    };
    void draw();
  }, [certificate, onDrawn]);
  return (
    <canvas
      ref={canvas}
      id="certificate"
      className="certificate-canvas"
      role="img"
      aria-label="会员证书图片，内容见下方文字"
      data-drawn={drawn}
      {...sizeOf(certificate, 1)}
    />
  );
}
