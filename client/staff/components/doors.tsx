import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { tappable } from '../../components/a11y';
import { Icon } from '../../components/icon';
import { openPage } from '../../open-page';
import './doors.css';

const doors = [
  { key: 'applications', icon: 'file', title: '入会申请', page: pages.applications },
  { key: 'members', icon: 'member', title: '会员名册', page: pages.members },
  { key: 'claims', icon: 'id', title: '会籍登记', page: pages.claims },
  { key: 'assist', icon: 'edit', title: '代办', page: pages.assist },
  { key: 'meetings', icon: 'meeting', title: '会议', page: pages.meetings },
] as const;

/** What is not waiting but always there: small, so that what is due stays in sight. */
export function Doors({ can }: { can: Readonly<Record<string, boolean>> }) {
  const offered = doors.filter(({ key }) => can[key]);
  if (offered.length === 0) return null;
  return (
    <View className="doors">
      {offered.map(({ key, icon, title, page }) => (
        <View key={key} id={`to-${key}`} className="door tap" {...tappable(() => openPage(page()), { role: 'link' })}>
          <Icon name={icon} size="l" />
          {title}
        </View>
      ))}
    </View>
  );
}
