import { Page } from '../../../components/page';

export default function CheckPage() {
  return <Page title="核对申请" />;
}
