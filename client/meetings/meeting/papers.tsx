import { useState } from 'react';
import { call } from '../../cloud/call';
import { openFile } from '../../cloud/open-file';
import { toCallError } from '../../cloud/use-call';
import { Failure } from '../../components/failure';
import { ListRow, Rows } from '../../components/list-row';
import type { Meeting, Notice } from './facts';

const kindNames: Readonly<Record<string, string>> = { pdf: 'PDF 文件', jpeg: '图片', png: '图片' };

/** The papers of a notice; a tap opens one. */
export function Papers({ meeting, papers }: { meeting: Meeting; papers: Notice['papers'] }) {
  const [opening, setOpening] = useState('');
  const [error, setError] = useState<unknown>();
  const open = async (paperId: string) => {
    setOpening(paperId);
    setError(undefined);
    try {
      const { url } = await call('governance.paper', { meetingId: meeting.id, paperId });
      await openFile(url);
    } catch (caught) {
      setError(caught);
    }
    setOpening('');
  };
  return (
    <>
      <Failure error={toCallError(error)} />
      <Rows>
        {papers.map(({ id, title, kind }) => (
          <ListRow
            key={id}
            id={`paper-${id}`}
            icon="file"
            title={title}
            sub={opening === id ? '正在打开' : kindNames[kind]}
            onTap={opening ? undefined : () => void open(id)}
          />
        ))}
      </Rows>
    </>
  );
}
