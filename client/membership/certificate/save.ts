/** `refused`: no permission for the album; `failed`: it did not work; `cancelled`: the person thought better of it. */
export type SaveResult = 'saved' | 'refused' | 'failed' | 'cancelled';

export type Save = () => Promise<SaveResult>;

/** What is said afterwards; every refusal names another way. */
export const saveTexts: Readonly<Record<Exclude<SaveResult, 'cancelled'>, string>> = {
  saved: '证书图片已保存，可以发给别人或打印。',
  refused: '没有保存到相册的权限。图片已经打开，长按可以保存或转发；也可以在右上角“设置”里打开权限。',
  failed: '没能保存。图片打开后长按可以保存或转发，也可以截屏。',
};
