import type { IncomingMessage } from 'node:http';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { AdminAnswer, AdminEndpoint } from './admin';
import { readBody } from './body';
import { type ClientAnswer, type ClientGateway, MAX_EVENT } from './calls';
import type { FileEndpoints } from './files';
import { type Audience, allowed } from './guard';

/** The emulator's web application; `routes` of the host may add to it. */
export type App = Hono<{ Bindings: HttpBindings }>;
type Ctx = Context<{ Bindings: HttpBindings }>;

export interface ServerParts {
  readonly admin: AdminEndpoint;
  readonly gateway: ClientGateway;
  readonly files: FileEndpoints;
  /** Adds the control endpoints, the console and the sign-in page. */
  readonly control: (app: App) => void;
  readonly routes: ((app: App) => void) | undefined;
  readonly staticDirectory: string | undefined;
}

/** Builds the web application around the parts. */
export function createApp(parts: ServerParts): App {
  const app: App = new Hono<{ Bindings: HttpBindings }>();
  // The cloud's own fault: the SDK makes -501001 of it. The text may hold data, so it goes to the developer's terminal only.
  app.onError((error, c) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return c.text('internal error of the emulator', 500);
  });
  const guard = (audience: Audience) => async (c: Ctx, next: () => Promise<void>) => {
    if (!allowed(c.env.incoming.headers, audience)) return c.text('this emulator answers pages of this machine only', 403);
    await next();
    return undefined;
  };
  app.use('/admin/*', guard('sdk'));
  app.use('/__control/*', guard('own'));
  app.use('*', guard('local'));
  app.get('/healthz', (c) => c.json({ ok: true }));
  const admin = async (c: Ctx): Promise<Response> =>
    adminResponse(c, await parts.admin.answer(c.env.incoming, c.req.param('invocation')));
  app.post('/admin', admin);
  app.post('/admin/:invocation', admin);
  app.post('/functions/:name', (c) => callFunction(c, parts.gateway));
  app.put('/storage/put/:token', (c) => parts.files.put(c.env.incoming, c.req.param('token')));
  app.get('/storage/get/:token', (c) => parts.files.get(c.env.incoming, c.req.param('token')));
  app.post('/storage/urls', (c) => parts.files.urls(c.env.incoming, openidOf(c.env.incoming)));
  app.post(
    '/storage/upload',
    async (c) => (await parts.files.upload(c.env.incoming, openidOf(c.env.incoming), c.req.query('path'))) ?? cut(c),
  );
  parts.control(app);
  parts.routes?.(app);
  if (parts.staticDirectory !== undefined) app.use('*', serveStatic({ root: parts.staticDirectory }));
  return app;
}

/** Listens on the loopback interface only. @param port 0 = any free one. */
export function listen(app: App, port: number): Promise<{ server: ServerType; port: number }> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  // Longer than clients keep an idle connection: none is closed under a request.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

async function callFunction(c: Ctx, gateway: ClientGateway): Promise<Response> {
  // One byte more than allowed is enough for the gateway to see that it is too much.
  const body = (await readBody(c.env.incoming, MAX_EVENT)) ?? Buffer.alloc(MAX_EVENT + 1, ' ');
  const event = body.length === 0 ? '{}' : body.toString('utf8');
  const answer = await gateway.call({ functionName: c.req.param('name') ?? '', event, openid: openidOf(c.env.incoming) });
  return clientResponse(c, answer);
}

function clientResponse(c: Ctx, answer: ClientAnswer): Response {
  switch (answer.kind) {
    case 'result':
      // The result is JSON already; parsing it only to write it again would cost time for nothing.
      return c.body(`{"result":${answer.result},"requestId":${JSON.stringify(answer.requestId)}}`, 200, {
        'content-type': 'application/json',
      });
    case 'error':
      return c.json({ errCode: answer.error.errCode, errMsg: answer.error.message });
    case 'down':
      return c.text('', 503);
    case 'cut':
      return cut(c);
  }
}

function adminResponse(c: Ctx, answer: AdminAnswer): Response {
  switch (answer.kind) {
    case 'json':
      return c.json(answer.body);
    case 'bytes':
      return c.body(new Uint8Array(answer.body), 200, { 'content-type': 'application/octet-stream' });
    case 'down':
      return c.text('', 503);
    case 'cut':
      return cut(c);
  }
}

/** Breaks the connection as a lost network does. */
function cut(c: Ctx): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Who a client says it is; believed, because nobody but this machine can ask. */
function openidOf(request: IncomingMessage): string {
  const header = request.headers['x-wx-openid'];
  return typeof header === 'string' ? header : '';
}
