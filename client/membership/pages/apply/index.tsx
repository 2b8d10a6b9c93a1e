import { endedStates } from '@shared/membership/lifecycle';
import { pages } from '@shared/pages';
import { useEffect } from 'react';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { openPage } from '../../../open-page';
import { useKind } from '../../addresses';
import { saveKept } from '../../draft/draft-saver';
import { useMyStanding } from '../../my-application';
import { StartPage } from './start';
import { Submitted } from './submitted';
import { Tasks } from './tasks';

/** The application as a list of tasks; before it begins, what is needed and why. */
export default function ApplyPage() {
  const kind = useKind();
  const mine = useMyStanding(kind);
  const application = mine.data;
  useEffect(() => {
    // What an earlier visit could not save.
    if (application?.can.save && !mine.savedAt) void saveKept(application);
  }, [application, mine.savedAt]);
  if (
    application === null ||
    (application && endedStates.includes(application.state) && (kind === 'unit' || application.state !== 'admitted'))
  ) {
    return <StartPage kind={kind} again={application !== null} />;
  }
  if (application?.can.save) return <Tasks application={application} savedAt={mine.savedAt} />;
  return (
    <Page
      title="入会申请"
      isPrivate
      busy={mine.loading}
      footer={
        application ? (
          <BottomBar>
            <Button id="track" onTap={() => openPage(pages.track(kind))}>
              查看进度
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <OfflineNotice savedAt={mine.savedAt} />
      {mine.loading ? <Skeleton kind="rows" count={5} /> : null}
      {mine.error && !application ? <ErrorState error={mine.error} onRetry={mine.retry} comfort="您填过的内容都在。" /> : null}
      {application ? <Submitted application={application} /> : null}
    </Page>
  );
}
