import { type Role, roles } from '@shared/access/roles';
import { cities } from '@shared/cities';
import type { Output } from '@shared/endpoints';
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
import { open } from '../../navigation';
import { memberKindWord, standingWord } from '../../standing';

type Me = Output<'account.me'>;

function isRole(role: string): role is Role {
  return role in roles;
}

/** Roles as words: 联络员, 市级慈善总会工作人员（苏州市）. */
function roleWords(grants: Me['grants']): string {
  return grants
    .map(({ role, city }) => {
      const label = isRole(role) ? roles[role].label : role;
      const place = city ? (cities as Readonly<Record<string, string>>)[city] : undefined;
      return place ? `${label}（${place}）` : label;
    })
    .join('、');
}

function Profile({ me }: { me: Me }) {
  const words = roleWords(me.grants.filter(({ role }) => role !== 'member'));
  const member = me.member ? `${memberKindWord[me.member.kind]} · ${standingWord(me.member.standing)}` : '还不是会员';
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
  const mayAssign = me?.grants.some(({ role }) => role === 'administrator' || role === 'auditor') ?? false;
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
            onTap={() => open('account', 'inbox')}
            end={unread > 0 ? <StatusTag kind="info">{`${unread} 条未读`}</StatusTag> : undefined}
          />
          {me.member ? (
            <ListRow id="certificate" icon="member" title="会员证书" onTap={() => open('membership', 'certificate')} />
          ) : null}
          {me.member ? null : <ListRow id="track" icon="file" title="我的入会申请" onTap={() => open('membership', 'track')} />}
        </Rows>
      ) : null}
      {isStaff ? (
        <Rows>
          <ListRow
            id="workbench"
            icon="work"
            title="工作台"
            sub="等您审查、复审、表决的"
            onTap={() => open('staff', 'workbench')}
          />
          {mayAssign ? <ListRow id="roles" icon="accounts" title="账号与角色" onTap={() => open('account', 'roles')} /> : null}
        </Rows>
      ) : null}
      <Rows>
        <ListRow
          id="settings"
          icon="text"
          title="关怀模式与设置"
          sub="字号、深色、身份切换"
          onTap={() => open('account', 'settings')}
        />
        {process.env.TARO_ENV === 'weapp' ? (
          <ListRow id="privacy" icon="shield" title="隐私保护指引" onTap={() => void Taro.openPrivacyContract({})} />
        ) : null}
      </Rows>
    </Page>
  );
}
