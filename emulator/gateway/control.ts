import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { EmulatedClock } from '../clock';
import type { CloudDefinition } from '../definition';
import type { Faults } from '../faults/faults';
import type { ActiveFault } from '../faults/rules';
import type { FunctionLog } from '../functions/log';
import type { Timers } from '../functions/timers';
import type { DatabaseView } from '../inspect';
import type { Openapi } from '../openapi/openapi';
import type { Files } from '../storage/files';
import { parseObject, readBody } from './body';
import { consolePage } from './console';
import { clockInput, faultInput, phoneInput, safetyInput, subscriptionInput } from './control-input';
import type { App } from './server';

export interface ControlParts {
  readonly definition: CloudDefinition;
  readonly view: DatabaseView;
  readonly clock: EmulatedClock;
  readonly faults: Faults;
  readonly openapi: Openapi;
  readonly log: FunctionLog;
  readonly timers: Timers;
  readonly files: Files;
}

const MAX_BODY = 64 * 1024;
/** Documents that one look at a collection shows. */
const MAX_DOCUMENTS = 200;

/** `/__console` and the JSON endpoints behind it; described in the README. */
export function controlRoutes(app: App, parts: ControlParts): void {
  app.get('/__console', (c) => c.html(consolePage()));
  databaseRoutes(app, parts);
  functionRoutes(app, parts);
  faultRoutes(app, parts);
  openapiRoutes(app, parts);
}

function databaseRoutes(app: App, { view, clock, files }: ControlParts): void {
  app.get('/__control/collections', (c) => c.json(view.collections.map((name) => ({ name, count: view.count(name) }))));
  app.get('/__control/collections/:name', (c) => c.json(view.documents(c.req.param('name'), MAX_DOCUMENTS)));
  app.get('/__control/files', (c) => c.json(files.list()));
  app.post('/__control/sweep', async (c) => c.json({ removed: await files.sweep() }));
  app.get('/__control/clock', (c) => c.json({ now: clock.now() }));
  app.post('/__control/clock', (c) =>
    withInput(c, clockInput, async (input) => {
      await ('set' in input ? clock.set(input.set) : clock.advance(input.advance));
      return { now: clock.now() };
    }),
  );
}

function functionRoutes(app: App, { definition, log, timers }: ControlParts): void {
  app.get('/__control/functions', (c) =>
    c.json(definition.functions.map(({ name, timers: own }) => ({ name, timers: own.map((timer) => timer.name) }))),
  );
  app.get('/__control/log', (c) => c.json(log.entries));
  app.get('/__control/output', (c) => c.json(log.output));
  app.delete('/__control/log', (c) => {
    log.clear();
    return c.json({});
  });
  app.post('/__control/timers/:function/:timer', async (c) => {
    const { function: fn, timer } = c.req.param();
    const known = definition.functions.some((each) => each.name === fn && each.timers.some((own) => own.name === timer));
    if (!known) return c.json({ error: 'there is no such timer' }, 404);
    const outcome = await timers.fire(fn, timer);
    return c.json(outcome.ok ? { ok: true } : { ok: false, error: outcome.error.message });
  });
}

function faultRoutes(app: App, { faults }: ControlParts): void {
  const view = ({ id, fault, hits }: ActiveFault) => ({ id, ...fault, hits });
  const find = (id: string): ActiveFault | undefined => faults.active.find((each) => each.id === id);
  app.get('/__control/faults', (c) => c.json(faults.active.map(view)));
  app.post('/__control/faults', (c) => withInput(c, faultInput, (input) => view(faults.add(input))));
  app.delete('/__control/faults', (c) => {
    faults.clear();
    return c.json({});
  });
  app.delete('/__control/faults/:id', (c) => {
    find(c.req.param('id'))?.remove();
    return c.json({});
  });
  app.post('/__control/faults/:id/release', (c) => {
    find(c.req.param('id'))?.release();
    return c.json({});
  });
}

function openapiRoutes(app: App, { openapi: { subscribe, security, phoneNumbers } }: ControlParts): void {
  app.get('/__control/messages', (c) => c.json(subscribe.sent));
  app.post('/__control/subscriptions', (c) =>
    withInput(c, subscriptionInput, ({ openid, templateId, count }) => {
      subscribe.grant(openid, templateId, count);
      return { left: subscribe.balance(openid, templateId) };
    }),
  );
  app.post('/__control/phone-numbers', (c) =>
    withInput(c, phoneInput, ({ code, number }) => {
      phoneNumbers.set(code, number);
      return {};
    }),
  );
  app.post('/__control/safety', (c) =>
    withInput(c, safetyInput, ({ riskyWords, mediaVerdict, pushMode }) => {
      for (const word of riskyWords ?? []) security.riskyWords.add(word);
      security.mediaVerdict = mediaVerdict ?? security.mediaVerdict;
      security.pushMode = pushMode ?? security.pushMode;
      return {};
    }),
  );
  app.get('/__control/pushes', (c) => c.json(security.pushes));
  app.post('/__control/pushes/:traceId', async (c) => {
    const push = security.pushes.find((each) => each.traceId === c.req.param('traceId'));
    if (push === undefined) return c.json({ error: 'there is no such push' }, 404);
    await security.deliver(push);
    return c.json({ delivered: push.delivered });
  });
}

async function withInput<T>(
  c: Context<{ Bindings: HttpBindings }>,
  schema: z.ZodMiniType<T>,
  run: (input: T) => object | Promise<object>,
): Promise<Response> {
  const body = await readBody(c.env.incoming, MAX_BODY);
  const parsed = schema.safeParse(body === undefined ? undefined : parseObject(body));
  return parsed.success ? Response.json(await run(parsed.data)) : Response.json({ error: parsed.error.message }, { status: 400 });
}
