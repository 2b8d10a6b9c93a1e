import type { Output } from '@shared/endpoints';
import { memberKindLabels, standingLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useCall } from '../../cloud/use-call';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { ListRow, Rows } from '../../components/list-row';
import { OfflineNotice } from '../../components/notice';
import { Page } from '../../components/page';
import { Person } from '../../components/person';
import { Skeleton } from '../../components/skeleton';
import { ErrorState } from '../../components/states';
import { StatusTag } from '../../components/status-tag';
import { openPage } from '../../open-page';
import { grantWords } from '../../roles';

type Me = Output<'account.me'>;

/** The units that the person represents. */
const unitsOf = ({ capacities }: Me) =>
  capacities.flatMap(({ key, label }) => (key.startsWith('unit:') ? [{ id: key.slice('unit:'.length), label }] : []));

function Profile({ me }: { me: Me }) {
  const words = me.grants
    .filter(({ role }) => role !== 'member')
    .map(grantWords)
    .join('、');
  const member = me.member
    ? `${memberKindLabels[me.member.kind]} · ${standingLabels[me.member.standing] ?? me.member.standing}`
    : '还不是会员';
  const acting = me.capacities.find(({ key }) => key === me.actingAs);
  return (
    <Card>
      <View className="stack">
        <Person name={me.name ?? '访客'} role={[member, words].filter(Boolean).join('　')} />
        {acting ? <StatusTag kind="info" icon="switch">{`现在的身份：${acting.label}`}</StatusTag> : null}
      </View>
    </Card>
  );
}

/** The person's own things: profile, capacity, messages, certificate, work, settings. */
export default function MePage() {
  const answer = useCall('account.me', {}, { keep: (me) => me });
  const me = answer.data;
  const isStaff = me?.grants.some(({ role }) => role !== 'member') ?? false;
  const mayReadRoles = me?.can.readRoles ?? false;
  const unread = me?.unread ?? 0;
  return (
    <Page title="我的" tab="me" isPrivate busy={answer.loading}>
      <Heading level={1}>我的</Heading>
      <OfflineNotice savedAt={answer.savedAt} />
      {answer.loading ? <Skeleton kind="card" count={1} /> : null}
      {answer.error && !me ? <ErrorState error={answer.error} onRetry={answer.retry} /> : null}
      {me ? <Profile me={me} /> : null}
      {me ? (
        <Rows>
          <ListRow
            id="inbox"
            icon="inbox"
            title="消息"
            onTap={() => openPage(pages.inbox())}
            end={unread > 0 ? <StatusTag kind="info">{`${unread} 条未读`}</StatusTag> : undefined}
          />
          {me.member || unitsOf(me).length > 0 ? (
            <ListRow id="mine" icon="id" title="我的会籍" sub="信息、变更和记录" onTap={() => openPage(pages.myMember())} />
          ) : null}
          {me.member ? (
            <ListRow id="certificate" icon="member" title="会员证书" onTap={() => openPage(pages.certificate())} />
          ) : null}
          {unitsOf(me).map(({ id, label }) => (
            <ListRow key={id} icon="member" title="单位牌匾" sub={label} onTap={() => openPage(pages.certificate(id))} />
          ))}
          {me.member ? (
            <ListRow id="invite" icon="plus" title="邀请入会" sub="做一个邀请码发给朋友" onTap={() => openPage(pages.invite())} />
          ) : null}
          {me.member ? null : (
            <ListRow id="claim" icon="member" title="已是会员？登记找回" onTap={() => openPage(pages.claimRecord())} />
          )}
          <ListRow
            id="unit"
            icon="unit"
            title="为单位申请入会"
            sub="您是单位联系人的，在这里办理"
            onTap={() => openPage(pages.apply('unit'))}
          />
          {me.member ? null : <ListRow id="track" icon="file" title="我的入会申请" onTap={() => openPage(pages.track())} />}
        </Rows>
      ) : null}
      {isStaff ? (
        <Rows>
          <ListRow
            id="workbench"
            icon="work"
            title="工作台"
            sub="等您审查、复审、表决的"
            onTap={() => openPage(pages.workbench())}
          />
          {mayReadRoles ? (
            <ListRow id="roles" icon="accounts" title="账号与角色" onTap={() => openPage('account/pages/roles/index')} />
          ) : null}
          {me?.can.readRules ? (
            <ListRow
              id="rules"
              icon="file"
              title="规则中心"
              sub="期限、票数、常用语和依据"
              onTap={() => openPage(pages.rules())}
            />
          ) : null}
          <ListRow
            id="delegation"
            icon="switch"
            title="代班"
            sub="外出时请同事代您办事"
            onTap={() => openPage(pages.delegation())}
          />
        </Rows>
      ) : null}
      <Rows>
        <ListRow
          id="settings"
          icon="text"
          title="关怀模式与设置"
          sub="字号、深色、我的身份码"
          onTap={() => openPage('account/pages/settings/index')}
        />
        <ListRow
          id="privacy-centre"
          icon="shield"
          title="隐私与数据"
          sub="同意、查看记录、复制和注销"
          onTap={() => openPage(pages.privacy())}
        />
        {process.env.TARO_ENV === 'weapp' ? (
          <ListRow id="privacy" icon="shield" title="隐私保护指引" onTap={() => void Taro.openPrivacyContract({})} />
        ) : null}
      </Rows>
    </Page>
  );
}
