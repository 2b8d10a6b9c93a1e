import { type Certificate, drawCertificate, sheet } from './draw';
import type { Paper, Picture } from './paper';
import { drawPlaque, plaqueSheet } from './plaque';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How many times larger than it is counted in a picture is drawn for printing: A4 at 300 dots an inch (35 MB of canvas, under
 * WeChat's 4,096 pixels a side); on a phone whose canvas does not take that, at 150. Whole numbers keep the code sharp.
 */
export const printScales = [2, 1] as const;

/** Pixels of the picture: upright for a person, lying for the plaque of a unit. */
export function sizeOf({ kind }: Pick<Certificate, 'kind'>, scale: number): Size {
  const { width, height } = kind === 'unit' ? plaqueSheet : sheet;
  return { width: width * scale, height: height * scale };
}

/** Draws the plaque of a unit or the certificate of a person on a canvas of `sizeOf(certificate, scale)` pixels. */
export function drawScaled(paper: Paper, certificate: Certificate, scale: number, photo?: Picture) {
  paper.save();
  paper.scale(scale, scale);
  if (certificate.kind === 'unit') drawPlaque(paper, certificate);
  else drawCertificate(paper, certificate, photo);
  paper.restore();
}
