import { Page } from '../../../components/page';

export default function VotePage() {
  return <Page title="席位表决" />;
}
