/** Standings of a member as words. */
const WORDS: Readonly<Record<string, string>> = {
  active: '在籍',
  warned: '预警',
  suspended: '暂停',
  resigned: '退会',
  deemedResigned: '视为退会',
  expelled: '除名',
  transferred: '转出',
  deceased: '亡故',
};

/** The word for a standing; a newer server's unknown one is shown as it came. */
export function standingWord(standing: string): string {
  return WORDS[standing] ?? standing;
}

export const memberKindWord = { individual: '个人会员', unit: '单位会员' } as const;
