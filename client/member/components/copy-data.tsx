import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { organisation } from '@shared/organisation';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../cloud/call';
import { toCallError } from '../../cloud/use-call';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { saveText } from '../save-text';

type Part = Output<'account.myData'>['sections'][number];

/** Everything there is, page after page. */
async function gather(): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Output<'account.myData'> = await call('account.myData', cursor ? { cursor } : {});
    parts.push(...page.sections);
    cursor = page.next;
  }
  return parts;
}

const textOf = (parts: readonly Part[]) =>
  parts
    .map(({ title, rows }) => [`【${title}】`, ...rows.map(({ label, value }) => `${label}：${value}`)].join('\n'))
    .join('\n\n');

/** A copy of everything stored about the person, as text to read and as data for another program. */
export function CopyData() {
  const [parts, setParts] = useState<readonly Part[]>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const run = async (step: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    await step().catch((error: unknown) => setFailure(toCallError(error)?.message ?? '没有成功，请再试一次'));
    setBusy(false);
  };
  const name = `${organisation.programme}-我的数据-${dateForDocuments(new Date())}`;
  const save = (text: string, ending: string) => void run(() => saveText(`${name}.${ending}`, text));
  const rows = parts?.reduce((sum, part) => sum + part.rows.length, 0) ?? 0;
  return (
    <Section title="我的数据副本">
      <Card>
        <View className="stack">
          {failure ? (
            <Notice kind="danger" announce>
              {failure}
            </Notice>
          ) : null}
          <View>
            {parts ? `共 ${parts.length} 部分 ${rows} 项，只存在您的手机里。` : '我们存了您的哪些信息，可以取一份带走。'}
          </View>
          {parts ? (
            <>
              <Button id="save-text" kind="secondary" busy={busy} onTap={() => save(textOf(parts), 'txt')}>
                保存为文本文件
              </Button>
              <Button id="save-json" kind="quiet" small busy={busy} onTap={() => save(JSON.stringify(parts, null, 2), 'json')}>
                保存为数据文件
              </Button>
              <Button
                id="copy-text"
                kind="quiet"
                small
                onTap={() => void run(async () => void (await Taro.setClipboardData({ data: textOf(parts) })))}
              >
                复制全文
              </Button>
            </>
          ) : (
            <Button id="gather-data" kind="secondary" busy={busy} onTap={() => void run(async () => setParts(await gather()))}>
              取一份我的数据
            </Button>
          )}
        </View>
      </Card>
    </Section>
  );
}
