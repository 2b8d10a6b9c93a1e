import { Page } from '../../../components/page';

export default function ReviewPage() {
  return <Page title="入会审查" />;
}
