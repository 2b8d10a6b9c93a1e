import { cloudDefinition } from '../config/cloud';
import type { App, EmulatorOptions } from '../emulator';
import { pages } from '../shared/pages';
import { buildClient } from './build-client';
import { buildFunctions } from './build-functions';

/** The whole product on one address: the cloud, the browser build at `/`, and the public address of certificates. Builds what is stale. */
export async function appOptions(chosen: Pick<EmulatorOptions, 'dataDir' | 'port' | 'people'>): Promise<EmulatorOptions> {
  const functionsDirectory = await buildFunctions();
  const staticDirectory = await buildClient('h5');
  return { ...chosen, definition: cloudDefinition({ functionsDirectory }), staticDirectory, routes: publicAddresses };
}

/** What a certificate's code points to (`https://{VERIFY_HOST}/v/{token}`): in production the web server does the same. */
function publicAddresses(app: App): void {
  app.get('/v/:token', (c) => c.redirect(`/#/${pages.verify(encodeURIComponent(c.req.param('token')))}`));
}
