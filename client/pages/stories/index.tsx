import { Heading } from '../../components/heading';
import { Page } from '../../components/page';
import { EmptyState } from '../../components/states';

/** Says plainly that no stories are published yet. */
export default function StoriesPage() {
  return (
    <Page title="风采" tab="stories">
      <Heading level={1}>会员风采</Heading>
      <EmptyState title="还没有故事" why="会员做过的好事，经本人同意后，会登在这里。" />
    </Page>
  );
}
