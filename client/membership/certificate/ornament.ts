import { type Glyph, glyphs } from './glyphs';
import { type Paper, trace } from './paper';

export const colours = {
  paper: '#FFFDF8',
  ink: '#1F1B16',
  ink2: '#6B6258',
  gold: '#B0802B',
  red: '#B8232F',
  line: '#E7DFD3',
} as const;

const petal = 'M0 -10C12 -18 14 -35 0 -47C-14 -35 -12 -18 0 -10Z M0 -15L0 -32';
const sepal = 'M-4 -13C-9 -22 -7 -31 0 -37C7 -31 9 -22 4 -13';
const sixth = Math.PI / 3;

/** The house ornament: a jasmine in lines, six petals with six sepals between them. `size` is its width in pixels. */
export function drawJasmine(paper: Paper, x: number, y: number, size: number, lineWidth: number) {
  paper.save();
  paper.translate(x, y);
  paper.scale(size / 100, size / 100);
  paper.strokeStyle = colours.gold;
  paper.lineWidth = (lineWidth * 100) / size;
  paper.lineCap = 'round';
  for (const [outline, from] of [
    [petal, 0],
    [sepal, sixth / 2],
  ] as const) {
    for (let index = 0; index < 6; index += 1) {
      paper.save();
      paper.rotate(from + index * sixth);
      paper.beginPath();
      trace(paper, outline);
      paper.stroke();
      paper.restore();
    }
  }
  paper.beginPath();
  paper.arc(0, 0, 5, 0, Math.PI * 2);
  paper.stroke();
  paper.restore();
}

/** One character from its outline: top left corner of its em box, and its size in pixels. */
export function drawGlyph(paper: Paper, glyph: Glyph, x: number, y: number, size: number) {
  paper.save();
  paper.translate(x, y);
  paper.scale(size / 1000, size / 1000);
  paper.beginPath();
  trace(paper, glyphs[glyph]);
  paper.fill();
  paper.restore();
}

// Right column first, as seals are read.
const sealPlaces = [
  ['会', 0.53, 0.07],
  ['员', 0.53, 0.5],
  ['之', 0.07, 0.07],
  ['家', 0.07, 0.5],
] as const;

/** The square name seal 会员之家, a little askew as by hand: never round, so that nobody takes it for an official stamp. */
export function drawSeal(paper: Paper, x: number, y: number, size: number) {
  paper.save();
  paper.translate(x + size / 2, y + size / 2);
  paper.rotate((-3 * Math.PI) / 180);
  paper.translate(-size / 2, -size / 2);
  paper.strokeStyle = colours.red;
  paper.fillStyle = colours.red;
  paper.lineWidth = size * 0.042;
  paper.strokeRect(size * 0.021, size * 0.021, size * 0.958, size * 0.958);
  for (const [glyph, left, top] of sealPlaces) drawGlyph(paper, glyph, size * left, size * top, size * 0.43);
  paper.restore();
}

/** Two hairlines around the sheet and a quarter flower in each corner. */
export function drawFrame(paper: Paper, width: number, height: number) {
  paper.strokeStyle = colours.gold;
  paper.lineWidth = 5;
  paper.strokeRect(42, 42, width - 84, height - 84);
  paper.lineWidth = 2.5;
  paper.strokeRect(60, 60, width - 120, height - 120);
  for (const [x, y, turn] of [
    [60, 60, 0],
    [width - 60, 60, 1],
    [width - 60, height - 60, 2],
    [60, height - 60, 3],
  ] as const) {
    paper.save();
    paper.translate(x, y);
    paper.rotate((turn * Math.PI) / 2);
    paper.lineWidth = 3.5;
    for (const radius of [34, 62]) {
      paper.beginPath();
      paper.arc(0, 0, radius, 0, Math.PI / 2);
      paper.stroke();
    }
    paper.fillStyle = colours.gold;
    paper.beginPath();
    paper.arc(17, 17, 5.5, 0, Math.PI * 2);
    paper.fill();
    paper.restore();
  }
}
