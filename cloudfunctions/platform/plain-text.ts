/** Full-width letters and digits as plain ones, nothing around or between, one case. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** A name as it is compared: the middle dot of a name of two parts and the round zero are typed in several ways. */
export const plainName = (name: string): string =>
  plain(name)
    .replace(/[·•・‧∙⋅.]/g, '·')
    .replace(/[○◯⚪]/g, '〇');
