import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import './membership.css';

/** The reference number with a button that copies it. */
export function ReferenceBar({ reference }: { reference: string }) {
  return (
    <View className="ref-bar">
      <View className="ref-text">
        <View className="cap">申请编号</View>
        <View className="med num nb" id="reference">
          {reference}
        </View>
      </View>
      <Button id="copy" kind="text" small icon="copy" onTap={() => void Taro.setClipboardData({ data: reference })}>
        复制
      </Button>
    </View>
  );
}
