import { messageTemplates } from '@shared/account/message-templates';
import Taro from '@tarojs/taro';

/**
 * Asks by WeChat's dialog whether one message about the application's progress may be sent; true when accepted. Must be
 * called straight from a tap.
 */
export async function askForMessages(): Promise<boolean> {
  const { id } = messageTemplates.applicationProgress;
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [id], entityIds: [] });
    return id in answer && (answer as { readonly [template: string]: unknown })[id] === 'accept';
  } catch {
    // Switched off for all messages, or an old WeChat: the same as a refusal.
    return false;
  }
}
