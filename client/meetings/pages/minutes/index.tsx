import { momentInWords } from '@shared/dates';
import type { MinutesView } from '@shared/governance/endpoints';
import { minutesStateLabels } from '@shared/governance/labels';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall, useRefresh } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { useKept } from '../../../cloud/use-kept';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Heading } from '../../../components/heading';
import { MinutesText } from '../../../components/minutes-text';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { changedByMinutes, MinutesActions } from '../../minutes/actions';
import { MinutesEditor, type Typed } from '../../minutes/editor';
import { Receipts } from '../../minutes/receipts';
import { PublishSheet, ReturnMinutesSheet } from '../../minutes/sheets';

/** What was typed and differs from what is saved. */
const unsavedOf = (minutes: MinutesView, typed: Typed) =>
  minutes.sections.flatMap(({ key, text }) => {
    const written = typed[key];
    return written === undefined || written.trim() === text ? [] : [{ key, text: written.trim() }];
  });

/** Saves what was typed; a version that moved on is read anew, and what was typed stays. */
function useSaving(minutes: MinutesView) {
  const kept = useKept<Typed>(`minutes:${minutes.meetingId}`);
  const typed = kept.value ?? {};
  const texts = unsavedOf(minutes, typed);
  const save = useCommand('governance.saveMinutes', changedByMinutes);
  const refresh = useRefresh();
  const run = async () => {
    if (await save.run({ meetingId: minutes.meetingId, version: minutes.version, texts })) kept.drop();
    else refresh('governance.minutes');
  };
  return {
    typed,
    keep: kept.keep,
    unsaved: texts.length > 0,
    save: { run: () => void run(), busy: save.busy, error: save.error },
  };
}

function MinutesScreen({ minutes, savedAt }: { minutes: MinutesView; savedAt: Date | undefined }) {
  const [asked, setAsked] = useState<'return' | 'publish'>();
  const close = useCallback(() => setAsked(undefined), []);
  const { typed, keep, unsaved, save } = useSaving(minutes);
  const actions = (
    <MinutesActions
      minutes={minutes}
      unsaved={unsaved}
      save={save}
      onReturn={() => setAsked('return')}
      onPublish={() => setAsked('publish')}
    />
  );
  return (
    <Page title="会议纪要" isPrivate footer={actions}>
      <OfflineNotice savedAt={savedAt} />
      <View className="stack-s">
        <StatusTag kind={minutes.state === 'published' ? 'ok' : 'line'}>{minutesStateLabels[minutes.state]}</StatusTag>
        <Heading level={1}>{minutes.title}</Heading>
        <View className="sub">{`${momentInWords(minutes.at)}　${minutes.place}`}</View>
        {minutes.publishedAt ? <View className="sub">{`${momentInWords(minutes.publishedAt)}发布`}</View> : null}
      </View>
      {minutes.state === 'draft' && minutes.returnReason ? (
        <Notice kind="warn">{`核对人退回：${minutes.returnReason}`}</Notice>
      ) : null}
      {minutes.can.save && minutes.state === 'draft' ? (
        <MinutesEditor minutes={minutes} typed={typed} onChange={keep} />
      ) : (
        <MinutesText sections={minutes.sections} />
      )}
      <Receipts minutes={minutes} />
      {asked === 'return' ? <ReturnMinutesSheet minutes={minutes} onClose={close} /> : null}
      {asked === 'publish' ? <PublishSheet minutes={minutes} onClose={close} /> : null}
    </Page>
  );
}

/** Minutes that nobody has begun: made from the record of the meeting. */
function Begin({ meetingId, mayDraft }: { meetingId: string; mayDraft: boolean }) {
  const draft = useCommand('governance.draftMinutes', changedByMinutes);
  const footer = mayDraft ? (
    <BottomBar hint={draft.error ? <Failure error={draft.error} /> : '按会议记录自动写好出席、表决和决议，您再补充'}>
      <Button id="draft-minutes" busy={draft.busy} onTap={() => void draft.run({ meetingId })}>
        起草纪要
      </Button>
    </BottomBar>
  ) : undefined;
  return (
    <Page title="会议纪要" isPrivate footer={footer}>
      <EmptyState title="还没有纪要" why="散会后，由会议秘书起草。" />
    </Page>
  );
}

export default function MinutesPage() {
  const meetingId = useRouter().params.id ?? '';
  const { data, error, loading, savedAt, retry } = useCall('governance.minutes', { meetingId });
  if (data) return <MinutesScreen minutes={data} savedAt={savedAt} />;
  if (error?.code === 'notFound') {
    return <Begin meetingId={meetingId} mayDraft={error.fields.possible === 'draftMinutes'} />;
  }
  return (
    <Page title="会议纪要" isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton kind="card" count={5} />}
    </Page>
  );
}
