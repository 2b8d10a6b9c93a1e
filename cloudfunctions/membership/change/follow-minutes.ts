import { membership } from '../../../shared/membership/endpoints';
import { system } from '../../platform/actor';
import { idOf } from '../../platform/canonical';
import { execute } from '../../platform/command';
import type { Reaction, Stored, Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { applications, type PublishedMinutes } from '../applications';
import { measures } from '../measures';

/** Notes at what was decided that the minutes of the meeting are out: the member's timeline tells it. */
export const followMinutes = useCase(membership.followMinutes, {
  journal: ({ record, id }) => ({ aggregate: `${record}s:${id}`, action: `${record}.followMinutes` }),
  async run({ input: { record, id, meetingId: meeting, meetingTitle: title, publishedAt }, tx }) {
    const published = { meeting, title, at: new Date(publishedAt) };
    return { followed: await (record === 'measure' ? followAtMeasure : followAtApplication)(tx, id, published) };
  },
});

async function followAtMeasure(tx: Transaction, id: string, published: PublishedMinutes): Promise<boolean> {
  const measure = await tx.get(measures, id);
  if (!measure || isKnown(measure, published)) return false;
  await tx.replace(measures, { ...measure, minutes: [...(measure.minutes ?? []), published] }, { expecting: measure.version });
  return true;
}

/** Only of somebody who was admitted there is a timeline of a member. */
async function followAtApplication(tx: Transaction, id: string, published: PublishedMinutes): Promise<boolean> {
  const found = await tx.get(applications, id);
  if (found?.state !== 'admitted' || isKnown(found, published)) return false;
  await tx.replace(applications, { ...found, minutes: [...(found.minutes ?? []), published] }, { expecting: found.version });
  return true;
}

const isKnown = ({ minutes = [] }: Stored & { readonly minutes?: readonly PublishedMinutes[] }, { meeting }: PublishedMinutes) =>
  minutes.some((known) => known.meeting === meeting);

const ids = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

/** Follows published minutes to each application and measure that they are about; one that failed is made up for later. */
export const followPublished: Reaction = {
  name: 'followMinutes',
  transacts: true,
  async deliver({ event, row, index, at }) {
    const minutes = { meetingId: String(event.meeting), meetingTitle: String(event.meetingTitle), publishedAt: at.toISOString() };
    const about = [
      ...ids(event.applications).map((id) => ({ record: 'application' as const, id })),
      ...ids(event.measures).map((id) => ({ record: 'measure' as const, id })),
    ];
    for (const one of about)
      await execute({
        useCase: followMinutes,
        input: { ...one, ...minutes },
        person: system,
        requestId: idOf('reaction', row, String(index), 'followMinutes', one.id),
      });
    return undefined;
  },
};
