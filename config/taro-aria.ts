import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import ariaComponents from '../client/theme/aria-components.json';

/** The part of a mini-program platform this plugin changes (H5 has no template). */
interface Platform {
  runtimePath: string | string[];
  template?: { mergeComponents(context: IPluginContext, patch: Record<string, Record<string, string>>): void };
}

/**
 * Taro 4 writes only the attributes it knows into the mini-program's templates, and aria attributes are not among them.
 * The same list goes into the templates (here) and into the runtime's table of attribute aliases (theme/aria-runtime.ts); an empty default passes the value through.
 */
export default function ariaAttributes(context: IPluginContext) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(context, ariaComponents);
      const runtime = Array.isArray(platform.runtimePath) ? platform.runtimePath : [platform.runtimePath];
      platform.runtimePath = [...runtime, path.resolve(__dirname, '../client/theme/aria-runtime.ts')];
    },
  });
}
