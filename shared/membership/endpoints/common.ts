import * as z from 'zod/mini';
import { once } from '../../contract/endpoint';
import { Id, Version } from '../../schema';
import { applicationStates } from '../lifecycle';

/** What the caller can do with a record now: action → whether. */
export const Can = z.record(z.string(), z.boolean());
export const State = z.enum(applicationStates);
export const ByApplication = once(() => z.strictObject({ applicationId: Id }));
export const ByVersion = once(() => z.strictObject({ applicationId: Id, version: Version }));
export const Moved = once(() => z.object({ id: Id, reference: z.string(), state: State, version: Version }));
