import { applicationStateLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag, Tags } from '../../../components/status-tag';
import { openPage } from '../../../open-page';
import { isChild } from '../../assisted-facts';
import { GuardianSection } from '../../components/guardian-section';
import { ReasonSheet } from '../../components/reason-sheet';
import { type Assisted, SignedPaper } from '../../components/signed-paper';

function Head({ application }: { application: Assisted }) {
  const { form, reference, state, assisted } = application;
  return (
    <Card>
      <View className="sec">
        <Tags>
          <StatusTag kind={state === 'returned' ? 'warn' : 'info'}>{applicationStateLabels[state]}</StatusTag>
          <StatusTag>代办</StatusTag>
        </Tags>
        <Heading level={1}>{form.unit?.name || form.identity?.name || '（还没有填名称）'}</Heading>
        <KeyValue
          facts={[
            ['申请编号', reference],
            ['代办的原因', assisted?.reason],
          ]}
        />
      </View>
    </Card>
  );
}

function Withdraw({ application, onClose }: { application: Assisted; onClose: () => void }) {
  const withdraw = useCommand('membership.withdrawApplication', ['membership.application', 'membership.assistedApplications']);
  const { id: applicationId, version } = application;
  return (
    <ReasonSheet
      title="代为撤回"
      action="撤回申请"
      label="撤回的原因"
      consequence="撤回后这次申请不再办理"
      maxLength={200}
      onClose={onClose}
      busy={withdraw.busy}
      failure={withdraw.error?.message}
      onConfirm={(reason) => void withdraw.run({ applicationId, version, reason }).then((done) => done && onClose())}
    />
  );
}

function AssistedScreen({ application }: { application: Assisted }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const close = useCallback(() => setWithdrawing(false), []);
  const { id, kind, can, progress, assisted } = application;
  const finished = Object.values(progress).filter((state) => state === 'done').length;
  const of = Object.keys(progress).length;
  const child = isChild(application);
  const complete = finished === of && assisted?.papers.application !== undefined;
  return (
    <Page
      title="代办申请"
      isPrivate
      footer={
        can.save || can.withdraw ? (
          <BottomBar hint={can.save ? '填好表、传好签字的纸件，再核对提交' : '进展请转告申请人'}>
            {can.withdraw ? (
              <Button id="open-withdraw" kind="secondary" onTap={() => setWithdrawing(true)}>
                代为撤回
              </Button>
            ) : null}
            {can.save ? (
              <Button
                id="fill-in"
                onTap={() => openPage(complete ? pages.checkAssisted(id, kind) : pages.fillInAssisted(id, kind))}
              >
                {complete ? '核对并提交' : '填写申请表'}
              </Button>
            ) : null}
          </BottomBar>
        ) : undefined
      }
    >
      <Head application={application} />
      {can.save ? (
        <>
          <Section title="申请表">
            <Rows>
              <ListRow
                id="form"
                icon="edit"
                title="与网上申请相同的表"
                sub={`已完成 ${finished} 项，共 ${of} 项`}
                onTap={() => openPage(pages.fillInAssisted(id, kind))}
              />
            </Rows>
          </Section>
          <SignedPaper application={application} paper="application" />
          {child ? <GuardianSection application={application} /> : null}
          {child ? <SignedPaper application={application} paper="guardian" /> : null}
        </>
      ) : (
        <Notice>申请已经交上去，由别的工作人员审查。您可以在这里看进度。</Notice>
      )}
      {withdrawing ? <Withdraw application={application} onClose={close} /> : null}
    </Page>
  );
}

/** One application that the officer entered: the form, the guardian, the papers, and handing it in. */
export default function AssistedPage() {
  const { id } = useRouter().params;
  const { data, error, loading, retry } = useCall('membership.application', { applicationId: id ?? '' });
  if (data) return <AssistedScreen application={data} />;
  return (
    <Page title="代办申请" isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} comfort="填过的内容都在。" /> : <Skeleton kind="card" count={4} />}
    </Page>
  );
}
