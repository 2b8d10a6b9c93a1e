import { progressOf } from '../../shared/membership/progress';
import { mayDo } from '../../shared/membership/standing';
import { meetingIn } from './agenda-entries';
import { latestOf } from './application/held';
import { applications } from './applications';
import type {
  ApplicationFactsQuery,
  MeasureFactsQuery,
  MemberFactsQuery,
  OwnApplicationQuery,
  RegistrantFactsQuery,
} from './for-governance';
import { measures } from './measures';
import { members, membersInPlain } from './members';
import { draftNameOf, nameOf } from './profiles';
import { isVetoed } from './review/compliance-entries';

/** What other contexts may know of applications, for an agenda: those handed in, in the order of the ids. */
export const applicationFacts: ApplicationFactsQuery = async (db, ids) => {
  const found = await db.getMany(applications, ids);
  return found.flatMap((application) => {
    const { _id, kind, reference, state, city, submitted, submittedAt, owner, enteredBy, recommender } = application;
    if (!submittedAt) return [];
    const account = enteredBy === undefined ? owner : undefined;
    const parties = [account, recommender?.account].filter((party) => party !== undefined);
    const name = submitted ? nameOf(submitted) : '';
    const own = { id: _id, kind, reference, state, city: city ?? '', name, owner: account, parties, submittedAt };
    return [{ ...own, marked: application.marked !== undefined, vetoed: isVetoed(application.compliance) }];
  });
};

/** What home shows of a person's own application. */
export const ownApplication: OwnApplicationQuery = async (db, accountId, kind) => {
  const application = await latestOf(db, accountId, kind);
  if (!application) return undefined;
  const { _id, reference, state, form } = application;
  const progress = Object.values(progressOf(kind, form, new Date()));
  const meeting = meetingIn(application.agenda);
  return {
    id: _id,
    reference,
    state,
    done: progress.filter((section) => section === 'done').length,
    of: progress.length,
    meetingAt: meeting?.at ?? null,
    meetingTitle: meeting?.title ?? null,
    name: draftNameOf(form) ?? null,
  };
};

/** What other contexts may know of members, in the order of the ids. */
export const memberFacts: MemberFactsQuery = async (db, ids) => {
  const found = await db.getMany(members, ids);
  return found.map(({ _id, number, kind, name, standing, admittedAt }) => ({
    id: _id,
    number,
    kind,
    name,
    standing,
    admittedAt,
  }));
};

/** What a registration asks of a member. */
export const registrantFacts: RegistrantFactsQuery = async (db, memberId) => {
  const member = await db.get(membersInPlain, memberId);
  return member && { city: member.city, category: member.category ?? 'individual', maySignUp: mayDo(member.standing, 'signUp') };
};

/** What other contexts may know of measures, for an agenda, in the order of the ids; two database calls. */
export const measureFacts: MeasureFactsQuery = async (db, ids) => {
  const found = await db.getMany(measures, ids);
  const about = await db.getMany(
    members,
    found.map(({ member }) => member),
  );
  const names = new Map(about.map(({ _id, name }) => [_id, name]));
  return found.map(({ _id, kind, reference, member, state, city, parties, proposedAt }) => ({
    id: _id,
    kind,
    reference,
    memberId: member,
    name: names.get(member) ?? '',
    state,
    city,
    parties,
    proposedAt,
  }));
};
