import { organisation } from '@shared/organisation';
import { View } from '@tarojs/components';
import { ListRow, Rows } from '../../components/list-row';

/** Where to ask: the office and its hours. */
export function HelpRow({ title = '填写时遇到困难？' }: { title?: string }) {
  return (
    <Rows>
      <ListRow
        icon="help"
        title={title}
        sub={
          <>
            {`请找${organisation.office}，`}
            <View className="nb">{organisation.officeHours}</View>
          </>
        }
      />
    </Rows>
  );
}
