import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { invitationStateLabels } from '@shared/membership/claim-labels';
import { organisation } from '@shared/organisation';
import { View } from '@tarojs/components';
import Taro, { useShareAppMessage } from '@tarojs/taro';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Failure } from '../../../components/failure';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';

type Invitation = Output<'membership.myInvitations'>['rows'][number];

/** `7K3M 9QXA`: easier to read out. */
const spaced = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;
const usedInWords = ({ used, uses }: Invitation) => `已有 ${used} 人使用，最多 ${uses} 人`;

/** The code that can be used now, large, with the ways to pass it on. */
function Live({ invitation }: { invitation: Invitation }) {
  const end = useCommand('membership.endInvitation', ['membership.myInvitations']);
  const ask = async () => {
    const content = '停用后，没有用过这个码的人不能再用它。';
    const { confirm } = await Taro.showModal({ title: '停用邀请码', content, confirmText: '停用' });
    if (confirm) await end.run({ code: invitation.code });
  };
  const copy = () => void Taro.setClipboardData({ data: `申请加入${organisation.name}，推荐人一栏填邀请码：${invitation.code}` });
  return (
    <Card>
      <View className="stack">
        <View className="sub">邀请码</View>
        <View className="h1 num" id="code">
          {spaced(invitation.code)}
        </View>
        <View className="sub">{`${dateForDocuments(invitation.expiresAt)} 前有效。${usedInWords(invitation)}。`}</View>
        <Button id="copy" kind="secondary" icon="copy" onTap={copy}>
          复制给朋友
        </Button>
        <Button id="end" kind="quiet" small busy={end.busy} onTap={() => void ask()}>
          停用这个邀请码
        </Button>
        <Failure error={end.error} />
      </View>
    </Card>
  );
}

function Earlier({ rows }: { rows: readonly Invitation[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title="发过的邀请码">
      <Rows>
        {rows.map((row) => (
          <ListRow
            key={row.code}
            title={<View className="num">{spaced(row.code)}</View>}
            sub={usedInWords(row)}
            end={<StatusTag kind={row.state === 'live' ? 'ok' : 'plain'}>{invitationStateLabels[row.state]}</StatusTag>}
          />
        ))}
      </Rows>
    </Section>
  );
}

/** A member recommends others by a code; what came of it as counts only. */
export default function InvitePage() {
  const { data, error, loading, retry } = useCall('membership.myInvitations', {});
  const create = useCommand('membership.createInvitation', ['membership.myInvitations']);
  const live = data?.rows.find(({ state }) => state === 'live');
  useShareAppMessage(() => ({
    title: live ? `邀请您加入${organisation.name}，邀请码 ${live.code}` : `${organisation.name}${organisation.programme}`,
    path: 'pages/home/index',
  }));
  const canCreate = data?.can.create ?? false;
  return (
    <Page
      title="邀请入会"
      busy={loading}
      footer={
        canCreate ? (
          <BottomBar hint="对方申请时填这个码，就记为您推荐">
            <Button id="create" busy={create.busy} onTap={() => void create.run({})}>
              {live ? '再做一个邀请码' : '做一个邀请码'}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <Failure error={create.error} />
      {loading ? <Skeleton kind="card" count={2} /> : null}
      {error && !data ? <ErrorState error={error} onRetry={retry} /> : null}
      {data ? (
        <View>
          <Heading level={1}>邀请有善心的人一起加入</Heading>
          <View className="sub">对方入会后会告诉您。为保护申请人，这里只显示人数，不显示姓名。</View>
        </View>
      ) : null}
      {live ? <Live invitation={live} /> : null}
      {data && !live ? (
        <EmptyState
          title={canCreate ? '还没有可用的邀请码' : '现在不能邀请'}
          why={canCreate ? '做一个邀请码，发给想加入的人。' : '在籍会员才能邀请他人。'}
        />
      ) : null}
      <Earlier rows={(data?.rows ?? []).filter((row) => row !== live)} />
    </Page>
  );
}
