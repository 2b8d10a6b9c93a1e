import { momentInWords } from '@shared/dates';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { useKept } from '../../cloud/use-kept';
import { useUpload } from '../../cloud/use-upload';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';
import { changedByMeeting, type Meeting } from './facts';

interface Draft {
  readonly text: string;
  readonly papers: readonly { readonly title: string; readonly fileId: string }[];
}

const mostPapers = 5;

const suggested = (meeting: Meeting) =>
  `${meeting.title}定于${momentInWords(meeting.at)}召开，地点：${meeting.place}。请准时参加；不能到会的，请提前请假。`;

/** The notice to every seat: words, and papers uploaded one by one. What was written stays on the phone until it is sent. */
export function NoticeSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const kept = useKept<Draft>(`notice:${meeting.id}`);
  const draft: Draft = kept.value ?? { text: suggested(meeting), papers: [] };
  const [tried, setTried] = useState(false);
  const send = useCommand('governance.sendNotice', changedByMeeting);
  const upload = useUpload((fileId, { name }) => {
    const title = name.replace(/\.[a-z]+$/i, '').slice(0, 60) || `材料${draft.papers.length + 1}`;
    kept.keep({ ...draft, papers: [...draft.papers, { title, fileId }] });
    return Promise.resolve();
  });
  const drop = (fileId: string) => kept.keep({ ...draft, papers: draft.papers.filter((paper) => paper.fileId !== fileId) });
  const missing = tried && !draft.text.trim() ? '请填写通知内容' : undefined;
  const submit = async () => {
    setTried(true);
    if (!draft.text.trim()) return;
    const by = { meetingId: meeting.id, version: meeting.version };
    if (!(await send.run({ ...by, text: draft.text.trim(), papers: [...draft.papers] }))) return;
    kept.drop();
    onClose();
  };
  const told = meeting.seats.filter(({ name }) => name).length;
  return (
    <Sheet
      title={meeting.notices.length > 0 ? '再发一次通知' : '发会议通知'}
      onClose={onClose}
      footer={
        <BottomBar hint={`发给 ${told} 位席位的担任者，请他们确认收到`}>
          <Button id="send-notice" busy={send.busy} disabled={upload.busy} onTap={() => void submit()}>
            发出通知
          </Button>
        </BottomBar>
      }
    >
      <Failure error={send.error} />
      <Field name="text" label="通知内容" help="议题会一并列出，不用再写" error={missing}>
        <TextArea value={draft.text} onChange={(text) => kept.keep({ ...draft, text })} maxLength={1000} />
      </Field>
      <Section title="会议材料">
        {upload.error ? (
          <Notice kind="danger" announce>
            {upload.error}
          </Notice>
        ) : null}
        {draft.papers.length > 0 ? (
          <Rows>
            {draft.papers.map(({ title, fileId }) => (
              <ListRow key={fileId} icon="file" title={title} sub="点一下去掉" onTap={() => drop(fileId)} />
            ))}
          </Rows>
        ) : null}
        {upload.again ? (
          <Button id="paper-again" kind="secondary" small icon="retry" onTap={upload.again}>
            再传一次
          </Button>
        ) : null}
        {draft.papers.length < mostPapers ? (
          <Button id="pick-paper" kind="quiet" small icon="attach" busy={upload.busy} onTap={() => upload.pick('file')}>
            加一份材料（PDF 或图片）
          </Button>
        ) : null}
      </Section>
    </Sheet>
  );
}
