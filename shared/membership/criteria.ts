/** 有意愿、有能力、有影响 (苏慈发〔2024〕5号, 三): what a review judges. */
export const criteria = ['willing', 'able', 'influential'] as const;
export const judgements = ['met', 'doubtful', 'notMet'] as const;
