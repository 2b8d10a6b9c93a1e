import { pinyin, polyphonic } from 'pinyin-pro';
import { letters } from './names';

/** Readings that are combined at most: a name of four characters with two readings each has sixteen. */
const mostReadings = 32;
/** A person's name is found from each of its characters on; of a unit's, from the beginning. */
const everyStart = { individual: true, unit: false } as const;

/**
 * How a name can be read, as pinyin without tones and as initials: `shanxiaoming`, `sxm`, and from the given name on
 * `xiaoming`, `xm`. A character with several readings is found by each; a surname by the reading that it has as a surname too
 * (单 shàn, 曾 zēng, 解 xiè).
 */
export function soundsOf(name: string, kind: 'individual' | 'unit'): readonly string[] {
  const characters = [...name].filter((character) => /\p{Script=Han}/u.test(character));
  if (characters.length === 0) return [];
  const text = characters.join('');
  const spelling = { toneType: 'none', type: 'array', v: true } as const;
  const likeliest = pinyin(text, { ...spelling, surname: kind === 'individual' ? 'head' : 'off' });
  const readings = polyphonic(text, spelling).map((options, index) => [
    ...new Set([likeliest[index] ?? '', ...options].map(letters).filter((syllable) => syllable !== '')),
  ]);
  const starts = everyStart[kind] ? readings.map((_, index) => index) : [0];
  return starts.flatMap((start) => {
    const read = combined(readings.slice(start));
    return [...new Set([...read.map((syllables) => syllables.join('')), ...read.map(initials)])];
  });
}

const initials = (syllables: readonly string[]) => syllables.map((syllable) => syllable.charAt(0)).join('');

/** Every way to read one character after the other, the likeliest first. */
function combined(readings: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return readings.reduce<readonly (readonly string[])[]>(
    (read, options) => read.flatMap((before) => options.map((option) => [...before, option])).slice(0, mostReadings),
    [[]],
  );
}
