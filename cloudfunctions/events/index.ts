import type { ServedContext } from '../platform/types';
import { planEvent } from './plan-event';
import { publishEvent } from './publish-event';

/** 活动: what the federation invites its members to. */
export const eventsContext: ServedContext = { useCases: [planEvent, publishEvent] };
