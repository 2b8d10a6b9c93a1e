import { Page } from '../../../components/page';

export default function CertificatePage() {
  return <Page title="会员证书" />;
}
