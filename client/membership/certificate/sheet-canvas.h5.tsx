import { useEffect, useRef, useState } from 'react';
import { type Certificate, drawCertificate, sheet } from './draw';
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

function download(canvas: HTMLCanvasElement, memberNumber: string): Save {
  return async () => {
    const link = document.createElement('a');
    link.download = `会员证书-${memberNumber}.png`;
    link.href = canvas.toDataURL('image/png');
    link.click();
    return 'saved';
  };
}

/** The certificate as a picture of print size, scaled to the page. */
export function SheetCanvas({ certificate, onDrawn }: SheetCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const draw = async () => {
      const photo = certificate.photoUrl ? await loadPicture(certificate.photoUrl) : undefined;
      const context = canvas.current?.getContext('2d');
      if (!canvas.current || !context) return;
      drawCertificate(context, certificate, photo);
      setDrawn(true);
      onDrawn(download(canvas.current, certificate.memberNumber));
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
      width={sheet.width}
      height={sheet.height}
    />
  );
}
