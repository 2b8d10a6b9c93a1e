import * as z from 'zod/mini';
import { once } from '../../contract/endpoint';
import { Id, Version } from '../../schema';
import { bodies, meetingModes } from '../lifecycle';

/** What the areas of governance share. */
export const Can = z.record(z.string(), z.boolean());
export const Body = z.enum(bodies);
export const Mode = z.enum(meetingModes);
export const Presence = z.enum(['onSite', 'remote', 'excused', 'left']);
export const NotedBy = z.enum(['seat', 'secretary']);
export const ByMeeting = once(() => z.strictObject({ meetingId: Id, version: Version }));
export const ByItem = once(() => z.strictObject({ meetingId: Id, itemId: Id, version: Version }));
export const Written = once(() => z.object({ id: Id, version: Version }));
