import type { ServedContext } from '../../platform/types';
import { acceptApplication } from './accept-application';
import { endorseApplication } from './endorse-application';
import { listApplications } from './list-applications';
import { recommendApplication } from './recommend-application';
import { returnApplication } from './return-application';
import { revealPerson } from './reveal-person';
import { reviewApplication } from './review-application';
import { sendBackApplication } from './send-back-application';

/** What officers do with applications. */
export const reviewArea: ServedContext = {
  useCases: [
    listApplications,
    reviewApplication,
    acceptApplication,
    returnApplication,
    recommendApplication,
    endorseApplication,
    sendBackApplication,
    revealPerson,
  ],
};
