import type { DraftSection } from '@shared/membership/form';
import { call } from '../../cloud/call';
import { CallError } from '../../cloud/call-error';
import { newRequestId } from '../../cloud/request-id';
import { type Application, changeMyApplication, noteVersion, versionOf } from '../my-application';
import {
  type Attempt,
  dropKept,
  keep,
  markCorrected,
  readKept,
  type TypedSection,
  typedSections,
  type Values,
} from './kept-draft';

export type SaveState =
  | { readonly kind: 'clean'; readonly savedAt: Date | undefined }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting'; readonly error: CallError }
  | { readonly kind: 'refused'; readonly error: CallError };

const PAUSE = 1000;
const RETRY = 6000;
const STALE_ATTEMPTS = 4;

/**
 * Saves one section as it is typed. What is typed goes to the phone's storage at once and to the server a second after
 * the last key, one save at a time. A save whose answer was lost is repeated with the same body and request id before
 * anything newer goes out; a version that somebody else moved on is read anew, and what was typed here stays.
 */
export class DraftSaver {
  private values: Values;
  private attempt: Attempt | undefined;
  private dirty = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<boolean> | undefined;
  private state: SaveState = { kind: 'clean', savedAt: undefined };

  constructor(
    private readonly application: Application,
    private readonly section: TypedSection,
    private readonly onState: (state: SaveState) => void = () => undefined,
  ) {
    const kept = readKept(application.id, section);
    this.values = kept?.values ?? (application.form[section] as Values | undefined) ?? {};
    this.attempt = kept?.attempt;
    this.dirty = kept !== undefined;
    if (this.dirty) this.schedule(0);
  }

  /** What the form shows at first: as saved, or as last typed on this phone. */
  get current(): Values {
    return this.values;
  }

  edit(values: Values) {
    this.values = values;
    this.dirty = true;
    this.keepHere();
    this.schedule(PAUSE);
  }

  /** Saves now; true once everything typed is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
    const done = await this.sending;
    return done && this.dirty ? this.flush() : done;
  }

  /** Stops saving by itself; what is not saved stays on the phone. */
  stop() {
    clearTimeout(this.timer);
  }

  private schedule(milliseconds: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private keepHere() {
    keep(this.application.id, this.section, { values: this.values, attempt: this.attempt });
  }

  private tell(state: SaveState) {
    this.state = state;
    this.onState(state);
  }

  private async sendAll(): Promise<boolean> {
    let stale = 0;
    while (this.dirty) {
      if (this.state.kind !== 'saving') this.tell({ kind: 'saving' });
      try {
        await this.sendOnce();
      } catch (caught) {
        const error = caught instanceof CallError ? caught : new CallError('internal', '没能保存，请稍后再试');
        stale += 1;
        if (error.code === 'stale' && stale < STALE_ATTEMPTS && (await this.readVersion())) continue;
        this.fail(error);
        return false;
      }
    }
    return true;
  }

  private async sendOnce() {
    const { id } = this.application;
    this.attempt ??= { requestId: newRequestId(), version: versionOf(this.application), values: this.values };
    this.keepHere();
    const { version, values, requestId } = this.attempt;
    const draft = { section: this.section, values } as DraftSection;
    try {
      const saved = await call('membership.saveDraft', { applicationId: id, version, draft }, requestId);
      this.attempt = undefined;
      if (this.application.state === 'returned') markCorrected(id, this.section);
      noteVersion(id, saved.version);
      const { progress, savedAt } = saved;
      changeMyApplication(id, (before) => ({
        ...before,
        version: saved.version,
        progress,
        updatedAt: savedAt,
        form: { ...before.form, [this.section]: values },
      }));
      this.dirty = values !== this.values && JSON.stringify(values) !== JSON.stringify(this.values);
      if (this.dirty) return this.keepHere();
      dropKept(id, this.section);
      this.tell({ kind: 'clean', savedAt: new Date(savedAt) });
    } catch (error) {
      // Definitely not carried out: the next save is a new one. Otherwise this very body must go out again.
      if (error instanceof CallError && !error.isUncertain && error.code !== 'busy' && error.code !== 'unavailable') {
        this.attempt = undefined;
      }
      this.keepHere();
      throw error;
    }
  }

  private async readVersion(): Promise<boolean> {
    try {
      const { id, version } = await call('membership.application', { applicationId: this.application.id });
      noteVersion(id, version);
      return true;
    } catch {
      return false;
    }
  }

  private fail(error: CallError) {
    const later =
      error.code === 'network' ||
      error.code === 'stale' ||
      error.isUncertain ||
      error.code === 'busy' ||
      error.code === 'unavailable';
    this.tell({ kind: later ? 'waiting' : 'refused', error });
    if (later) this.schedule(RETRY);
  }
}

/** Saves what earlier pages could not save; true once nothing is left on the phone. */
export async function saveKept(application: Application): Promise<boolean> {
  for (const section of typedSections(application.kind)) {
    if (!readKept(application.id, section)) continue;
    const saver = new DraftSaver(application, section);
    const saved = await saver.flush();
    saver.stop();
    if (!saved) return false;
  }
  return true;
}
