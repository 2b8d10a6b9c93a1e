import { sectionLabels } from '@shared/labels';
import type { MemberKind } from '@shared/membership/form';
import { View } from '@tarojs/components';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { answersOf, papersInWords } from '../../answers';
import { Portrait } from '../../components/portrait';
import { typedSections } from '../../draft/kept-draft';
import { useMyApplication } from '../../my-application';

/** What was handed in, read only; fetched when it is opened, because it does not stay on the phone. */
export function SubmittedSheet({ kind, onClose }: { kind: MemberKind; onClose: () => void }) {
  const mine = useMyApplication(kind);
  const application = mine.data;
  return (
    <Sheet title="我提交的内容" onClose={onClose}>
      {mine.loading ? <Skeleton kind="card" count={4} /> : null}
      {mine.error && !application ? <ErrorState error={mine.error} onRetry={mine.retry} /> : null}
      {application ? (
        <>
          {kind === 'individual' ? <Portrait src={application.photoUrl ?? undefined} small /> : null}
          {typedSections(kind).map((section) => (
            <View key={section} className="stack-s">
              <Heading level={3}>{sectionLabels[section]?.title}</Heading>
              <KeyValue facts={answersOf(application.form, section)} />
            </View>
          ))}
          {kind === 'unit' ? (
            <View className="stack-s">
              <Heading level={3}>{sectionLabels.attachments?.title}</Heading>
              <KeyValue facts={papersInWords(application.attachments, application.form.unit?.category)} />
            </View>
          ) : null}
        </>
      ) : null}
    </Sheet>
  );
}
