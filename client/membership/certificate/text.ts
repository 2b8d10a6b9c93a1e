import type { Paper } from './paper';

export const serif = '"Songti SC", "STSong", "Noto Serif SC", "Source Han Serif SC", serif';
export const sans = '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Microsoft YaHei", sans-serif';

// A line must not begin with one of these.
const notFirst = '，。、；：？！）》”’〕…-';

/** Sets the font; sizes in pixels of the sheet. */
export function setFont(paper: Paper, size: number, family: string, bold = false) {
  paper.font = `${bold ? 'bold ' : ''}${size}px ${family}`;
}

/** Text with space between its characters, around `x`; the width it took. Canvases of older phones have no letter-spacing. */
export function drawSpaced(paper: Paper, text: string, x: number, baseline: number, space: number): number {
  const characters = [...text];
  const widths = characters.map((character) => paper.measureText(character).width);
  const total = widths.reduce((sum, width) => sum + width, 0) + space * (characters.length - 1);
  let left = x - total / 2;
  paper.textAlign = 'left';
  characters.forEach((character, index) => {
    paper.fillText(character, left, baseline);
    left += (widths[index] ?? 0) + space;
  });
  return total;
}

// Latin words, numbers and dates stay whole; every other character may end a line.
const pieces = (text: string) => text.match(/[0-9A-Za-z-]+[年月日]?|\s+|./gsu) ?? [];

/** Breaks text into lines of at most `width` pixels in the font that is set. A longer word is broken anywhere. */
export function wrap(paper: Paper, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => paper.measureText(candidate).width <= width;
  for (const piece of pieces(text).flatMap((whole) => (fits(whole) ? [whole] : [...whole]))) {
    if (fits(line + piece) || (notFirst.includes(piece) && line !== '')) {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  lines.push(line.trimEnd());
  return lines.filter((each) => each !== '');
}

/** The largest size of a list at which the text takes at most `maxLines`; at the smallest one the rest is cut with ……. */
export function fit(
  paper: Paper,
  text: string,
  {
    family,
    bold = false,
    width,
    maxLines,
    sizes,
  }: { family: string; bold?: boolean; width: number; maxLines: number; sizes: readonly number[] },
): { size: number; lines: string[] } {
  let result = { size: sizes[0] ?? 0, lines: [text] };
  for (const size of sizes) {
    setFont(paper, size, family, bold);
    result = { size, lines: wrap(paper, text, width) };
    if (result.lines.length <= maxLines) return result;
  }
  const kept = result.lines.slice(0, maxLines);
  return { size: result.size, lines: kept.map((line, index) => (index === maxLines - 1 ? `${line.slice(0, -2)}……` : line)) };
}

interface Lines {
  /** Where the lines are centred. */
  middle: number;
  width: number;
  colour: string;
  maxLines: number;
  sizes: readonly number[];
}

/** Centred lines from a baseline down; the baseline for what comes next. */
export function drawLines(
  paper: Paper,
  text: string,
  baseline: number,
  { middle, width, colour, maxLines, sizes }: Lines,
): number {
  const { size, lines } = fit(paper, text, { family: sans, width, maxLines, sizes });
  paper.fillStyle = colour;
  paper.textAlign = 'center';
  lines.forEach((line, index) => paper.fillText(line, middle, baseline + index * size * 1.45));
  return baseline + lines.length * size * 1.45;
}
