import { Segmented } from '../../components/segmented';
import type { Meeting } from './facts';

/** Most that are put on an agenda at once. */
export const atMost = 20;

export type What = 'applications' | 'measures' | 'matter';
const kinds = [
  { value: 'applications', label: '入会申请' },
  { value: 'measures', label: '会籍处理' },
  { value: 'matter', label: '其他议题' },
] as const satisfies readonly { value: What; label: string }[];

/** What every part of the sheet says at the top: the choice between them. */
export const Kinds = ({ what, onChange }: { what: What; onChange: (what: What) => void }) => (
  <Segmented label="列入什么" segments={kinds} value={what} onChange={onChange} />
);

export interface HalfProps {
  meeting: Meeting;
  onKind: (what: What) => void;
  onClose: () => void;
}
