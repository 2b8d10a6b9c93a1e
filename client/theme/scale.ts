/** Steps of text size, as multiples of the standard. */
export const SCALES = [1, 1.2, 1.4, 1.6] as const;
export type Scale = (typeof SCALES)[number];

/** The step for any factor that WeChat names, rounding up: text asked to be bigger never comes out smaller. */
export function nearestScale(factor: number): Scale {
  return SCALES.find((scale) => factor <= scale + 0.05) ?? 1.6;
}
