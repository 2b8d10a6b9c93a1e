import { Heading } from '../../components/heading';
import { Page } from '../../components/page';
import { EmptyState } from '../../components/states';

/** Says plainly that no events are published yet. */
export default function EventsPage() {
  return (
    <Page title="活动" tab="events">
      <Heading level={1}>活动</Heading>
      <EmptyState title="还没有活动" why="走访、座谈会、培训班的报名，以后都在这里。有了新活动，会发消息告诉您。" />
    </Page>
  );
}
