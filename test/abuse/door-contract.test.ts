import type * as z from 'zod/mini';
import { account } from '../../shared/account/endpoints';
import type { Endpoint } from '../../shared/contract/endpoint';
import { governance } from '../../shared/governance/endpoints';
import { membership } from '../../shared/membership/endpoints';

const endpoints: readonly Endpoint[] = [membership, governance, account].flatMap(
  (context) => Object.values(context) as Endpoint[],
);

type Def = z.core.$ZodTypeDef & Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is z.core.$ZodType => typeof value === 'object' && value !== null && '_zod' in value;

/** Every schema inside a schema, with its path. */
function* within(schema: z.core.$ZodType, path: string): Generator<readonly [path: string, def: Def]> {
  const def = schema._zod.def as Def;
  yield [path, def];
  for (const [key, value] of Object.entries(def)) {
    if (key === 'catchall' || key === 'checks') continue;
    const nested = isSchema(value) ? [[key, value] as const] : Object.entries((typeof value === 'object' && value) || {});
    for (const [name, inner] of nested) if (isSchema(inner)) yield* within(inner, `${path}.${name}`);
  }
}

const isStrict = ({ catchall }: Def) => isSchema(catchall) && catchall._zod.def.type === 'never';

test.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s refuses every key it does not name, at every depth',
  (_name, endpoint) => {
    const loose = [...within(endpoint.input(), 'input')].filter(
      ([, def]) => (def.type === 'object' && !isStrict(def)) || ['any', 'unknown', 'record', 'map', 'custom'].includes(def.type),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  },
);

test.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s answers with named keys only: nothing passes by itself',
  (_name, endpoint) => {
    const open = [...within(endpoint.output(), 'output')].filter(
      ([, def]) =>
        ['any', 'unknown', 'custom'].includes(def.type) ||
        (def.type === 'object' && def.catchall !== undefined && !isStrict(def)),
    );
    expect(open.map(([path]) => path)).toEqual([]);
  },
);
