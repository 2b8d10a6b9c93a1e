import { Page } from '../../../components/page';

export default function MeetingsPage() {
  return <Page title="会议" />;
}
