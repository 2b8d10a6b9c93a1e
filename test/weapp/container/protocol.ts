/** What a test asks the process that holds one page. */
export interface Commands {
  open: { input: OpenInput; output: undefined };
  /** Waits until no call is under way and nothing was drawn for a moment; then says what there is. */
  settle: { input: undefined; output: Snapshot };
  tap: { input: { readonly label: string }; output: undefined };
  fill: { input: { readonly label: string; readonly value: string }; output: undefined };
  /** Turns the wheel of a picker to a value: an index, or a day as `YYYY-MM-DD`. */
  turn: { input: { readonly label: string; readonly value: string }; output: undefined };
}

export type CommandName = keyof Commands;

export interface OpenInput {
  /** Folder of the weapp build, absolute. */
  readonly build: string;
  /** As in app.json: `membership/pages/apply/index`. */
  readonly page: string;
  readonly query: Readonly<Record<string, string>>;
  /** Address of the emulator; calls fail when there is none. */
  readonly gateway: string | undefined;
  readonly openid: string | undefined;
  /** What the phone has stored, by key. */
  readonly storage: Readonly<Record<string, unknown>>;
  /** Absolute path of the picture a chooser returns. */
  readonly chosenFile: string | undefined;
  /** What calls of wx give back, by name; a `fail` is the message of a refusal. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Snapshot {
  /** Text of the page, in order, one space between pieces. */
  readonly text: string;
  /** Labels of what can be tapped: aria-label or text. */
  readonly buttons: readonly string[];
  /** Bytes (UTF-8 JSON) of every setData so far. */
  readonly payloads: readonly number[];
  /** Those since the last tap, typing or turn of a wheel. */
  readonly drawn: readonly number[];
  /** Classes of the page's root: theme and size of text. */
  readonly look: string;
  /** What the phone has stored by now, by key. */
  readonly stored: Readonly<Record<string, unknown>>;
  /** Uncaught errors and what was written to console.error. */
  readonly errors: readonly string[];
  /** Calls of wx that leave a trace, in order: navigation, messages, storage, subscriptions. */
  readonly wx: readonly WxCall[];
  /** Cloud calls with their answers, in order. */
  readonly cloud: readonly CloudCallRecord[];
  /** Deepest nesting and number of elements drawn. */
  readonly depth: number;
  readonly nodes: number;
}

export interface WxCall {
  readonly api: string;
  readonly options: unknown;
}

export interface CloudCallRecord {
  readonly name: string;
  readonly event: unknown;
  readonly answer: unknown;
}

export interface Request {
  readonly id: number;
  readonly command: CommandName;
  readonly input: unknown;
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };
