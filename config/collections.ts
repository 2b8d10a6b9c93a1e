import type { CollectionDefinition, IndexDefinition, IndexKey } from '../emulator/definition';

const key = (field: string): IndexKey =>
  field.startsWith('-') ? { field: field.slice(1), direction: -1 } : { field, direction: 1 };

/** An index over fields in order; `-field` sorts downwards. */
const index = (...fields: readonly string[]): IndexDefinition => ({
  name: fields.join('_').replaceAll('-', 'desc_'),
  keys: fields.map(key),
});
const unique = (...fields: readonly string[]): IndexDefinition => ({ ...index(...fields), unique: true });

/** Clients reach no collection: everything passes through the functions. */
const collection = (name: string, ...indexes: readonly IndexDefinition[]): CollectionDefinition => ({
  name,
  access: 'ADMINONLY',
  indexes,
});

/** What every context needs, as the platform keeps it. */
export const platformCollections: readonly CollectionDefinition[] = [
  collection('accounts', unique('openid'), index('staff', '_id')),
  collection('journal', index('state', 'dueAt', '_id'), index('at', '_id'), index('aggregate', 'seq', '_id')),
  collection('anchors', unique('seq')),
  collection('dataKeys'),
  collection('refusals', index('lastAt', '_id')),
  collection('limits', index('expiresAt', '_id')),
  collection('inbox', index('account', '-at', '-_id'), index('account', 'read')),
  collection(
    'due',
    index('open', 'audience', 'urgency', '_id'),
    index('open', 'audience', '-since', '-_id'),
    index('open', 'record', '_id'),
    index('open', 'since'),
    index('open', 'from', '_id'),
  ),
  collection('rebuilds'),
  collection('subscriptions', index('account', 'template', 'used'), index('used', 'at')),
  collection('messages', index('at')),
  collection('mediaChecks', index('at')),
  collection('uploads', index('account', '_id'), index('kept', 'at', '_id')),
];

/** Roles and the ways to get them. */
export const accountCollections: readonly CollectionDefinition[] = [
  collection('administrators'),
  collection('staffCodes', unique('code')),
];

/** What the federation's own rules decide, by version. */
export const ruleCollections: readonly CollectionDefinition[] = [
  collection('rules'),
  collection('ruleProposals', unique('live'), index('state', 'key', '_id'), index('key', '-at', '-_id')),
];

/** Bodies, their meetings and agendas. `live` keeps an application from standing on two agendas. */
export const governanceCollections: readonly CollectionDefinition[] = [
  collection('bodies'),
  collection('meetingCounters'),
  collection('meetings', index('-listed', '-_id'), index('body', 'state', '-at', '-_id')),
  collection('agendaItems', index('meetingId', 'placed', 'rank', '_id'), index('state', '_id'), unique('live')),
  collection('minutes'),
];

/** Applications and what follows from them. A reference and a member number are given once. */
export const membershipCollections: readonly CollectionDefinition[] = [
  collection(
    'applications',
    unique('reference'),
    index('owner', '-startedAt', '-_id'),
    index('owner', 'kind', '-startedAt', '-_id'),
    index('state', 'submittedAt', '_id'),
    index('state', 'city', 'submittedAt', '_id'),
    index('recommender.account', 'state', '_id'),
    index('state', 'retention', 'updatedAt', '_id'),
    index('enteredBy', '-startedAt', '-_id'),
    index('deleteAt', '_id'),
  ),
  collection('reservations'),
  collection(
    'members',
    unique('number'),
    index('account', 'kind', '_id'),
    index('facets', 'number', '_id'),
    index('askedAt', '_id'),
    index('dataChoice', 'keptSince', '_id'),
    index('plannedFor', '_id'),
    index('claimKeys', '_id'),
  ),
  collection('memberNames', index('tokens', 'number', '_id'), index('tokens', 'city', 'number', '_id'), index('read', '_id')),
  collection(
    'measures',
    unique('live'),
    unique('reference'),
    index('member', '-proposedAt', '-_id'),
    index('state', 'proposedAt', '_id'),
    index('state', 'city', 'proposedAt', '_id'),
  ),
  collection('memberNumbers'),
  collection('certificates'),
  collection('disclosures', index('about', '-at', '-_id')),
  collection(
    'memberChanges',
    unique('live'),
    index('member', '-at', '-_id'),
    index('state', 'at', '_id'),
    index('state', 'city', 'at', '_id'),
  ),
  collection(
    'claims',
    unique('live'),
    index('owner', '-at', '-_id'),
    index('state', 'at', '_id'),
    index('state', 'city', 'at', '_id'),
    index('state', 'decidedAt', '_id'),
  ),
  collection('invitations', index('member', '-createdAt', '-_id')),
];

/** Events and what people register for. `seats` is changed by conditional updates only; registrations follow it. */
export const registrationCollections: readonly CollectionDefinition[] = [
  collection('events', index('state', 'startsAt', '_id')),
  collection('registrationTerms'),
  collection('seats', index('settling', '_id'), index('offered.until', '_id'), index('pending.at', '_id')),
  collection('registrations', index('account', 'offering', '-at', '-_id'), index('offering', 'state', 'at', '_id')),
];

/** Every collection of the environment, with its indexes. One line each. */
export const collections: readonly CollectionDefinition[] = [
  ...platformCollections,
  ...accountCollections,
  ...ruleCollections,
  ...governanceCollections,
  ...membershipCollections,
  ...registrationCollections,
];
