import { attachmentKinds } from '../../shared/membership/categories';
import type { AttachmentView } from '../../shared/membership/endpoints';
import type { DraftForm } from '../../shared/membership/form';
import type { Files } from '../platform/types';

type Attachments = DraftForm['attachments'];

/** Every file of the papers in a form, paper by paper. */
export const filesIn = (attachments: Attachments) =>
  attachmentKinds.flatMap((kind) => (attachments?.[kind] ?? []).map(({ file, type }) => ({ kind, file, type })));

/** The papers with short-lived addresses. */
export async function attachmentsOf(files: Files, attachments: Attachments): Promise<AttachmentView[]> {
  const all = filesIn(attachments);
  if (all.length === 0) return [];
  const urls = await files.urls(all.map(({ file }) => file));
  return all.map((file, index) => ({ ...file, url: urls[index] ?? null }));
}
