import type { ReviewView } from '../../../shared/membership/endpoints';
import type { Reader } from '../../platform/types';
import { type Application, applications } from '../applications';

/** Earlier applications that are looked at; nobody has had more. */
const atMost = 50;

/** What the program knows of the applicant's part so far, each number from an index. Three reads at once. */
export async function countsOf(db: Reader, { _id, owner, startedAt }: Application): Promise<ReviewView['counts']> {
  const [own, recommended, recommendedAdmitted] = await Promise.all([
    db.find(applications, { where: { owner, startedAt: { lt: startedAt } }, order: [['startedAt', 'desc']], limit: atMost }),
    db.count(applications, { 'recommender.account': owner }),
    db.count(applications, { 'recommender.account': owner, state: 'admitted' }),
  ]);
  const earlier = own.filter((one) => one._id !== _id && one.submittedAt !== undefined);
  const ended = (state: Application['state']) => earlier.filter((one) => one.state === state).length;
  return {
    applications: earlier.length,
    rejected: ended('rejected'),
    withdrawn: ended('withdrawn'),
    recommended,
    recommendedAdmitted,
  };
}
