import { encode } from 'uqr';
import { colours } from './ornament';
import type { Paper } from './paper';

/** Address → a square of modules with the quiet zone of four that readers need. */
function qrModules(address: string): readonly (readonly boolean[])[] {
  return encode(address, { ecc: 'M', border: 4 }).data;
}

/** The code on its white plate, each module a whole number of pixels so that it prints sharp; its height with the plate. */
export function drawQr(paper: Paper, address: string, x: number, y: number, size: number): number {
  const rows = qrModules(address);
  const module = Math.max(1, Math.floor(size / rows.length));
  const side = module * rows.length;
  paper.fillStyle = '#FFFFFF';
  paper.fillRect(x, y, side, side);
  paper.fillStyle = colours.ink;
  rows.forEach((row, down) => {
    row.forEach((dark, across) => {
      if (dark) paper.fillRect(x + across * module, y + down * module, module, module);
    });
  });
  paper.strokeStyle = colours.line;
  paper.lineWidth = 3;
  paper.strokeRect(x, y, side, side);
  return side;
}
