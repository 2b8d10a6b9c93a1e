import type { Actor } from '../../platform/types';
import type { Application } from '../applications';

type Problems = Readonly<Record<string, string>>;

/**
 * What stands against handing in an application that an officer entered, from what stands against its form online: too young
 * for that is no hindrance here but asks for a guardian and their consent, and what was agreed to is on paper.
 */
export function assistedProblems(actor: Actor, { kind, assistance, form }: Application, problems: Problems): Problems {
  const isChild = Object.values(problems).includes('age.assistedOnly');
  const left = Object.entries(problems).filter(([, code]) => code !== 'age.assistedOnly');
  const papers = assistance?.papers ?? {};
  const cities = actor.reach('application.assist');
  const place = kind === 'unit' ? 'address' : 'contact';
  const city = form[place]?.city;
  return {
    ...Object.fromEntries(left),
    ...(city && cities !== 'all' && !cities.includes(city) && { [`${place}.city`]: 'city.outOfReach' }),
    ...(!papers.application && { 'papers.application': 'paper.missing' }),
    ...(isChild && !assistance?.guardian && { 'guardian.name': 'required' }),
    ...(isChild && !papers.guardian && { 'papers.guardian': 'paper.missing' }),
    ...(!isChild && left.length === 0 && assistance?.guardian && { 'guardian.name': 'guardian.notNeeded' }),
  };
}
