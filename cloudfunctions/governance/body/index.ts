import type { ServedContext } from '../../platform/types';
import { setBody } from './set-body';

/** The deciding bodies, their seats and terms. */
export const bodyArea: ServedContext = { useCases: [setBody] };
