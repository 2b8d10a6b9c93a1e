import { Page } from '../../../components/page';

export default function ApplyPage() {
  return <Page title="入会申请" />;
}
