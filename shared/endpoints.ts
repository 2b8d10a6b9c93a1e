import type { account } from './account/endpoints';
import type { InputOf, OutputOf } from './contract/endpoint';
import type { events } from './events/endpoints';
import type { governance } from './governance/endpoints';
import type { membership } from './membership/endpoints';
import type { registration } from './registration/endpoints';
import type { rules } from './rules/endpoints';

type ByName<T extends Record<string, { readonly name: string }>> = { readonly [K in keyof T as T[K]['name']]: T[K] };

/** Every endpoint by its full name; types only, so that a page bundles no schema it does not use. */
export type Endpoints = ByName<typeof membership> &
  ByName<typeof governance> &
  ByName<typeof account> &
  ByName<typeof rules> &
  ByName<typeof events> &
  ByName<typeof registration>;
export type EndpointName = keyof Endpoints;
export type Input<N extends EndpointName> = InputOf<Endpoints[N]>;
export type Output<N extends EndpointName> = OutputOf<Endpoints[N]>;
/** Endpoints that change something: a call to one carries a request id. */
export type WriteName = { [N in EndpointName]: Endpoints[N]['kind'] extends 'write' ? N : never }[EndpointName];
export type ReadName = Exclude<EndpointName, WriteName>;
