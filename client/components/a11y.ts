const weapp = process.env.TARO_ENV === 'weapp';

/** What a node is and says to a screen reader, in the words of WAI-ARIA. */
export interface Meaning {
  readonly role?: string;
  readonly label?: string;
  readonly hidden?: boolean;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly selected?: boolean;
  /** Below: the browser only; WeChat knows none of them. */
  readonly level?: 1 | 2 | 3;
  readonly busy?: boolean;
  readonly modal?: boolean;
  readonly live?: 'polite' | 'assertive';
  readonly current?: 'page' | 'step';
  readonly focusable?: boolean;
}

type Attributes = Record<string, string | number | boolean>;

/** Attribute names per meaning: the mini-program's (through Taro's templates, see theme/aria-components) and HTML's. */
const NAMES: ReadonlyArray<readonly [keyof Meaning, string | undefined, string]> = [
  ['role', 'ariaRole', 'role'],
  ['label', 'ariaLabel', 'aria-label'],
  ['hidden', 'ariaHidden', 'aria-hidden'],
  ['checked', 'ariaChecked', 'aria-checked'],
  ['disabled', 'ariaDisabled', 'aria-disabled'],
  ['selected', 'ariaSelected', 'aria-selected'],
  ['level', undefined, 'aria-level'],
  ['busy', undefined, 'aria-busy'],
  ['modal', undefined, 'aria-modal'],
  ['live', undefined, 'aria-live'],
  ['current', undefined, 'aria-current'],
];

/** Turns a meaning into the attributes of the target this is built for. Only what is given is written. */
export function aria(meaning: Meaning): Attributes {
  const attributes: Attributes = {};
  for (const [key, inWeapp, inBrowser] of NAMES) {
    const value = meaning[key];
    const name = weapp ? inWeapp : inBrowser;
    if (value !== undefined && name) attributes[name] = weapp || typeof value !== 'boolean' ? value : String(value);
  }
  if (!weapp && meaning.focusable) attributes.tabindex = 0;
  return attributes;
}

interface KeyPress {
  readonly key: string;
  preventDefault(): void;
}

/**
 * Props of something that can be tapped: click, role (button unless said otherwise), and in the browser also the
 * keyboard (Enter, Space) and a place in the tab order. Disabled: still announced, does nothing.
 */
export function tappable(onTap: (() => void) | undefined, meaning: Meaning = {}) {
  const described = aria({ role: 'button', ...meaning, focusable: !meaning.disabled });
  if (!onTap || meaning.disabled) return described;
  if (weapp) return { ...described, onClick: () => onTap() };
  const onKeyDown = (event: KeyPress) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onTap();
  };
  return { ...described, onClick: () => onTap(), onKeyDown };
}
