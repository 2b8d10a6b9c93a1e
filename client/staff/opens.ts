import { openFile } from '../cloud/open-file';

/** What makes a row open the file that it rests on; nothing where there is none. */
export const opens = (url: string | null | undefined): { onTap?: () => void } =>
  !url ? {} : { onTap: () => void openFile(url).catch(() => undefined) };
