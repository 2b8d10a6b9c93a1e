import { Page } from '../../components/page';

export default function EventsPage() {
  return <Page title="活动" tab="events" />;
}
