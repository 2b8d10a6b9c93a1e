import { View } from '@tarojs/components';
import { Heading } from '../../../components/heading';
import { StatusTag } from '../../../components/status-tag';
import type { Application } from '../../my-application';
import { trackWords } from '../../words';

/** An application that is out of the applicant's hands: nothing to fill in any more. */
export function Submitted({ application }: { application: Application }) {
  const { tag, kind, headline, detail } = trackWords(application);
  return (
    <View className="stack">
      <StatusTag kind={kind}>{tag}</StatusTag>
      <Heading level={1}>{headline}</Heading>
      <View className="sub">{detail}</View>
    </View>
  );
}
