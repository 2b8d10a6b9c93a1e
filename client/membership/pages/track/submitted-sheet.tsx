import { sectionLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { answersOf } from '../../answers';
import { Portrait } from '../../components/portrait';
import { typedSections } from '../../draft/kept-draft';
import { useMyApplication } from '../../my-application';

/** What was handed in, read only; fetched when it is opened, because it does not stay on the phone. */
export function SubmittedSheet({ onClose }: { onClose: () => void }) {
  const mine = useMyApplication();
  const application = mine.data;
  return (
    <Sheet title="我提交的内容" onClose={onClose}>
      {mine.loading ? <Skeleton kind="card" count={4} /> : null}
      {mine.error && !application ? <ErrorState error={mine.error} onRetry={mine.retry} /> : null}
      {application ? (
        <>
          <Portrait src={application.photoUrl ?? undefined} small />
          {typedSections.map((section) => (
            <View key={section} className="stack-s">
              <Heading level={3}>{sectionLabels[section]?.title}</Heading>
              <KeyValue facts={answersOf(application.form, section)} />
            </View>
          ))}
        </>
      ) : null}
    </Sheet>
  );
}
