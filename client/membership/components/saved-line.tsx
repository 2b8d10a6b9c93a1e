import { clockTime, dayOf, momentInWords } from '@shared/dates';
import { View } from '@tarojs/components';
import { aria } from '../../components/a11y';
import { Icon } from '../../components/icon';
import './membership.css';

/** ✓ 已自动保存 9:38; with the day when it was not today. */
export function SavedLine({ at }: { at: Date | string }) {
  return (
    <View className="saved cap" id="saved" {...aria({ role: 'status' })}>
      <Icon name="check" size="s" />
      {`已自动保存 ${dayOf(at) === dayOf(new Date()) ? clockTime(at) : momentInWords(at)}`}
    </View>
  );
}
