import type { Output } from '@shared/endpoints';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePages } from '../../../cloud/use-pages';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Person } from '../../../components/person';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState, ListEnd } from '../../../components/states';
import { openPage } from '../../../open-page';
import { grantWords } from '../../../roles';
import { FirstAdministrator } from '../../components/first-administrator';
import { GrantRole } from '../../components/grant-role';
import { RevokeRole } from '../../components/revoke-role';
import { StaffCode } from '../../components/staff-code';
import './index.css';

type Account = Output<'account.staff'>['rows'][number];
type Open =
  | { readonly sheet: 'grant'; readonly account?: Account }
  | { readonly sheet: 'revoke'; readonly account: Account; readonly grant: Account['grants'][number] };

/** One person with their roles, each of which can be taken away. */
function StaffMember({ account, onOpen }: { account: Account; onOpen: (open: Open) => void }) {
  const add = account.can.grant ? (
    <Button kind="secondary" small label={`给${account.name}加角色`} onTap={() => onOpen({ sheet: 'grant', account })}>
      加角色
    </Button>
  ) : undefined;
  // Membership follows from an admission; nobody gives or takes it here.
  const grants = account.grants.filter(({ role }) => role !== 'member');
  return (
    <View className="card">
      <View className="card-pad">
        <Person name={account.name} role={`${grants.length} 个角色`} end={add} />
      </View>
      <View className="rule" />
      {grants.map((grant) => (
        <ListRow
          key={`${grant.role}:${grant.city ?? ''}`}
          title={grantWords(grant)}
          sub={account.can.revoke ? '点开可以收回' : undefined}
          onTap={account.can.revoke ? () => onOpen({ sheet: 'revoke', account, grant }) : undefined}
        />
      ))}
    </View>
  );
}

/** For somebody without the right to see the list: the code by which others know this account. */
function Newcomer() {
  return (
    <>
      <Heading level={1}>我的身份码</Heading>
      <StaffCode />
      <FirstAdministrator />
    </>
  );
}

/** Accounts and roles, for the administrator (the auditor reads); for anybody else, how to get a role. */
export default function RolesPage() {
  const staff = usePages('account.staff', {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const barred = staff.error?.code === 'auth.forbidden';
  const mayGrant = staff.rows.some(({ can }) => can.grant);
  const footer = mayGrant ? (
    <BottomBar>
      <Button id="grant" onTap={() => setOpen({ sheet: 'grant' })}>
        给新同事授予角色
      </Button>
    </BottomBar>
  ) : undefined;
  return (
    <Page title="账号与角色" isPrivate busy={staff.loading} footer={footer}>
      {barred ? <Newcomer /> : <Heading level={1}>{staff.first ? `${staff.rows.length} 位工作人员` : '账号与角色'}</Heading>}
      <OfflineNotice savedAt={staff.savedAt} />
      {staff.loading ? <Skeleton /> : null}
      {staff.error && !staff.first && !barred ? <ErrorState error={staff.error} onRetry={staff.retry} /> : null}
      {staff.rows.map((account) => (
        <StaffMember key={account.id} account={account} onOpen={setOpen} />
      ))}
      {staff.first ? <ListEnd total={`共 ${staff.rows.length} 位`} onMore={staff.more} busy={staff.loadingMore} /> : null}
      {mayGrant ? (
        <Rows>
          <ListRow
            id="to-bodies"
            icon="meeting"
            title="会议席位"
            sub="各个会议由谁担任，换届"
            onTap={() => openPage(pages.bodies())}
          />
        </Rows>
      ) : null}
      {open?.sheet === 'grant' ? <GrantRole account={open.account} onClose={close} /> : null}
      {open?.sheet === 'revoke' ? <RevokeRole account={open.account} grant={open.grant} onClose={close} /> : null}
    </Page>
  );
}
