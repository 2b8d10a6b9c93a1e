import { attachmentLabel, reviewNoteTexts } from '@shared/membership/unit-labels';
import { openFile } from '../../cloud/open-file';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import type { Review } from '../review-facts';

/** What a unit attached, to be opened, with what its category must fulfil and what to bear in mind. */
export function UnitPapers({ review }: { review: Review }) {
  const { attachments, category, requirements, reviewNotes } = review;
  return (
    <>
      {reviewNotes.map((code) => (
        <Notice key={code}>{reviewNoteTexts[code] ?? code}</Notice>
      ))}
      {requirements.length > 0 ? (
        <Section title="这一类单位的入会条件">
          <Rows>
            {requirements.map((requirement) => (
              <ListRow key={requirement} icon="check" title={requirement} />
            ))}
          </Rows>
        </Section>
      ) : null}
      {attachments.length > 0 ? (
        <Section title="证明材料" count={attachments.length}>
          <Rows>
            {attachments.map(({ kind, file, type, url }, index) => (
              <ListRow
                key={file}
                id={`paper-${index + 1}`}
                icon="file"
                title={attachmentLabel(kind, category ?? undefined)}
                sub={url ? (type === 'pdf' ? 'PDF，点开查看' : '图片，点开查看') : '文件不在了'}
                onTap={url ? () => void openFile(url) : undefined}
              />
            ))}
          </Rows>
        </Section>
      ) : null}
    </>
  );
}
