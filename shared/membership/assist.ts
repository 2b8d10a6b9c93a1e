import * as z from 'zod/mini';
import { once } from '../contract/endpoint';
import { text } from '../schema';

/** Papers signed at the desk: the application with its consents, and a guardian's consent for a child. */
export const paperKinds = ['application', 'guardian'] as const;
export type PaperKind = (typeof paperKinds)[number];

export const guardianRelations = ['father', 'mother', 'other'] as const;

/** Who decides for a child (个人信息保护法 第31条). */
export const Guardian = once(() =>
  z.strictObject({
    name: text(50),
    relation: z.enum(guardianRelations),
    mobile: z.string().check(z.trim(), z.regex(/^1[3-9]\d{9}$/, 'mobile.format')),
  }),
);
export type Guardian = z.output<ReturnType<typeof Guardian>>;

/** What an officer who entered an application for somebody sees besides the form. */
export const Assistance = once(() =>
  z.object({
    reason: z.string(),
    /** For reviewers with the mobile masked. */
    guardian: z.nullable(z.object({ name: z.string(), relation: z.enum(guardianRelations), mobile: z.string() })),
    /** Paper → where its scan can be seen for a short while. */
    papers: z.record(z.string(), z.string()),
  }),
);
export type Assistance = z.output<ReturnType<typeof Assistance>>;
