import { PNG } from 'pngjs';

const width = 150;
const height = 210;
const backgrounds = [
  [198, 216, 235],
  [236, 220, 200],
  [208, 228, 210],
  [230, 208, 214],
] as const;
const skin = [226, 186, 156] as const;
const hair = [52, 44, 40] as const;
const clothes = [
  [122, 40, 44],
  [44, 70, 110],
  [60, 92, 72],
  [88, 76, 104],
] as const;

type Colour = readonly [number, number, number];

/** A drawn portrait of nobody, as a PNG: the same number gives the same picture. */
export function inventedPhoto(number: number): Uint8Array<ArrayBuffer> {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue] = colourAt(x, y, number);
      png.data.set([red, green, blue, 255], (y * width + x) * 4);
    }
  return new Uint8Array(PNG.sync.write(png));
}

function colourAt(x: number, y: number, number: number): Colour {
  const within = (centreX: number, centreY: number, radiusX: number, radiusY: number) =>
    ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1;
  if (within(75, 98, 34, 44) && y > 74) return skin;
  if (within(75, 88, 42, 46) && y < 112) return hair;
  if (within(75, 206, 66, 62)) return clothes[(number >> 2) % clothes.length] ?? hair;
  return backgrounds[number % backgrounds.length] ?? skin;
}
