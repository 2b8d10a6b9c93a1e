/** What the certificate needs of a 2D canvas: the part that WeChat's canvas and the browser's have in common. */
export type Paper = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
  | 'scale'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'bezierCurveTo'
  | 'arc'
  | 'rect'
  | 'clip'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'measureText'
  | 'drawImage'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** A decoded picture with its size in its own pixels. */
export type Picture = CanvasImageSource & { readonly width: number; readonly height: number };

const argumentCount = { M: 2, L: 2, Q: 4, C: 6, Z: 0 } as const;
type Command = keyof typeof argumentCount;

/** Adds an outline to the current path. Understands what our outlines use: absolute M, L, Q, C and Z. */
export function trace(paper: Paper, outline: string) {
  for (const [, letter, rest = ''] of outline.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const command = letter as Command;
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    if (numbers.length !== argumentCount[command]) throw new Error(`outline: ${command} with ${numbers.length} numbers`);
    if (command === 'M') paper.moveTo(a, b);
    else if (command === 'L') paper.lineTo(a, b);
    else if (command === 'Q') paper.quadraticCurveTo(a, b, c, d);
    else if (command === 'C') paper.bezierCurveTo(a, b, c, d, e, f);
    else paper.closePath();
  }
}
