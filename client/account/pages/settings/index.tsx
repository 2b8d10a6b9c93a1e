import type { Output } from '@shared/endpoints';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { actAs, actingAs, forgetPerson } from '../../../cloud/session';
import { useCall, useRefresh } from '../../../cloud/use-call';
import { Card } from '../../../components/card';
import { Choice } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Page } from '../../../components/page';
import { openPage } from '../../../open-page';
import { SCALES } from '../../../theme/scale';
import { changeSettings, type Settings, useLook } from '../../../theme/settings';

const SCALE_WORDS = { 1: '标准', 1.2: '大', 1.4: '较大', 1.6: '特大' } as const;
const SCALE_OPTIONS = [
  { value: 'system', label: process.env.TARO_ENV === 'weapp' ? '跟随微信' : '跟随系统' },
  ...SCALES.map((scale) => ({ value: String(scale), label: SCALE_WORDS[scale] })),
];
const THEME_OPTIONS = [
  { value: 'system', label: process.env.TARO_ENV === 'weapp' ? '跟随微信' : '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
];

function scaleOf(value: string): Settings['scale'] {
  return SCALES.find((scale) => String(scale) === value) ?? 'system';
}

function themeOf(value: string): Settings['theme'] {
  return value === 'light' || value === 'dark' ? value : 'system';
}

type Capacities = Output<'account.me'>['capacities'];

/** Which capacity to act in, for those who hold more than one. The server checks each call. */
function Capacity() {
  const me = useCall('account.me', {});
  const refresh = useRefresh();
  const [known, setKnown] = useState<Capacities>([]);
  useEffect(() => {
    if (me.data) setKnown(me.data.capacities);
  }, [me.data]);
  // The list stays while the answer for the new capacity is on its way.
  const capacities = me.data?.capacities ?? known;
  if (capacities.length < 2) return null;
  const choose = (key: string) => {
    actAs(key || null);
    refresh('account.me', 'account.home', 'account.workbench');
  };
  return (
    <Card>
      <Field name="capacity" label="身份切换" help="您有几种身份。选一种来办事，每次办理都会核对。">
        <Choice
          value={actingAs() ?? ''}
          onChange={choose}
          options={[{ value: '', label: '不限：我的全部身份' }, ...capacities.map(({ key, label }) => ({ value: key, label }))]}
        />
      </Field>
    </Card>
  );
}

/** In the browser build only: back to the local sign-in page, with nothing of this person left behind. */
function changePerson() {
  forgetPerson();
  window.location.assign('/__sign-in');
}

/** Text size (关怀模式), theme and capacity; each takes effect at once. */
export default function SettingsPage() {
  const { settings } = useLook();
  return (
    <Page title="设置" isPrivate>
      <Heading level={1}>看得清，用得顺</Heading>
      <Card>
        <Field name="scale" label="关怀模式：字号" help="选了马上生效。">
          <Choice
            value={String(settings.scale)}
            onChange={(value) => changeSettings({ scale: scaleOf(value) })}
            options={SCALE_OPTIONS}
          />
        </Field>
      </Card>
      <Card>
        <Field name="theme" label="颜色">
          <Choice
            value={settings.theme}
            onChange={(value) => changeSettings({ theme: themeOf(value) })}
            options={THEME_OPTIONS}
          />
        </Field>
      </Card>
      <Capacity />
      <Rows>
        <ListRow
          id="staff"
          icon="id"
          title="我的身份码"
          sub="领取角色、代班或接任单位代表时出示"
          onTap={() => openPage('account/pages/roles/index')}
        />
        {process.env.TARO_ENV === 'h5' ? <ListRow id="sign-in" icon="exit" title="换一个人登录" onTap={changePerson} /> : null}
      </Rows>
      <View className="cap center">设置只存在这部手机上</View>
    </Page>
  );
}
