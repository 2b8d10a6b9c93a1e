import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Cursor, Id, Instant, text, Version } from '../../schema';
import { Guardian, paperKinds } from '../assist';
import { memberKinds } from '../form';
import { ApplicationView } from './application';
import { State } from './common';

const AssistedSummary = once(() =>
  z.object({
    id: Id,
    kind: z.enum(memberKinds),
    reference: z.string(),
    state: State,
    name: z.string(),
    startedAt: Instant,
  }),
);
export type AssistedSummary = z.output<ReturnType<typeof AssistedSummary>>;

/** 代办: an officer enters an application for somebody who comes to the desk. The form itself is filled in as online. */
export const assistEndpoints = {
  startAssisted: {
    kind: 'write',
    needs: 'application.assist',
    input: () => z.strictObject({ kind: z.enum(memberKinds), reason: text(200) }),
    output: ApplicationView,
  },
  /** Whoever decides for a child; an application of somebody under the age of the rule is refused without. */
  saveGuardian: {
    kind: 'write',
    needs: 'application.assist',
    input: () => z.strictObject({ applicationId: Id, version: Version, guardian: Guardian() }),
    output: ApplicationView,
  },
  /** The scan of a paper that was signed at the desk. */
  attachSignedPaper: {
    kind: 'write',
    needs: 'application.assist',
    input: () =>
      z.strictObject({
        applicationId: Id,
        version: Version,
        paper: z.enum(paperKinds),
        fileId: z.string().check(z.maxLength(300)),
      }),
    output: ApplicationView,
  },
  /** What the officer entered for others, newest first. */
  assistedApplications: {
    kind: 'read',
    needs: 'application.assist',
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () => z.object({ rows: z.array(AssistedSummary()), next: z.nullable(z.string()) }),
  },
} as const satisfies Record<string, Specification>;
