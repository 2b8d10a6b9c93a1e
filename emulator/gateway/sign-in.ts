import type { Person } from '../types';
import { escapeHtml } from './html';
import type { App } from './server';

/** `/__sign-in`: choose who you are. Stores the OPENID where the browser build looks for it and goes to the first page. */
export function signInRoutes(app: App, people: readonly Person[]): void {
  app.get('/__sign-in', (c) => c.html(page(people)));
}

function page(people: readonly Person[]): string {
  const cards = people
    .map(
      (person) =>
        `<li><button type="button" data-openid="${escapeHtml(person.openid)}"><b>${escapeHtml(person.name)}</b><span>${escapeHtml(person.note)}</span></button></li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>选择登录的人</title>
<style>
  :root { color-scheme: light dark; --line: #d9dce1; --soft: #f4f5f7; --text: #1b1d21; --muted: #5b6169; --accent: #b3312c; }
  @media (prefers-color-scheme: dark) { :root { --line: #3a3e45; --soft: #1f2227; --text: #eceef1; --muted: #a9b0b9; --accent: #ff8f86; } }
  body { margin: 0; font: 20px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--text); background: Canvas; }
  main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
  p { margin: 0 0 1.25rem; color: var(--muted); }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
  button { width: 100%; min-height: 4.5rem; padding: .75rem 1rem; text-align: left; font: inherit; color: inherit;
    background: var(--soft); border: 1px solid var(--line); border-radius: .75rem; cursor: pointer; }
  button:hover, button:focus-visible { border-color: var(--accent); outline: 3px solid var(--accent); outline-offset: 1px; }
  b { display: block; font-size: 1.4rem; }
  span { color: var(--muted); }
</style>
</head>
<body>
<main>
<h1>您是哪一位？</h1>
<p>这是本机演示环境。点一下名字，就以这个人的身份进入。</p>
<ul>
${cards}
</ul>
</main>
<script>
  for (const button of document.querySelectorAll('button[data-openid]')) {
    button.addEventListener('click', () => {
      localStorage.setItem('wx-openid', button.dataset.openid);
      location.assign('/');
    });
  }
</script>
</body>
</html>`;
}
