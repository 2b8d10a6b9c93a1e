import type { ServedContext } from '../platform/types';
import { changeCapacity } from './change-capacity';
import { event } from './event';
import { listEvents } from './list-events';
import { planEvent } from './plan-event';
import { publishEvent } from './publish-event';

/** 活动: what the federation invites its members to. */
export const eventsContext: ServedContext = { useCases: [listEvents, event, planEvent, publishEvent, changeCapacity] };
