import type { Acting } from '../../scripts/demo/acting';
import { inventedPhoto } from '../../scripts/demo/photo';

/** The outline of an answer: what a phone of that release relies on. Arrays show their first element. */
export type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

/**
 * One step of a recorded session. Texts like `{{3/id}}` stand for what step 3 answered at that path, for ids differ
 * from run to run.
 */
export type Step =
  | { readonly kind: 'call'; readonly openid: string; readonly endpoint: string; readonly input: unknown; readonly answer: Shape }
  | { readonly kind: 'upload'; readonly openid: string; readonly path: string; readonly photo: number }
  | { readonly kind: 'settle' };

export interface Recording {
  readonly release: string;
  /** The cloud's clock at the first call. */
  readonly recordedAt: string;
  readonly firstAdministratorCode: string;
  readonly steps: readonly Step[];
}

/** The outline of a value. */
export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : [];
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
  }
  return value === null ? 'null' : typeof value;
}

/** What an answer of today lacks of a recorded outline, as paths; null and an empty list leave open what they may hold. */
export function missing(recorded: Shape, today: unknown, path = ''): string[] {
  if (recorded === 'null') return today === undefined ? [path] : [];
  if (typeof recorded === 'string') return today === null || shapeOf(today) === recorded ? [] : [path];
  if (Array.isArray(recorded)) {
    if (!Array.isArray(today)) return [path];
    const [inner] = recorded as readonly Shape[];
    return inner === undefined || today.length === 0 ? [] : missing(inner, today[0], `${path}/0`);
  }
  if (today === null || typeof today !== 'object') return [path];
  return Object.entries(recorded).flatMap(([key, inner]) =>
    missing(inner, (today as Record<string, unknown>)[key], `${path}/${key}`),
  );
}

/** Long texts an answer holds, with their paths: ids, codes, paths that later steps send back. */
export function* tokensOf(value: unknown, path: string): Generator<readonly [text: string, path: string]> {
  if (typeof value === 'string' && value.length >= 8 && !/^\d{4}-\d\d-\d\dT/.test(value)) yield [value, path];
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* tokensOf(inner, path ? `${path}/${key}` : key);
  }
}

/** Every text of a value, replaced. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]));
}

/** Writes down what people do, while they do it. */
export class Recorder {
  readonly steps: Step[] = [];
  private readonly known = new Map<string, string>();

  /** The same person, with everything they do written down. */
  watch(person: Acting): Acting {
    return {
      openid: person.openid,
      call: async (endpoint, input) => {
        const answer = await person.call(endpoint, input);
        const named = mapTexts(input, (text) => this.known.get(text) ?? text);
        this.note(answer, { kind: 'call', openid: person.openid, endpoint, input: named, answer: shapeOf(answer) });
        return answer;
      },
      upload: async (path, content) => {
        const fileId = await person.upload(path, content);
        const photo = Array.from({ length: 16 }, (_, number) => number).find(
          (number) => Buffer.compare(inventedPhoto(number), content) === 0,
        );
        this.note({ fileId }, { kind: 'upload', openid: person.openid, path: this.known.get(path) ?? path, photo: photo ?? 0 });
        return fileId;
      },
    };
  }

  settled(): void {
    this.steps.push({ kind: 'settle' });
  }

  private note(answer: unknown, step: Step): void {
    for (const [text, path] of tokensOf(answer, '')) {
      if (!this.known.has(text)) this.known.set(text, `{{${this.steps.length}/${path}}}`);
    }
    this.steps.push(step);
  }
}

/** Finds what a text like `{{3/id}}` stands for in the answers so far; any other text stands for itself. */
export function resolve(text: string, answers: readonly unknown[]): string {
  const match = /^\{\{(\d+)\/(.+)\}\}$/.exec(text);
  if (!match?.[1] || !match[2]) return text;
  let value = answers[Number(match[1])];
  for (const key of match[2].split('/')) value = (value as Record<string, unknown> | undefined)?.[key];
  if (typeof value !== 'string') throw new Error(`the recording refers to ${text}, which was not answered`);
  return value;
}
