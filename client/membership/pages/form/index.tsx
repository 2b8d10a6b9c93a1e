import { Page } from '../../../components/page';

export default function FormPage() {
  return <Page title="入会申请" />;
}
