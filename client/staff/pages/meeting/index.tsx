import { Page } from '../../../components/page';

export default function MeetingPage() {
  return <Page title="会议表决" />;
}
