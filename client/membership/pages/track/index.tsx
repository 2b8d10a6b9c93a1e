import { Page } from '../../../components/page';

export default function TrackPage() {
  return <Page title="申请进度" />;
}
