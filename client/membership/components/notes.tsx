import { fieldLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { Icon } from '../../components/icon';
import { ListRow, Rows } from '../../components/list-row';
import { openPage } from '../../open-page';
import { formPage, sectionOf } from '../addresses';
import { answerText } from '../answers';
import type { Application } from '../my-application';
import './membership.css';

/** What the officer wrote about one field, at the field. */
export function FieldNote({ note }: { note: string }) {
  return (
    <View className="field-note">
      <Icon name="chat" size="em" />
      <View>{`经办人：${note}`}</View>
    </View>
  );
}

/** Everything that has to be corrected: the field, what stands there now, what the officer asks, and the way to it. */
export function NoteList({ application }: { application: Application }) {
  const { notes, form } = application;
  return (
    <Rows>
      {Object.entries(notes).map(([path, note]) => {
        const section = sectionOf(path);
        const answer = answerText(form, path);
        const now = section !== 'photo' && answer ? `现在填的：${answer}` : undefined;
        return (
          <ListRow
            key={path}
            id={`note-${path.replace('.', '-')}`}
            icon="edit"
            title={fieldLabels[path] ?? path}
            sub={
              <>
                <View className="note-text">{note}</View>
                {now ? <View>{now}</View> : null}
              </>
            }
            onTap={section ? () => openPage(formPage(section, path)) : undefined}
          />
        );
      })}
    </Rows>
  );
}
