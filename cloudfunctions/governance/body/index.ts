import type { ServedContext } from '../../platform/types';
import { body } from './body';
import { listBodies } from './list-bodies';
import { setBody } from './set-body';

/** The deciding bodies, their seats and terms. */
export const bodyArea: ServedContext = { useCases: [listBodies, body, setBody] };
