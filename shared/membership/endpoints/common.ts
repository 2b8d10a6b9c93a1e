import * as z from 'zod/mini';
import { once } from '../../contract/endpoint';
import { Id, Instant, text, Version } from '../../schema';
import { attachmentKinds } from '../categories';
import { applicationStates } from '../lifecycle';

/** What the caller can do with a record now: action → whether. */
export const Can = z.record(z.string(), z.boolean());
export const State = z.enum(applicationStates);
export const ByApplication = once(() => z.strictObject({ applicationId: Id }));
export const ByVersion = once(() => z.strictObject({ applicationId: Id, version: Version }));
/** What an agenda says of an application or a measure: it was put on, taken off, or its meeting has another time. */
export const agendaNews = () => ({
  meetingId: Id,
  /** The agenda item: put on once, taken off at most once, so the order in which the news arrive does not matter. */
  itemId: Id,
  action: z.enum(['schedule', 'unschedule', 'reschedule']),
  meetingTitle: text(100),
  meetingAt: Instant,
  meetingVersion: z.optional(Version),
});
/** A file of a paper that a unit attached, with where it can be seen for a short while; no address when it is gone. */
export const AttachmentView = once(() =>
  z.object({
    kind: z.enum(attachmentKinds),
    file: z.string(),
    type: z.enum(['jpeg', 'png', 'pdf']),
    url: z.nullable(z.string()),
  }),
);
export type AttachmentView = z.output<ReturnType<typeof AttachmentView>>;
export const Moved = once(() => z.object({ id: Id, reference: z.string(), state: State, version: Version }));
