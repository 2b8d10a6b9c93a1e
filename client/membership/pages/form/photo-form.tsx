import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { ErrorSummary } from '../../../components/error-summary';
import { Field } from '../../../components/field';
import { Page } from '../../../components/page';
import { replacePage } from '../../../open-page';
import { nextPage } from '../../after-section';
import { FieldNote } from '../../components/notes';
import { Portrait } from '../../components/portrait';
import { SavedLine } from '../../components/saved-line';
import type { Application } from '../../my-application';
import { usePhoto } from '../../photo/use-photo';
import { problemsOf } from '../../problems';
import { photoWhy } from '../../questions';

const PATH = 'photo.photo';
const help = 'JPG 或 PNG，手机拍的就可以，会自动缩小。';

interface PhotoFormProps {
  application: Application;
  head: ReactNode;
}

/** The photograph: chosen or taken, uploaded and attached at once. */
export function PhotoForm({ application, head }: PhotoFormProps) {
  const photo = usePhoto(application);
  const [asked, setAsked] = useState(false);
  const missing = problemsOf('photo', application.form, application)[PATH];
  const error = photo.error ?? (asked && !photo.busy ? missing : undefined);
  const note = application.notes[PATH];
  const saved = photo.savedAt ?? (application.photoUrl ? application.updatedAt : undefined);

  const goOn = () => {
    setAsked(true);
    if (!missing && !photo.busy && !photo.error) replacePage(nextPage(application, application.form, 'photo'));
  };
  return (
    <Page
      title="入会申请"
      isPrivate
      footer={
        <BottomBar hint={photo.busy ? '正在上传……' : saved ? <SavedLine at={saved} /> : '选好后马上上传保存'}>
          <Button id="continue" disabled={photo.busy} onTap={goOn}>
            保存并继续
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary errors={asked && error ? [{ name: PATH, text: error }] : []} />
      {head}
      <Field name={PATH} label="证件照片" help={note ? <FieldNote note={note} /> : help} error={error} why={photoWhy}>
        <View className="stack">
          <Portrait src={photo.shown} />
          {photo.again ? (
            <Button id="photo-again" kind="secondary" icon="retry" onTap={photo.again}>
              再传一次
            </Button>
          ) : null}
          <Button id="photo-take" kind="secondary" icon="camera" busy={photo.busy} onTap={() => photo.pick('camera')}>
            拍一张
          </Button>
          <Button id="photo-choose" kind="secondary" icon="attach" busy={photo.busy} onTap={() => photo.pick('album')}>
            {photo.shown ? '换一张照片' : '从相册选一张'}
          </Button>
        </View>
      </Field>
    </Page>
  );
}
