import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Files } from '../../emulator/storage/files';
import { isCloudPath } from '../../emulator/storage/paths';
import { buildFixtures, startCloud, type TestCloud } from './cloud';

let folder: string;
let cloud: TestCloud;

beforeAll(async () => {
  folder = buildFixtures();
  cloud = await startCloud(folder, { maxFileBytes: 1_000_000 });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

interface Linked {
  readonly fileID: string;
  readonly status: number;
  readonly tempFileURL: string;
}

const uploadAs = async (openid: string, path: string, body: string | Uint8Array): Promise<Record<string, unknown>> => {
  const response = await fetch(`${cloud.emulator.url}/storage/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid, 'content-type': 'text/plain' },
    body: typeof body === 'string' ? body : Buffer.from(body),
  });
  return (await response.json()) as Record<string, unknown>;
};

/** Sends a body over one kept connection and reads the answer only when all of it has been sent. */
const send = (agent: Agent, path: string, body: Buffer): Promise<{ status?: number; body: string; reused: boolean }> =>
  new Promise((resolve, reject) => {
    const headers = { 'x-wx-openid': 'o-lin', 'content-length': body.length };
    const outgoing = request(`${cloud.emulator.url}${path}`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString(), reused: outgoing.reusedSocket }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const linkAs = async (openid: string, fileID: unknown): Promise<Linked> => {
  const response = await fetch(`${cloud.emulator.url}/storage/urls`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    body: JSON.stringify({ fileList: [fileID] }),
  });
  const { fileList } = (await response.json()) as { fileList: [Linked] };
  return fileList[0];
};

describe('storage, as a function uses it', () => {
  it('keeps a file under a Chinese path and gives it back', async () => {
    const { fileID } = (await cloud.probe({ do: 'upload', path: '证明/营业执照.txt', text: '内容' })) as { fileID: string };
    expect(fileID).toMatch(/^cloud:\/\/local-test\.[^/]+\/证明\/营业执照\.txt$/);
    expect(await cloud.probe({ do: 'download', fileID })).toBe('内容');
  });

  it('replaces a file at the same path', async () => {
    await cloud.probe({ do: 'upload', path: 'twice.txt', text: 'first' });
    const { fileID } = (await cloud.probe({ do: 'upload', path: 'twice.txt', text: 'second' })) as { fileID: string };
    expect(await cloud.probe({ do: 'download', fileID })).toBe('second');
  });

  it('gives links only for files that exist', async () => {
    const { fileID } = (await cloud.probe({ do: 'upload', path: 'linked.txt', text: 'linked' })) as { fileID: string };
    const { fileList } = (await cloud.probe({ do: 'links', fileList: [fileID, 'cloud://elsewhere.bucket/a.txt'] })) as {
      fileList: Linked[];
    };
    expect(fileList).toMatchObject([{ status: 0 }, { status: -503003, tempFileURL: '' }]);
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('linked');
  });

  it('gives links that end by the emulated clock', async () => {
    const { fileID } = (await cloud.probe({ do: 'upload', path: 'short.txt', text: 'short' })) as { fileID: string };
    const list = [{ fileID, maxAge: 60 }];
    const { fileList } = (await cloud.probe({ do: 'links', fileList: list })) as { fileList: Linked[] };
    const link = fileList[0]?.tempFileURL ?? '';
    expect((await fetch(link)).status).toBe(200);
    await cloud.emulator.clock.advance(61_000);
    expect((await fetch(link)).status).toBe(403);
  });

  it('refuses a link that was changed, or made for another purpose', async () => {
    const { fileID } = (await cloud.probe({ do: 'upload', path: 'signed.txt', text: 'signed' })) as { fileID: string };
    const { tempFileURL } = await linkFromFunction(fileID);
    const [payload = '', mac] = tempFileURL.slice(tempFileURL.lastIndexOf('/') + 1).split('.');
    const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('signed.txt', 'twice.txt')).toString(
      'base64url',
    );
    expect((await fetch(tempFileURL.replace(payload, forged))).status).toBe(403);
    const put = await fetch(`${cloud.emulator.url}/storage/put/${payload}.${mac}`, { method: 'PUT', body: 'overwritten' });
    expect(put.status).toBe(403);
    expect(await cloud.probe({ do: 'download', fileID })).toBe('signed');
  });

  it('deletes files and says which were not there', async () => {
    const { fileID } = (await cloud.probe({ do: 'upload', path: 'gone.txt', text: 'gone' })) as { fileID: string };
    expect(await cloud.probe({ do: 'remove', fileList: [fileID, fileID] })).toMatchObject({
      fileList: [{ status: 0 }, { status: -503003 }],
    });
    expect(await cloud.probe({ do: 'download', fileID, report: true })).toMatchObject({ errCode: -1 });
  });

  it('refuses a file that is too large and keeps nothing of it', async () => {
    const before = cloud.emulator.files.list();
    expect(
      await cloud.probe({ do: 'upload', path: 'large.txt', text: 'x'.repeat(90_000), repeat: 12, report: true }),
    ).toMatchObject({
      errMsg: expect.stringContaining('EntityTooLarge') as string,
    });
    expect(cloud.emulator.files.list()).toEqual(before);
  });

  it.each(['../outside.txt', '/absolute.txt', 'a//b.txt', 'a/./b', 'a\\b', 'nul\0', '', 'x'.repeat(851)])(
    'refuses the path %j',
    async (path) => {
      expect(isCloudPath(path)).toBe(false);
      expect(await cloud.probe({ do: 'upload', path, text: 'x', report: true })).toHaveProperty('errMsg');
    },
  );
});

const linkFromFunction = async (fileID: string): Promise<Linked> => {
  const { fileList } = (await cloud.probe({ do: 'links', fileList: [fileID] })) as { fileList: [Linked] };
  return fileList[0];
};

describe('storage, as a client uses it', () => {
  it('answers on the same connection after a file that is too large', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const refused = await send(agent, '/storage/upload?path=o-lin/huge.bin', Buffer.alloc(9_000_000));
    expect(refused).toMatchObject({ status: 200, body: expect.stringContaining('EntityTooLarge') as string });
    const after = await send(agent, '/storage/upload?path=o-lin/small.bin', Buffer.alloc(1));
    expect(after).toMatchObject({ status: 200, reused: true, body: expect.stringContaining('fileID') as string });
    agent.destroy();
  });

  it('gives the uploader the own file back, and nobody else', async () => {
    const { fileID } = await uploadAs('o-lin', 'o-lin/photo.txt', '照片');
    const own = await linkAs('o-lin', fileID);
    expect(own).toMatchObject({ status: 0, fileID });
    expect(await (await fetch(own.tempFileURL)).text()).toBe('照片');
    expect(await linkAs('o-chen', fileID)).toMatchObject({ status: -503002, tempFileURL: '' });
    expect(await linkAs('', fileID)).toMatchObject({ status: -503002, tempFileURL: '' });
  });

  it('lets functions read what a client uploaded, and hides from clients what a function uploaded', async () => {
    const { fileID } = await uploadAs('o-lin', 'o-lin/shared.txt', 'shared');
    expect(await cloud.probe({ do: 'download', fileID })).toBe('shared');
    const made = (await cloud.probe({ do: 'upload', path: 'made.txt', text: 'made' })) as { fileID: string };
    expect(await linkAs('o-tester', made.fileID)).toMatchObject({ status: -503002 });
    expect(await linkAs('', made.fileID)).toMatchObject({ status: -503002 });
  });

  it('refuses to overwrite the file of somebody else', async () => {
    const { fileID } = await uploadAs('o-lin', 'o-lin/mine.txt', 'mine');
    expect(await uploadAs('o-chen', 'o-lin/mine.txt', 'theirs')).toMatchObject({ errCode: -503002 });
    expect(await cloud.probe({ do: 'download', fileID })).toBe('mine');
  });

  it('refuses an upload without a person, outside the bucket, or over the size', async () => {
    expect(await uploadAs('', 'nobody.txt', 'x')).toMatchObject({ errCode: -503002 });
    expect(await uploadAs('o-lin', '../../etc/passwd', 'x')).toMatchObject({ errCode: -503004 });
    expect(await uploadAs('o-lin', 'o-lin/huge.txt', 'x'.repeat(1_000_001))).toMatchObject({ errCode: -503001 });
  });

  it('takes a form with path and file as well', async () => {
    const form = new FormData();
    form.append('cloudPath', 'o-lin/表格.txt');
    form.append('file', new Blob(['\r\n--形式\r\n']));
    const response = await fetch(`${cloud.emulator.url}/storage/upload`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'o-lin' },
      body: form,
    });
    const { fileID } = (await response.json()) as { fileID: string };
    expect(fileID).toMatch(/\/o-lin\/表格\.txt$/);
    expect(await cloud.probe({ do: 'download', fileID })).toBe('\r\n--形式\r\n');
  });

  it('never lets a browser run what was uploaded', async () => {
    const response = await fetch(`${cloud.emulator.url}/storage/upload?path=page.html`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'o-lin', 'content-type': 'text/html' },
      body: '<script>alert(1)</script>',
    });
    const { fileID } = (await response.json()) as { fileID: string };
    const shown = await fetch((await linkAs('o-lin', fileID)).tempFileURL);
    expect(shown.headers.get('content-type')).toBe('application/octet-stream');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('keeps bytes as they are', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
    const { fileID } = await uploadAs('o-lin', 'o-lin/bytes.bin', bytes);
    const back = Buffer.from(await (await fetch((await linkAs('o-lin', fileID)).tempFileURL)).arrayBuffer());
    const hash = (of: Uint8Array): string => createHash('sha256').update(of).digest('hex');
    expect(hash(back)).toBe(hash(bytes));
  });
});

describe('content without a row', () => {
  it('is swept, and files that are known stay', async () => {
    const data = mkdtempSync(join(tmpdir(), 'files-'));
    mkdirSync(join(data, 'blobs'));
    writeFileSync(join(data, 'blobs', 'orphan'), 'left by a crash');
    writeFileSync(join(data, 'blobs', 'half.part'), 'left by a cras');
    const files = new Files(data);
    async function* body(): AsyncGenerator<Buffer> {
      yield Buffer.from('kept');
    }
    const kept = await files.put({ path: 'kept.txt', owner: '', contentType: 'text/plain' }, body(), 100);
    expect(await files.sweep()).toBe(2);
    expect(readdirSync(join(data, 'blobs'))).toEqual([kept.blob]);
    expect(existsSync(files.contentOf(kept))).toBe(true);
    files.close();
    rmSync(data, { recursive: true });
  });

  it('is left alone while it is still coming in', async () => {
    const data = mkdtempSync(join(tmpdir(), 'files-'));
    const files = new Files(data);
    async function* body(): AsyncGenerator<Buffer> {
      yield Buffer.from('first half, ');
      expect(await files.sweep()).toBe(0);
      yield Buffer.from('second half');
    }
    const kept = await files.put({ path: 'slow.txt', owner: '', contentType: 'text/plain' }, body(), 100);
    expect(readFileSync(files.contentOf(kept), 'utf8')).toBe('first half, second half');
    files.close();
    rmSync(data, { recursive: true });
  });
});
