/** 走访, 座谈会, 联谊会, 考察, 调研, 经验交流会, 展示交流会, 慈善活动 (苏慈发〔2024〕5号, 六). */
export const eventKinds = [
  'visit',
  'symposium',
  'fellowship',
  'studyTour',
  'research',
  'experience',
  'exhibition',
  'charity',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStates = ['draft', 'published', 'cancelled', 'closed'] as const;
export type EventState = (typeof eventStates)[number];
