import { View } from '@tarojs/components';
import { useUpload } from '../../cloud/use-upload';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { StatusTag } from '../../components/status-tag';

interface EvidenceFieldProps {
  label: string;
  help: string;
  optional?: boolean;
  fileId: string | undefined;
  onChange: (fileId: string) => void;
  error: string | undefined;
}

/** A scan or document that shows what is said. */
export function EvidenceField({ label, help, optional, fileId, onChange, error }: EvidenceFieldProps) {
  const upload = useUpload((id) => {
    onChange(id);
    return Promise.resolve();
  });
  return (
    <Field name="evidence" label={label} help={help} optional={optional} error={upload.error ?? error}>
      <View className="stack">
        {fileId ? <StatusTag kind="ok">已上传</StatusTag> : null}
        <Button id="pick-picture" kind="secondary" small busy={upload.busy} onTap={() => upload.pick('album')}>
          {fileId ? '换一张图片' : '选择图片'}
        </Button>
        <Button id="pick-document" kind="quiet" small disabled={upload.busy} onTap={() => upload.pick('file')}>
          选择 PDF 文件
        </Button>
        {upload.again ? (
          <Button kind="quiet" small icon="retry" onTap={upload.again}>
            再传一次
          </Button>
        ) : null}
      </View>
    </Field>
  );
}
