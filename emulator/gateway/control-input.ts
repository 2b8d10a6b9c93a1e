/** Bodies of the control endpoints. */
import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const count = z.int().check(z.minimum(0));

const filter = z.strictObject({
  service: z.optional(z.enum(['gateway', 'database', 'storage', 'openapi', 'functions'])),
  action: z.optional(name),
  collection: z.optional(name),
  api: z.optional(name),
  function: z.optional(name),
  endpoint: z.optional(name),
  tag: z.optional(name),
});

const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fail'),
    code: z.optional(name),
    message: z.optional(z.string()),
    errcode: z.optional(z.int()),
  }),
  z.strictObject({ kind: z.literal('delay'), ms: z.optional(count) }),
  z.strictObject({ kind: z.literal('kill'), when: z.optional(z.enum(['before', 'after'])) }),
  z.strictObject({ kind: z.enum(['repeat', 'loseRequest', 'loseAnswer', 'conflict', 'quota', 'down']) }),
]);

export const faultInput = z.strictObject({
  match: filter,
  effect,
  nth: z.optional(z.int().check(z.minimum(1))),
  every: z.optional(z.int().check(z.minimum(1))),
  times: z.optional(count),
  per: z.optional(z.literal('invocation')),
});

export const clockInput = z.union([z.strictObject({ set: z.number() }), z.strictObject({ advance: z.number() })]);

export const subscriptionInput = z.strictObject({ openid: name, templateId: name, count: z.optional(z.int()) });

export const phoneInput = z.strictObject({ code: name, number: z.string().check(z.regex(/^1\d{10}$/)) });

export const safetyInput = z.strictObject({
  riskyWords: z.optional(z.array(name)),
  mediaVerdict: z.optional(z.strictObject({ suggest: z.enum(['pass', 'review', 'risky']), label: z.int() })),
  pushMode: z.optional(z.enum(['once', 'twice', 'never', 'late'])),
});
