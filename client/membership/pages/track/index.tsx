import { dateForDocuments, dayInWords } from '@shared/dates';
import { organisation } from '@shared/organisation';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Person } from '../../../components/person';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { Timeline } from '../../../components/timeline';
import { openPage, replacePage } from '../../../open-page';
import { useKind } from '../../addresses';
import { NoteList } from '../../components/notes';
import { ReferenceBar } from '../../components/reference-bar';
import '../../components/membership.css';
import { type Application, useMyStanding } from '../../my-application';
import { messageTexts, useMessages } from '../../use-messages';
import { stepsInWords, trackWords } from '../../words';
import { AppealSheet } from './appeal-sheet';
import { DisclosuresSheet, disclosuresTitle } from './disclosures-sheet';
import { SubmittedSheet } from './submitted-sheet';
import { WithdrawSheet } from './withdraw-sheet';

type Open = 'appeal' | 'withdraw' | 'answers' | 'disclosures' | undefined;

function Officer({ application }: { application: Application }) {
  const { officer } = application;
  return (
    <Section title="谁在办理">
      <Card>
        <Person
          name={officer?.name ?? organisation.office}
          role={`${organisation.office}${officer ? ' 联络员' : ''}，${organisation.officeHours}`}
        />
      </Card>
    </Section>
  );
}

/** What can be done after a rejection, and what came of an appeal. */
function AfterRejection({ application: { state, rejection, appeal } }: { application: Application }) {
  const from = rejection?.reapplyFrom;
  if (state === 'rejected' && (from || appeal?.answer)) {
    return (
      <Notice kind="info">
        {[appeal?.answer ? `申诉不成立：${appeal.answer}` : '', from ? `${dateForDocuments(from)}起可以重新申请。` : '']
          .filter(Boolean)
          .join(' ')}
      </Notice>
    );
  }
  if (state !== 'appealed' && appeal?.outcome === 'upheld' && appeal.answer) {
    return <Notice kind="ok">{`申诉成立：${appeal.answer}`}</Notice>;
  }
  return null;
}

function Content({ application, open }: { application: Application; open: (sheet: Open) => void }) {
  const { tag, kind, headline, detail } = trackWords(application);
  const runs = !['draft', 'withdrawn', 'rejected', 'admitted'].includes(application.state);
  return (
    <>
      <View className="stack-s">
        <StatusTag kind={kind}>{tag}</StatusTag>
        <Heading level={1}>{headline}</Heading>
        <View className="sub">{detail}</View>
      </View>
      {application.state === 'returned' ? (
        <Section title="要补正的地方" count={Object.keys(application.notes).length}>
          <NoteList application={application} />
        </Section>
      ) : null}
      <AfterRejection application={application} />
      <Card pad={false}>
        <ReferenceBar reference={application.reference} />
        <View className="card-pad">
          <Timeline steps={stepsInWords(application)} />
        </View>
      </Card>
      {runs ? <Officer application={application} /> : null}
      <Rows>
        {application.submittedAt ? (
          <ListRow id="answers" icon="file" title="查看我提交的内容" onTap={() => open('answers')} />
        ) : null}
        {application.submittedAt ? (
          <ListRow id="disclosures" icon="shield" title={disclosuresTitle(application.kind)} onTap={() => open('disclosures')} />
        ) : null}
        {application.can.appeal ? (
          <ListRow
            id="appeal"
            icon="chat"
            title="对结果有异议，提出申诉"
            sub={application.rejection?.appealUntil ? `${dayInWords(application.rejection.appealUntil)}前可以申诉一次` : ''}
            onTap={() => open('appeal')}
          />
        ) : null}
        {application.can.withdraw ? (
          <ListRow id="withdraw" icon="undo" title="撤回申请" sub="会议决定之前可以撤回" onTap={() => open('withdraw')} />
        ) : null}
      </Rows>
    </>
  );
}

/** The one thing to do in each state. */
function Actions({ application, messages }: { application: Application; messages: ReturnType<typeof useMessages> }) {
  const { state } = application;
  const isUnit = application.kind === 'unit';
  const go = { returned: '去修改', draft: '继续填写', withdrawn: '重新申请', rejected: '重新申请' } as const;
  if (state === 'admitted') {
    return (
      <BottomBar>
        <Button
          id="certificate"
          onTap={() => openPage(pages.certificate(isUnit ? (application.memberId ?? undefined) : undefined))}
        >
          {isUnit ? '查看单位牌匾' : '查看会员证书'}
        </Button>
      </BottomBar>
    );
  }
  const from = application.rejection?.reapplyFrom;
  if (from) return null;
  const action = state in go ? go[state as keyof typeof go] : undefined;
  if (action) {
    return (
      <BottomBar>
        <Button id="apply" onTap={() => openPage(pages.apply(application.kind))}>
          {action}
        </Button>
      </BottomBar>
    );
  }
  if (messages.answer) return null;
  return (
    <BottomBar>
      <Button id="notify" icon="bell" busy={messages.busy} onTap={messages.ask}>
        有结果时通知我
      </Button>
    </BottomBar>
  );
}

/** Where the application stands, who deals with it, and what can be done. */
export default function TrackPage() {
  const kind = useKind();
  const mine = useMyStanding(kind);
  const messages = useMessages();
  const [sheet, setSheet] = useState<Open>();
  const close = useCallback(() => setSheet(undefined), []);
  const application = mine.data;
  return (
    <Page
      title="申请进度"
      isPrivate
      busy={mine.loading}
      footer={application ? <Actions application={application} messages={messages} /> : undefined}
    >
      <OfflineNotice savedAt={mine.savedAt} />
      {messages.answer ? (
        <Notice kind={messages.answer === 'accepted' ? 'ok' : 'info'} announce>
          {messageTexts[messages.answer]}
        </Notice>
      ) : null}
      {mine.loading ? <Skeleton kind="card" count={5} /> : null}
      {mine.error && !application ? <ErrorState error={mine.error} onRetry={mine.retry} comfort="您的申请不受影响。" /> : null}
      {application === null ? (
        <EmptyState
          title="还没有申请"
          why="填好申请并提交后，这里显示办到哪一步"
          action={{ text: '去申请', onTap: () => replacePage(pages.apply(kind)) }}
        />
      ) : null}
      {application ? <Content application={application} open={setSheet} /> : null}
      {application && sheet === 'withdraw' ? <WithdrawSheet application={application} onClose={close} /> : null}
      {application && sheet === 'appeal' ? <AppealSheet application={application} onClose={close} /> : null}
      {application && sheet === 'disclosures' ? <DisclosuresSheet application={application} onClose={close} /> : null}
      {sheet === 'answers' ? <SubmittedSheet kind={kind} onClose={close} /> : null}
    </Page>
  );
}
