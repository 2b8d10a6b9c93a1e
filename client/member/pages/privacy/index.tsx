import { momentInWords } from '@shared/dates';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { usePages } from '../../../cloud/use-pages';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState, ListEnd } from '../../../components/states';
import { CloseAccount } from '../../components/close-account';
import { ConsentCard } from '../../components/consent-card';
import { CopyData } from '../../components/copy-data';

/** Who looked at the full identity number; asked for when it is wanted. */
function Disclosures() {
  const [open, setOpen] = useState(false);
  if (open) return <Disclosed />;
  return (
    <Section title="谁看过我的证件号码">
      <Button id="show-disclosures" kind="secondary" small icon="shield" onTap={() => setOpen(true)}>
        查看记录
      </Button>
    </Section>
  );
}

/** When and why. */
function Disclosed() {
  const seen = usePages('membership.myDisclosures', {});
  return (
    <Section title="谁看过我的证件号码">
      {seen.loading ? <Skeleton count={1} /> : null}
      {seen.error && !seen.first ? <ErrorState error={seen.error} onRetry={seen.retry} /> : null}
      {seen.first && seen.rows.length === 0 ? (
        <Card>还没有人看过。工作人员平时只看到首尾各一位，要看全部须写明理由。</Card>
      ) : null}
      {seen.rows.length > 0 ? (
        <>
          <Rows>
            {seen.rows.map(({ at, by, reason }) => (
              <ListRow key={`${at}-${by}`} title={reason} sub={`${momentInWords(at)}　${by}`} />
            ))}
          </Rows>
          <ListEnd total={`共 ${seen.rows.length} 次`} onMore={seen.more} busy={seen.loadingMore} />
        </>
      ) : null}
    </Section>
  );
}

/** What was agreed to, who saw what, a copy of one's data, and the way out. */
export default function PrivacyPage() {
  const consents = useCall('account.consents', {});
  return (
    <Page title="隐私与数据" isPrivate busy={consents.loading}>
      <Heading level={1}>隐私与数据</Heading>
      {consents.loading ? <Skeleton kind="card" count={3} /> : null}
      {consents.error && !consents.data ? <ErrorState error={consents.error} onRetry={consents.retry} /> : null}
      {consents.data ? (
        <>
          <Section title="我同意过的">
            {consents.data.rows.length === 0 ? <Card>您还没有同意过什么。</Card> : null}
            {consents.data.rows.map((consent) => (
              <ConsentCard key={consent.key} consent={consent} underWay={consents.data?.underWay ?? null} />
            ))}
          </Section>
          <Disclosures />
          <CopyData />
          <CloseAccount consents={consents.data} />
        </>
      ) : null}
    </Page>
  );
}
