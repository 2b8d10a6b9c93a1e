import type { AttachmentKind } from '@shared/membership/categories';
import { View } from '@tarojs/components';
import { openFile } from '../../cloud/open-file';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { FieldNote } from '../components/notes';
import type { Application } from '../my-application';
import type { usePapers } from './use-papers';

const helps: Readonly<Record<AttachmentKind, string>> = {
  stampedForm: '提交前核对的内容打印出来，盖单位公章；也可以写一份盖章的申请',
  licence: '正本或副本，拍全四角',
  officialLetter: '写明同意加入总会，盖单位公章',
  assessmentCertificate: '填了评估等级的，要有证书',
  other: '有助于了解单位的材料，如年度报告、荣誉证书',
};

interface PaperFieldProps {
  kind: AttachmentKind;
  label: string;
  optional: boolean;
  application: Application;
  papers: ReturnType<typeof usePapers>;
  error: string | undefined;
  onAdd: () => void;
}

/** One paper: the files there are, each to be opened or taken out, and the way to add one. */
export function PaperField({ kind, label, optional, application, papers, error, onAdd }: PaperFieldProps) {
  const path = `attachments.${kind}`;
  const note = application.notes[path];
  const files = application.attachments.filter((file) => file.kind === kind);
  const here = papers.shown === kind;
  return (
    <Field
      name={path}
      label={label}
      optional={optional}
      help={
        note ? (
          <>
            {helps[kind]}
            <FieldNote note={note} />
          </>
        ) : (
          helps[kind]
        )
      }
      error={(here ? papers.error : undefined) ?? error}
    >
      <View className="stack">
        {files.map(({ file, type, url }, index) => (
          <View key={file} className="between">
            <Button
              id={`file-${kind}-${index + 1}`}
              kind="text"
              small
              icon="file"
              disabled={!url}
              onTap={() => void (url && openFile(url))}
            >
              {`第 ${index + 1} 个文件（${type === 'pdf' ? 'PDF' : '图片'}${url ? '' : '，不在了'}）`}
            </Button>
            <Button
              id={`remove-${kind}-${index + 1}`}
              kind="text"
              small
              disabled={papers.busy}
              label={`删去${label}第 ${index + 1} 个文件`}
              onTap={() => void papers.remove(file)}
            >
              删去
            </Button>
          </View>
        ))}
        {here && papers.again ? (
          <Button id={`again-${kind}`} kind="secondary" icon="retry" onTap={papers.again}>
            再传一次
          </Button>
        ) : null}
        <Button
          id={`add-${kind}`}
          kind="secondary"
          icon="attach"
          busy={here && papers.uploading}
          disabled={papers.busy}
          onTap={onAdd}
        >
          {files.length > 0 ? '再加一个' : `上传${label}`}
        </Button>
      </View>
    </Field>
  );
}
