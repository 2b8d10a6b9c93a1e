import { Image, View } from '@tarojs/components';
import { aria } from '../../components/a11y';
import { Icon } from '../../components/icon';
import './membership.css';

/** The applicant's photograph, or an empty frame in its place. */
export function Portrait({ src, small = false }: { src: string | undefined; small?: boolean }) {
  return (
    <View
      id="portrait"
      className={small ? 'portrait is-small' : 'portrait'}
      {...aria({ role: 'img', label: src ? '您的证件照片' : '还没有照片' })}
    >
      {src ? (
        <Image className="portrait-image" src={src} mode="aspectFill" {...aria({ hidden: true })} />
      ) : (
        <Icon name="me" className="portrait-empty" />
      )}
    </View>
  );
}
