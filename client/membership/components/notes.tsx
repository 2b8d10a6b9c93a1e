import { fieldLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { Icon } from '../../components/icon';
import { ListRow, Rows } from '../../components/list-row';
import { openPage } from '../../open-page';
import { formPage, sectionOf } from '../addresses';
import { answerText, valueText } from '../answers';
import { isTyped } from '../draft/kept-draft';
import type { Application } from '../my-application';
import './membership.css';

/** What the officer wrote about one field, at the field. */
export function FieldNote({ note, was }: { note: string; was?: string | undefined }) {
  return (
    <View className="field-note">
      <Icon name="chat" size="em" />
      <View>
        <View>{`经办人：${note}`}</View>
        {was ? <View>{`上次填的：${was}`}</View> : null}
      </View>
    </View>
  );
}

/** What stood at a field when the application was handed in; undefined for a file, and where nothing is noted. */
export function givenBefore({ returned }: Application): (path: string) => string | undefined {
  return (path) => {
    // What the phone kept of an earlier release has none.
    const was = (returned ?? []).find(({ field }) => field === path)?.was;
    return was ? valueText(path, was) : undefined;
  };
}

/** Everything that has to be corrected: the field, what stands there now, what the officer asks, and the way to it. */
export function NoteList({ application }: { application: Application }) {
  const { kind, notes, form } = application;
  const given = givenBefore(application);
  return (
    <Rows>
      {Object.entries(notes).map(([path, note]) => {
        const section = sectionOf(kind, path);
        const answer = answerText(form, path);
        const was = given(path);
        const now = section && isTyped(section) && answer && answer !== was ? `现在填的：${answer}` : undefined;
        return (
          <ListRow
            key={path}
            id={`note-${path.replace('.', '-')}`}
            icon="edit"
            title={fieldLabels[path] ?? path}
            sub={
              <>
                <View className="note-text">{note}</View>
                {was ? <View>{`上次填的：${was}`}</View> : null}
                {now ? <View>{now}</View> : null}
              </>
            }
            onTap={section ? () => openPage(formPage(kind, section, path)) : undefined}
          />
        );
      })}
    </Rows>
  );
}
