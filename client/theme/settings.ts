import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { nearestScale, SCALES, type Scale } from './scale';
import { readSystemLook, watchSystemLook } from './system';

/** The person's own choice; `system` follows WeChat (or the browser). */
export interface Settings {
  readonly scale: Scale | 'system';
  readonly theme: 'system' | 'light' | 'dark';
}

/** What the surroundings ask for; `scale` is any factor, 1 = standard. */
export interface SystemLook {
  readonly scale: number;
  readonly dark: boolean;
}

/** What pages are drawn with. */
export interface Look {
  readonly settings: Settings;
  readonly scale: Scale;
  readonly dark: boolean;
  /** Classes for a root that carries the tokens: theme, scale, and `large` from 1.4. */
  readonly className: string;
}

const KEY = 'settings';
const SCALE_CLASS = { 1: '', 1.2: ' x12', 1.4: ' x14 large', 1.6: ' x16 large' } as const;
const listeners = new Set<() => void>();
let look: Look | undefined;

function readSettings(): Settings {
  const stored: Partial<Settings> | '' = Taro.getStorageSync(KEY);
  const scale = stored ? stored.scale : undefined;
  const theme = stored ? stored.theme : undefined;
  return {
    scale: SCALES.find((known) => known === scale) ?? 'system',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}

function lookOf(settings: Settings): Look {
  const system = readSystemLook();
  const scale = settings.scale === 'system' ? nearestScale(system.scale) : settings.scale;
  const dark = settings.theme === 'system' ? system.dark : settings.theme === 'dark';
  return { settings, scale, dark, className: `${dark ? ' dark' : ''}${SCALE_CLASS[scale]}` };
}

function publish(settings: Settings) {
  look = lookOf(settings);
  for (const listener of listeners) listener();
}

function currentLook(): Look {
  if (!look) {
    look = lookOf(readSettings());
    watchSystemLook(() => publish(currentLook().settings));
  }
  return look;
}

/** Changes the person's choice; every open page follows at once, without a reload. */
export function changeSettings(change: Partial<Settings>) {
  const settings = { ...currentLook().settings, ...change };
  Taro.setStorageSync(KEY, settings);
  publish(settings);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The look to draw with now. */
export function useLook(): Look {
  return useSyncExternalStore(subscribe, currentLook);
}
