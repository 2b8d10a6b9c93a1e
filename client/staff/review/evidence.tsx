import { View } from '@tarojs/components';
import { openFile } from '../../cloud/open-file';
import { useUpload } from '../../cloud/use-upload';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';

interface EvidenceProps {
  id: string;
  /** File id, once there is one. */
  file: string | undefined;
  onChange: (file: string | undefined) => void;
  /** Whether a photograph can be taken or chosen as well. */
  photos?: boolean;
}

/** One scan or document that stands for what was judged; not asked for. */
export function Evidence({ id, file, onChange, photos }: EvidenceProps) {
  const { busy, error, pick, again } = useUpload((uploaded) => Promise.resolve(onChange(uploaded)));
  return (
    <View className="stack-s">
      {error ? (
        <Notice kind="danger" announce>
          {error}
        </Notice>
      ) : null}
      {file ? <View className="sub">已附佐证材料</View> : null}
      {again ? (
        <Button id={`${id}-again`} kind="quiet" small busy={busy} onTap={again}>
          再传一次
        </Button>
      ) : null}
      {file ? (
        <Button id={`${id}-drop`} kind="quiet" small onTap={() => onChange(undefined)}>
          不附材料
        </Button>
      ) : (
        <Button id={`${id}-file`} kind="quiet" small icon="file" busy={busy} onTap={() => pick('file')}>
          {photos ? '选择 PDF 文件' : '附佐证材料（选填）'}
        </Button>
      )}
      {photos && !file ? (
        <Button id={`${id}-photo`} kind="quiet" small icon="camera" busy={busy} onTap={() => pick('album')}>
          选择图片
        </Button>
      ) : null}
    </View>
  );
}

/** Opens what was attached. */
export function EvidenceLink({ url }: { url: string | null }) {
  if (!url) return null;
  return (
    <Button kind="quiet" small icon="file" onTap={() => void openFile(url).catch(() => undefined)}>
      查看佐证材料
    </Button>
  );
}
