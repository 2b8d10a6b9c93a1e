import { useDidHide, useUnload } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Application } from '../my-application';
import { DraftSaver, type SaveState } from './draft-saver';
import type { TypedSection, Values } from './kept-draft';

interface Draft {
  readonly values: Values;
  readonly change: (field: string, value: string | readonly string[]) => void;
  readonly state: SaveState;
  /** Saves at once; true once everything typed is on the server. */
  readonly flush: () => Promise<boolean>;
}

/** One section under edit: saved while typing, when the page is left, and when the app goes to the background. */
export function useDraft(application: Application, section: TypedSection): Draft {
  const [state, setState] = useState<SaveState>({ kind: 'clean', savedAt: undefined });
  const saver = useRef<DraftSaver | undefined>(undefined);
  saver.current ??= new DraftSaver(application, section, setState);
  const live = saver.current;
  const [values, setValues] = useState(live.current);
  const latest = useRef(values);

  useDidHide(() => void live.flush());
  useUnload(() => void live.flush());
  useEffect(
    () => () => {
      void live.flush().finally(() => live.stop());
    },
    [live],
  );

  const change = (field: string, value: string | readonly string[]) => {
    latest.current = { ...latest.current, [field]: value };
    setValues(latest.current);
    live.edit(latest.current);
  };
  return { values, change, state, flush: () => live.flush() };
}
