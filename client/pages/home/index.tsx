import { Page } from '../../components/page';

export default function HomePage() {
  return <Page title="会员之家" tab="home" />;
}
