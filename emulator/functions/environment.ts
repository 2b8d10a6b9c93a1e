import type { CloudDefinition, FunctionDefinition } from '../definition';

/** Who and what a call comes from, as the cloud tells a function by its environment. */
export interface CallIdentity {
  /** Empty for timers, pushes, HTTP and calls between functions. */
  readonly openid: string;
  /** `wx_client`, `wx_trigger`, … ; a call between functions adds `,scf`. */
  readonly source: string;
  /** Address that the SDK of this call posts to. */
  readonly adminUrl: string;
}

/** Variables that are there before the first call: the runtime's and those set for the function in the console. */
export function loadEnvironment(definition: CloudDefinition, fn: FunctionDefinition): Record<string, string> {
  return {
    ...fn.environment,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: definition.envId,
    SCF_FUNCTIONNAME: fn.name,
    TCB_ENV: definition.envId,
    // Keeps the SDK from arming a three-second warning timer for each database call.
    SILENCE: 'true',
    // Cloud functions run in UTC wherever their developer lives.
    TZ: 'UTC',
  };
}

/** The whole environment of one call. */
export function callEnvironment(
  definition: CloudDefinition,
  fn: FunctionDefinition,
  identity: CallIdentity,
): Record<string, string> {
  return {
    ...loadEnvironment(definition, fn),
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: identity.adminUrl }),
    TCB_SOURCE: identity.source,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN,WX_CLIENTIP',
    WX_OPENID: identity.openid,
    WX_APPID: definition.appId,
  };
}
