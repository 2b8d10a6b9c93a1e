import { sectionLabels } from '@shared/labels';
import { type MemberKind, type SectionName, sectionsOf } from '@shared/membership/form';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { replacePage } from '../../../open-page';
import { useKind } from '../../addresses';
import { AssistedBanner } from '../../components/assisted-banner';
import { useMyApplication } from '../../my-application';
import { sectionIntros } from '../../questions';
import { PapersForm } from './papers-form';
import { PhotoForm } from './photo-form';
import { TypedForm } from './typed-form';

function Head({ kind, section }: { kind: MemberKind; section: SectionName }) {
  const names = sectionsOf(kind);
  return (
    <View>
      <View className="sub">{`第 ${names.indexOf(section) + 1} 项，共 ${names.length} 项`}</View>
      <Heading level={1}>{sectionLabels[section]?.title}</Heading>
      <View className="sub">{sectionIntros[section]}</View>
    </View>
  );
}

/** One group of questions; `section` says which, `field` where to begin. */
export default function FormPage() {
  const { section: asked, field } = useRouter().params;
  const kind = useKind();
  const names = sectionsOf(kind);
  const section = names.find((name) => name === asked) ?? names[0] ?? 'identity';
  const mine = useMyApplication(kind);
  const application = mine.data;
  if (application?.can.save) {
    const key = `${application.id}:${section}`;
    const head = (
      <>
        <AssistedBanner application={application} />
        <Head kind={kind} section={section} />
      </>
    );
    if (section === 'photo') return <PhotoForm key={key} application={application} head={head} />;
    if (section === 'attachments') return <PapersForm key={key} application={application} head={head} />;
    return <TypedForm key={key} application={application} section={section} field={field} head={head} />;
  }
  return (
    <Page title="入会申请" isPrivate busy={mine.loading}>
      {mine.loading ? (
        <>
          <Head kind={kind} section={section} />
          <Skeleton kind="card" count={4} />
        </>
      ) : null}
      {mine.error && !application ? <ErrorState error={mine.error} onRetry={mine.retry} comfort="您填过的内容都在。" /> : null}
      {application ? <Notice>申请已经交上去了，现在不能修改。</Notice> : null}
      {application === null ? (
        <EmptyState
          title="还没有开始申请"
          why="先看看需要准备什么"
          action={{ text: '去申请', onTap: () => replacePage(pages.apply(kind)) }}
        />
      ) : null}
    </Page>
  );
}
