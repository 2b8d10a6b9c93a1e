/** What a list of members can be filtered by; each part may be left open. */
export interface Facet {
  readonly city?: string | undefined;
  readonly kind?: string | undefined;
  readonly standing?: string | undefined;
  readonly category?: string | undefined;
}

const parts = ['city', 'kind', 'standing', 'category'] as const;

/** The filter as the one value that an index is asked for; `*` stands for any. */
export const facetOf = (facet: Facet): string => parts.map((part) => facet[part] ?? '*').join('|');

/** Every filter that a member answers to: sixteen values in one index, so that any combination is one equality. */
export function facetsOf(member: Facet): readonly string[] {
  const chosen = parts.reduce<readonly Facet[]>(
    (facets, part) => facets.flatMap((facet) => [facet, { ...facet, [part]: member[part] }]),
    [{}],
  );
  return [...new Set(chosen.map(facetOf))];
}
