/** What people register for, as the context that offers it names it. */
export const offeringKinds = ['event'] as const;
export type OfferingKind = (typeof offeringKinds)[number];

export const audiences = ['members', 'everyone'] as const;
export type Audience = (typeof audiences)[number];

/** Seats set aside by city or by category; whoever belongs to none of them cannot register. */
export interface Quotas {
  readonly by: 'city' | 'category';
  readonly seats: Readonly<Record<string, number>>;
}

/** The conditions of a registration. Times are instants; the window is half-open [opensAt, closesAt). */
export interface Terms {
  readonly capacity: number;
  readonly quotas?: Quotas;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Until when a person may cancel by themselves. */
  readonly cancelUntil: Date;
  /** When it begins: from then on no freed seat is offered. */
  readonly startsAt: Date;
  /** Members in good standing, or everybody who is known by their WeChat account. */
  readonly audience: Audience;
  /** Cities and categories that may register; empty: all. */
  readonly cities: readonly string[];
  readonly categories: readonly string[];
  /** Whether a line is kept once the seats are taken. */
  readonly waitingList: boolean;
}

/** What the conditions look at: where a member belongs. */
export interface Registrant {
  readonly city: string;
  /** `individual`, the category of the unit, or `guest`. */
  readonly category: string;
}

/** Somebody who is no member, where everybody may register. */
export const guest: Registrant = { city: '', category: 'guest' };

/** Why somebody cannot register now, as a code; undefined when they can. */
export function refusalOf(terms: Terms, registrant: Registrant, now: Date): 'notOpenYet' | 'closed' | 'notInvited' | undefined {
  if (now < terms.opensAt) return 'notOpenYet';
  if (now >= terms.closesAt) return 'closed';
  const within = (allowed: readonly string[], one: string) => allowed.length === 0 || allowed.includes(one);
  if (!within(terms.cities, registrant.city) || !within(terms.categories, registrant.category)) return 'notInvited';
  return quotaOf(terms, registrant) === undefined ? 'notInvited' : undefined;
}

/** The quota a person counts for: '' where there are none, undefined where there are and none is theirs. */
export function quotaOf({ quotas }: Pick<Terms, 'quotas'>, registrant: Registrant): string | undefined {
  if (!quotas) return '';
  const key = registrant[quotas.by];
  return Object.hasOwn(quotas.seats, key) ? key : undefined;
}
