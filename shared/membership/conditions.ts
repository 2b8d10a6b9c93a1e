/**
 * What a review judges besides the three criteria, by the category of the applicant: code of each condition, in the order of
 * the checklist. Individuals have no category and no more than the criteria.
 */
const conditionsByCategory: Readonly<Record<string, readonly string[]>> = {
  government: ['lawfulBody', 'internalDecision', 'purposeFits'],
  institution: ['registrationValid', 'internalDecision', 'purposeFits'],
  enterprise: ['registrationValid', 'lawfulBusiness', 'charityRecord'],
  socialOrganisation: ['registrationValid', 'purposeFits', 'soundGovernance'],
};

/** The conditions of a category; none for an individual. */
export const conditionsOf = (category: string | undefined): readonly string[] =>
  (category !== undefined && conditionsByCategory[category]) || [];
