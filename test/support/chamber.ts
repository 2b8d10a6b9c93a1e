import type { Output } from '../../shared/endpoints';
import type { Body } from '../../shared/governance/lifecycle';
import type { Choice } from '../../shared/governance/voting';
import type { TestCloud } from './cloud';
import { type Office, waitingApplication } from './office';

type Item = Output<'governance.meeting'>['items'][number];

/** One meeting as its secretary runs it: every step reads the versions it needs. */
export interface Chamber {
  readonly id: string;
  view(): Promise<Output<'governance.meeting'>>;
  item(at: number): Promise<Item>;
  add(applicationIds: readonly string[], more?: { together?: boolean; measureIds?: string[] }): Promise<void>;
  addMatter(title: string): Promise<void>;
  start(present: readonly number[]): Promise<void>;
  open(at: number): Promise<void>;
  cast(at: number, seat: number, choice: Choice): Promise<void>;
  correct(at: number, seat: number, choice: Choice): Promise<void>;
  pullOut(at: number, applicationId: string): Promise<void>;
  decide(at: number): Promise<Output<'governance.decideItem'>>;
  /** Opens an item, has every present seat approve and decides it. */
  pass(at: number): Promise<Output<'governance.decideItem'>>;
  /** A move of the meeting that takes nothing but its version. */
  move(endpoint: 'governance.refreshSeats' | 'governance.resumeMeeting' | 'governance.closeMeeting'): Promise<void>;
  adjourn(): Promise<void>;
  leave(seat: number): Promise<void>;
}

/** Applications that wait for a meeting, handed in one after the other. */
export async function waitingApplications(cloud: TestCloud, office: Office, first: number, count: number) {
  const waiting = [];
  for (let number = first; number < first + count; number += 1) waiting.push(await waitingApplication(cloud, office, number));
  return waiting;
}

/** Plans a meeting for tomorrow. Seats are counted from 0. */
export async function planned(cloud: TestCloud, office: Office, body: Body = 'presidentsOffice'): Promise<Chamber> {
  const { secretary, seats } = office;
  const at = new Date(cloud.emulator.clock.now() + 86_400_000).toISOString();
  const { id: meetingId } = await secretary.call('governance.planMeeting', { body, at, place: '总会会议室' });
  const view = () => secretary.call('governance.meeting', { meetingId });
  const by = async () => ({ meetingId, version: (await view()).version });
  const item = async (place: number) => {
    const found = (await view()).items.find(({ order }) => order === place);
    if (!found) throw new Error(`no item ${place}`);
    return found;
  };
  const byItem = async (place: number) => {
    const { id: itemId, version } = await item(place);
    return { meetingId, itemId, version };
  };
  const seatOf = (index: number) => seats[index] as (typeof seats)[number];
  const chamber: Chamber = {
    id: meetingId,
    view,
    item,
    async add(applicationIds, more = {}) {
      await secretary.call('governance.addItems', { ...(await by()), applicationIds: [...applicationIds], ...more });
    },
    async addMatter(title) {
      await secretary.call('governance.addMatter', { ...(await by()), title, text: `审议${title}` });
    },
    async start(present) {
      await secretary.call('governance.startMeeting', await by());
      for (const index of present) await seatOf(index).call('governance.signIn', { meetingId, presence: 'onSite' });
    },
    async open(place) {
      await secretary.call('governance.openItem', await byItem(place));
    },
    async cast(place, index, choice) {
      const { itemId } = await byItem(place);
      await seatOf(index).call('governance.castVote', { meetingId, itemId, choice });
    },
    async correct(place, index, choice) {
      const { itemId } = await byItem(place);
      const input = { meetingId, itemId, seat: `seat-${index + 1}`, choice, reason: '点错了' };
      await seatOf(index).call('governance.correctVote', input);
    },
    async pullOut(place, applicationId) {
      await secretary.call('governance.pullOutItem', { ...(await byItem(place)), applicationId });
    },
    decide: async (place) => secretary.call('governance.decideItem', await byItem(place)),
    async pass(place) {
      await chamber.open(place);
      const { seats: shown } = await view();
      for (const [index, { presence }] of shown.entries())
        if (presence === 'onSite' || presence === 'remote') await chamber.cast(place, index, 'approve');
      return chamber.decide(place);
    },
    async move(endpoint) {
      await secretary.call(endpoint, await by());
    },
    async adjourn() {
      await secretary.call('governance.adjournMeeting', { ...(await by()), reason: '午休' });
    },
    async leave(index) {
      await seatOf(index).call('governance.leaveMeeting', { meetingId });
    },
  };
  return chamber;
}
