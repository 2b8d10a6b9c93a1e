import Taro from '@tarojs/taro';

/** Writes a text to a file of the mini-program and lets the person send it to a chat of theirs, where it can be kept. */
export async function saveText(name: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
  await Taro.shareFileMessage({ filePath, fileName: name });
}
