import type { FileSource } from '../../cloud/picked-file';
import { ListRow, Rows } from '../../components/list-row';
import { Sheet } from '../../components/sheet';

const chat = process.env.TARO_ENV === 'weapp';

/** Where a file comes from: the camera, the phone's pictures, or a file (in WeChat: out of a chat). */
export function SourceSheet({
  title,
  onPick,
  onClose,
}: {
  title: string;
  onPick: (source: FileSource) => void;
  onClose: () => void;
}) {
  const pick = (source: FileSource) => () => {
    onClose();
    onPick(source);
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <Rows>
        <ListRow id="source-camera" icon="camera" title="拍照" sub="放平、拍全、看得清字" onTap={pick('camera')} />
        <ListRow id="source-album" icon="attach" title="从相册选" onTap={pick('album')} />
        <ListRow
          id="source-file"
          icon="file"
          title={chat ? '从聊天里选文件' : '选择文件'}
          sub={chat ? '先把 PDF 发到“文件传输助手”' : 'PDF、JPG 或 PNG'}
          onTap={pick('file')}
        />
      </Rows>
    </Sheet>
  );
}
