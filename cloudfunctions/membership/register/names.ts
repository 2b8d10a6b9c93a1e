import { blindIndex } from '../../platform/cipher';
import type { RecordType, Stored } from '../../platform/types';
import type { Member } from '../members';

/**
 * What a member is found by, as blind indexes: whoever reads the database learns no name. A projection of the member's record;
 * `_id` is the member's.
 */
export interface MemberName extends Stored {
  readonly person: string;
  readonly number: string;
  readonly city: string;
  readonly tokens: readonly string[];
  /** Whether the pinyin readings are among the tokens; a timer adds them, as reading names takes a dictionary. */
  readonly read: boolean;
}

export const memberNames: RecordType<MemberName> = {
  collection: 'memberNames',
  sealed: [],
  // Nothing is sealed, but the journal's before and after are, and go with the person's key.
  subject: ({ person }) => person,
};

/** Longest part of a name that has a token of its own; a longer search is compared with the names it finds. */
export const longestPart = 6;

const han = /\p{Script=Han}/u;

/** As people type it: full-width forms, spaces, dots and case do not matter. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[\s·•・.'’]/gu, '');

/** Stretches of Latin letters, the same way. */
export const letters = (text: string): string => plain(text).replace(/[^a-z]/g, '');

/** Every part of a text up to a length, from every place. */
function parts(text: string, longest: number): readonly string[] {
  const characters = [...text];
  return characters.flatMap((_, start) =>
    Array.from({ length: Math.min(longest, characters.length - start) }, (_unused, index) =>
      characters.slice(start, start + index + 1).join(''),
    ),
  );
}

/** Every beginning of a text. */
export const beginnings = (text: string): readonly string[] => Array.from(text, (_, index) => text.slice(0, index + 1));

const token = (kind: 'name' | 'sound' | 'number', text: string) => blindIndex(`member.${kind}`, text);

/** Tokens of what can be heard: pinyin or initials, from their beginning. */
export const soundTokens = (sounds: readonly string[]): readonly string[] => [
  ...new Set(sounds.flatMap(beginnings).map((sound) => token('sound', sound))),
];

/** `JSCF-G-2026-00001-7` is found whole, without the check digit, and by its running number with or without year and zeros. */
function numberForms(number: string): readonly string[] {
  const [prefix, letter, year, sequence = ''] = number.toLowerCase().split('-');
  return [
    number.toLowerCase(),
    [prefix, letter, year, sequence].join('-'),
    `${year}-${sequence}`,
    sequence,
    sequence.replace(/^0+/, ''),
  ];
}

/** What a member is found by without knowing how the name is read. */
export function plainTokens({ name, number }: Pick<Member, 'name' | 'number'>): readonly string[] {
  const written = plain(name);
  const byName = han.test(written) ? parts(written, longestPart).map((part) => token('name', part)) : [];
  const bySound = soundTokens([letters(name)].filter((sound) => sound !== ''));
  return [...new Set([...byName, ...bySound, ...numberForms(number).map((form) => token('number', form))])];
}

/** A search as the one token that finds it, and what a name must hold besides; undefined when nothing can be searched by it. */
export function searchOf(text: string): { readonly token: string; readonly holds: string } | undefined {
  const wanted = plain(text);
  if (/^[a-z-]*\d[a-z\d-]*$/.test(wanted)) return { token: token('number', wanted), holds: '' };
  if (han.test(wanted)) return { token: token('name', [...wanted].slice(0, longestPart).join('')), holds: wanted };
  const sound = letters(wanted);
  return sound === wanted && sound !== '' ? { token: token('sound', sound), holds: '' } : undefined;
}

/** Whether a name holds what was searched for, beyond what its token tells. */
export const holds = (name: string, wanted: string): boolean => plain(name).includes(wanted);
