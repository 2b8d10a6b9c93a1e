import { useState } from 'react';
import { useCommand } from '../cloud/use-command';
import { askForMessages } from './ask-for-messages';

export type MessageAnswer = 'accepted' | 'refused' | 'failed';

export const messageTexts: Readonly<Record<MessageAnswer, string>> = {
  accepted: '好的，有进展时微信会通知您一次。进度也随时能在这里看到。',
  refused: '没有打开通知也不要紧，进展都会放在“我的”里的消息中。',
  failed: '没能记下来，请稍后再试。进展也会放在“我的”里的消息中。',
};

/** The offer to send a message when there is news: asked from a tap, noted on the server when accepted. */
export function useMessages() {
  const [answer, setAnswer] = useState<MessageAnswer>();
  const record = useCommand('account.recordAcceptance');
  const ask = async () => {
    if (!(await askForMessages())) return setAnswer('refused');
    setAnswer((await record.run({ templates: ['applicationProgress'] })) ? 'accepted' : 'failed');
  };
  return { answer, busy: record.busy, ask: () => void ask() };
}
