/**
 * The environment variables of the cloud functions. In production they are set in the cloud console and nowhere else;
 * the values here serve the local emulator alone and protect nothing.
 */
export interface EnvironmentVariable {
  /** What it is for, one line, as the deployment plan prints it. */
  readonly purpose: string;
  /** Value used by the local emulator; absent: not set there. Public by definition: never deploy it. */
  readonly localOnly?: string;
  /** A secret is 32 random bytes in base64 and never printed. */
  readonly secret: boolean;
  /** A function works without it, with less. */
  readonly optional?: true;
}

/** 32 bytes, base64, that say plainly where they come from. */
const localKey = (name: string) => Buffer.from(`local-only:${name}`.padEnd(32, '.').slice(0, 32)).toString('base64');

export const environment = {
  MASTER_KEY: { purpose: 'wraps the data key of each person', localOnly: localKey('master'), secret: true },
  MASTER_KEY_PREVIOUS: {
    purpose: 'the master key before the last change, until every data key is wrapped anew',
    secret: true,
    optional: true,
  },
  JOURNAL_KEY: { purpose: 'HMAC that chains the journal rows', localOnly: localKey('journal'), secret: true },
  INDEX_KEY: { purpose: 'HMAC of blind indexes (equality of encrypted values)', localOnly: localKey('index'), secret: true },
  VERIFY_HOST: {
    purpose: 'host of the public certificate page, registered as 普通链接二维码',
    localOnly: 'verify.example.invalid',
    secret: false,
    optional: true,
  },
  FIRST_ADMINISTRATOR_CODE: {
    purpose: 'makes its first sender the first administrator, once; see docs/first-administrator.md',
    localOnly: localKey('first-administrator'),
    secret: true,
    optional: true,
  },
} as const satisfies Record<string, EnvironmentVariable>;

export type EnvironmentName = keyof typeof environment;

/** The value the local emulator runs with; undefined when the variable is not set there. */
export const localValue = (name: EnvironmentName): string | undefined => {
  const variable: EnvironmentVariable = environment[name];
  return variable.localOnly;
};
