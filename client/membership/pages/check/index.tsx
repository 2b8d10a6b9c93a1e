import { pages } from '@shared/pages';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { replacePage } from '../../../open-page';
import { useKind } from '../../addresses';
import { useMyApplication } from '../../my-application';
import { CheckAnswers } from './check-answers';

/** Everything that was filled in, on one page, before it is handed in. */
export default function CheckPage() {
  const kind = useKind();
  const mine = useMyApplication(kind);
  const application = mine.data;
  if (application?.can.submit) return <CheckAnswers key={application.id} application={application} />;
  return (
    <Page title="核对并提交" isPrivate busy={mine.loading}>
      {mine.loading ? <Skeleton kind="card" count={5} /> : null}
      {mine.error && !application ? <ErrorState error={mine.error} onRetry={mine.retry} comfort="您填过的内容都在。" /> : null}
      {application === null ? (
        <EmptyState
          title="还没有开始申请"
          why="先看看需要准备什么"
          action={{ text: '去申请', onTap: () => replacePage(pages.apply(kind)) }}
        />
      ) : null}
      {application ? (
        <EmptyState
          title="申请已经交上去了"
          why="不用再提交，可以看看办到哪一步"
          action={{ text: '查看进度', onTap: () => replacePage(pages.track(kind)) }}
        />
      ) : null}
    </Page>
  );
}
