import { Page } from '../../components/page';

export default function StoriesPage() {
  return <Page title="风采" tab="stories" />;
}
