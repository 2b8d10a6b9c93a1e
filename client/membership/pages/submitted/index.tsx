import { Page } from '../../../components/page';

export default function SubmittedPage() {
  return <Page title="已提交" />;
}
