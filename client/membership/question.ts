import type { DraftForm } from '@shared/membership/form';
import type { Option } from '../components/choice';

export interface Why {
  readonly title: string;
  readonly text: string;
}

/** One question of a form page: how it is answered, and what is said around it. */
export interface Question {
  readonly field: string;
  readonly control: 'text' | 'area' | 'rows' | 'chips' | 'many' | 'date' | 'city';
  readonly help?: string;
  readonly optional?: true;
  /** For what is sensitive: why it is asked, who sees it, how long it is kept. */
  readonly why?: Why;
  readonly options?: readonly Option[];
  /** Options that depend on other answers. */
  readonly optionsFor?: (form: DraftForm) => readonly Option[];
  /** Whether it is asked, given the other answers; always when left out. */
  readonly asked?: (form: DraftForm) => boolean;
  /** A day that may lie ahead. */
  readonly open?: true;
  readonly keyboard?: 'number' | 'idcard';
  readonly maxLength?: number;
}

/** How long what is asked is kept, as the end of a sentence. */
export const ends = '入会后保存至退会；未入会的，办结一年后删除。';

export const optionsOf = (values: readonly string[], labels: Readonly<Record<string, string>>): readonly Option[] =>
  values.map((value) => ({ value, label: labels[value] ?? value }));
