import * as z from 'zod/mini';
import type { Specification } from '../../contract/endpoint';
import { Id, text, Version } from '../../schema';
import { ByItem, Written } from './parts';

export const agendaEndpoints = {
  /**
   * Puts applications and measures that await a meeting on the agenda of a planned one; at most 20 of each at once. With
   * `together` the applications make one item, a batch that is voted on once.
   */
  addItems: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () =>
      z
        .strictObject({
          meetingId: Id,
          version: Version,
          applicationIds: z.array(Id).check(z.maxLength(20, 'choice.tooMany')),
          measureIds: z.optional(z.array(Id).check(z.maxLength(20, 'choice.tooMany'))),
          together: z.optional(z.boolean()),
        })
        .check(
          z.refine(({ applicationIds, measureIds = [] }) => applicationIds.length + measureIds.length > 0, {
            error: 'required',
            path: ['applicationIds'],
          }),
        ),
    output: Written,
  },
  /** Puts a matter on the agenda of a planned meeting: a title and what is to be decided, freely written. */
  addMatter: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, version: Version, title: text(60), text: text(1000) }),
    output: Written,
  },
  /** Takes an item off the agenda of a planned meeting. */
  removeItem: { kind: 'write', needs: 'meeting.manage', input: ByItem, output: Written },
  /**
   * Makes an application of a batch an item of its own, before the meeting or while nobody has voted on the batch. `version` is
   * the batch's; answers the new item.
   */
  pullOutItem: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, itemId: Id, version: Version, applicationId: Id }),
    output: Written,
  },
  openItem: { kind: 'write', needs: 'meeting.manage', input: ByItem, output: Written },
  /** Leaves an item undecided during the session: what it is about waits for another meeting. */
  postponeItem: { kind: 'write', needs: 'meeting.manage', input: ByItem, output: Written },
  /** Takes a withdrawn application or measure off the agenda; `about` is its id. `waits`: for another meeting. */
  followWithdrawal: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ about: Id, itemId: Id, waits: z.optional(z.boolean()) }),
    output: () => z.object({ removed: z.boolean() }),
  },
  /** Closes the record of an application in a batch that was decided. */
  settleBatched: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ itemId: Id }),
    output: () => z.object({ settled: z.boolean() }),
  },
} as const satisfies Record<string, Specification>;
