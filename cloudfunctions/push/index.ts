import { servePush } from '../platform/media-checks';

export const main = servePush;
