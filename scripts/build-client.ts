import { spawn } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fingerprint } from './fingerprint';

const root = path.resolve(__dirname, '..');
const inputs = ['client', 'shared', 'config', 'types', 'babel.config.js', 'package-lock.json', 'tsconfig.json'];

export type ClientTarget = 'weapp' | 'h5';

/**
 * Builds the client with Taro into `dist/<target>` unless the folder already holds the build of these very sources.
 *
 * @returns absolute path of the built folder
 * @throws with Taro's output when the build fails
 */
export async function buildClient(target: ClientTarget): Promise<string> {
  const output = path.join(root, 'dist', target);
  const stamp = path.join(root, '.cache', `${target}.sha256`);
  const wanted = await fingerprint(root, inputs);
  const entry = path.join(output, target === 'h5' ? 'index.html' : 'app.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted && (await stat(entry).catch(() => undefined))) return output;
  await taro(target);
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, wanted);
  return output;
}

function taro(target: ClientTarget): Promise<void> {
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const environment = { ...process.env, NODE_ENV: 'production', TARO_ENV: target };
  const child = spawn(process.execPath, [cli, 'build', '--type', target], { cwd: root, env: environment });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`taro build --type ${target} failed (${code})\n${Buffer.concat(output).toString()}`));
    });
  });
}
