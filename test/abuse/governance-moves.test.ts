import { type MeetingState, meetingLifecycle, meetingStates } from '../../shared/governance/lifecycle';
import { movesFrom } from '../../shared/lifecycle';
import { startCloud, type TestCloud } from '../support/cloud';
import { itemsOf, meetingInSession, type Office, openOffice, refusal, waitingApplication } from '../support/office';

let cloud: TestCloud;
let office: Office;
/** A meeting in each state, each with an item of its own where it may have one. */
const meetings = new Map<MeetingState, string>();

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
  const plan = async () => {
    const at = new Date(cloud.emulator.clock.now() + 86_400_000).toISOString();
    return office.secretary.call('governance.planMeeting', { body: 'presidentsOffice', at, place: '会议室' });
  };
  const planned = await plan();
  const { id } = await waitingApplication(cloud, office, 1);
  await office.secretary.call('governance.addItems', { meetingId: planned.id, version: planned.version, applicationIds: [id] });
  meetings.set('planned', planned.id);
  meetings.set('inSession', await meetingInSession(cloud, office, [(await waitingApplication(cloud, office, 2)).id], 3));
  const closed = await meetingInSession(cloud, office, [(await waitingApplication(cloud, office, 3)).id], 3);
  const adjourned = await meetingInSession(cloud, office, [(await waitingApplication(cloud, office, 4)).id], 3);
  const seen = await office.secretary.call('governance.meeting', { meetingId: adjourned });
  await office.secretary.call('governance.adjournMeeting', { meetingId: adjourned, version: seen.version, reason: '午休' });
  meetings.set('adjourned', adjourned);
  const { version } = await office.secretary.call('governance.meeting', { meetingId: closed });
  await office.secretary.call('governance.closeMeeting', { meetingId: closed, version });
  meetings.set('closed', closed);
  const cancelled = await plan();
  await office.secretary.call('governance.cancelMeeting', {
    meetingId: cancelled.id,
    version: cancelled.version,
    reason: '改期',
  });
  meetings.set('cancelled', cancelled.id);
});
afterAll(() => cloud?.close());

type Try = (meetingId: string, version: number) => Promise<unknown>;
/** Each move of a meeting, as the people who may make it try it. */
const tries: Readonly<Record<string, Try>> = {
  changeAgenda: async (meetingId, version) => {
    const applicationIds = [(await waitingApplication(cloud, office, 20 + (others += 1))).id];
    return office.secretary.call('governance.addItems', { meetingId, version, applicationIds });
  },
  start: (meetingId, version) => office.secretary.call('governance.startMeeting', { meetingId, version }),
  signIn: async (meetingId) => office.seats[4]?.call('governance.signIn', { meetingId, presence: 'remote' }),
  recordAttendance: (meetingId, version) =>
    office.secretary.call('governance.recordAttendance', { meetingId, version, seat: 'seat-4', presence: 'excused' }),
  close: (meetingId, version) => office.secretary.call('governance.closeMeeting', { meetingId, version }),
  change: (meetingId, version) =>
    office.secretary.call('governance.changeMeeting', { meetingId, version, place: '另一间会议室', reason: '改地点' }),
  refreshSeats: (meetingId, version) => office.secretary.call('governance.refreshSeats', { meetingId, version }),
  sendNotice: (meetingId, version) => office.secretary.call('governance.sendNotice', { meetingId, version, text: '请到会' }),
  leave: async (meetingId) => office.seats[0]?.call('governance.leaveMeeting', { meetingId }),
  adjourn: (meetingId, version) => office.secretary.call('governance.adjournMeeting', { meetingId, version, reason: '午休' }),
  resume: (meetingId, version) => office.secretary.call('governance.resumeMeeting', { meetingId, version }),
  cancel: (meetingId, version) => office.secretary.call('governance.cancelMeeting', { meetingId, version, reason: '改期' }),
};
let others = 0;

const impossible = meetingStates.flatMap((state) =>
  Object.keys(tries)
    .filter((action) => !movesFrom(meetingLifecycle, state).includes(action))
    .map((action) => [state, action] as const),
);

test.each(impossible)('a meeting that is %s cannot %s, and says what it can', async (state, action) => {
  const meetingId = meetings.get(state) ?? '';
  const before = await office.secretary.call('governance.meeting', { meetingId });
  const refused = await refusal(tries[action]?.(meetingId, before.version) ?? Promise.resolve());
  expect(refused).toEqual({ code: 'wrongStatus', fields: { state, possible: movesFrom(meetingLifecycle, state).join(' ') } });
  expect(await office.secretary.call('governance.meeting', { meetingId })).toEqual(before);
});

test.each(['planned', 'adjourned', 'closed'] as const)(
  'no vote is opened, given or decided in a meeting that is %s',
  async (state) => {
    const meetingId = meetings.get(state) ?? '';
    const open = cloud.emulator.database.documents('agendaItems').find((item) => item.meetingId === meetingId);
    const by = { meetingId, itemId: String(open?._id), version: Number(open?.version) };
    const calls = [
      () => office.secretary.call('governance.openItem', by),
      () => office.secretary.call('governance.decideItem', by),
      async () => office.seats[0]?.call('governance.castVote', { meetingId, itemId: by.itemId, choice: 'approve' }),
      () =>
        office.secretary.call('governance.correctVote', {
          meetingId,
          itemId: by.itemId,
          seat: 'seat-1',
          choice: 'against',
          reason: '点错',
        }),
    ];
    for (const call of calls) expect((await refusal(call())).code).toBe('wrongStatus');
  },
);

test('an item that is open is not taken off by hand, and every page offers exactly what is possible', async () => {
  const meetingId = meetings.get('inSession') ?? '';
  const [item] = await itemsOf(office, meetingId);
  const by = { meetingId, itemId: item?.id ?? '', version: item?.version ?? 0 };
  const nothing = { remove: false, pullOut: false, open: false, postpone: false, castVote: false, recordVote: false };
  const none = { ...nothing, correctOwn: false, correctVote: false, decide: false };
  expect(item?.can).toEqual({ ...none, open: true, postpone: true });
  const { version } = await office.secretary.call('governance.openItem', by);
  expect((await refusal(office.secretary.call('governance.removeItem', { ...by, version }))).code).toBe('wrongStatus');
  const seen = await office.seats[0]?.call('governance.meeting', { meetingId });
  expect(seen?.items[0]?.can).toEqual({ ...none, castVote: true });
  expect(seen?.can).toEqual({
    changeAgenda: false,
    change: false,
    refreshSeats: false,
    sendNotice: false,
    confirmNotice: false,
    start: false,
    signIn: true,
    leave: true,
    recordAttendance: false,
    adjourn: false,
    resume: false,
    close: false,
    cancel: false,
    draftMinutes: false,
    minutes: false,
  });
  const officer = await office.officer.call('governance.meeting', { meetingId });
  expect(Object.values({ ...officer.can, ...officer.items[0]?.can })).not.toContain(true);
});
