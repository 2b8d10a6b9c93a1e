import { Page } from '../../../components/page';

export default function VerifyPage() {
  return <Page title="查验会员证书" />;
}
