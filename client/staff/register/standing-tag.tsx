import { standingLabels } from '@shared/labels';
import { StatusTag, type TagKind } from '../../components/status-tag';

const kinds: Readonly<Record<string, TagKind>> = { active: 'ok', warned: 'warn', suspended: 'warn', expelled: 'danger' };

/** A member's standing as a word with its colour. */
export function StandingTag({ standing }: { standing: string }) {
  return <StatusTag kind={kinds[standing] ?? 'plain'}>{standingLabels[standing] ?? standing}</StatusTag>;
}
